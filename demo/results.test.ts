import { expect, test } from 'vitest';
import { canonicalSubject } from '#src/results/rules.ts';
import { findScale } from '#src/results/scales/catalogue.ts';
import { PLANTS } from './plan.ts';
import { workingSchools } from './region.ts';
import { type DemoPaper, demoResults, sampleResults, STRONG_LYCEUM } from './results.ts';
import { truthOf } from './truth.ts';
import { DEMO_PROCEDURE, DEMO_WORKS, maxScoreOf, SAMPLE_WORK } from './works.ts';

const results = demoResults();
const papers = results.flatMap((result) => result.papers);

test('about 25,000 papers in four works, of all schools', () => {
  expect(DEMO_WORKS).toHaveLength(4);
  expect(papers.length).toBeGreaterThan(24_000);
  expect(papers.length).toBeLessThan(26_500);
  for (const work of DEMO_WORKS) {
    expect(new Set(results.filter((each) => each.work === work).map((each) => each.school)).size).toBe(60);
  }
});

test('the same results on every run', () => {
  expect(demoResults()).toEqual(results);
});

test('works agree with their scales: published ones with what ships, borrowed ones with 2021', () => {
  for (const work of [...DEMO_WORKS, SAMPLE_WORK]) {
    expect(canonicalSubject(work.subject)).toBe(work.subject);
    const { grade, subject, level, scale } = work;
    const year = scale.published ? DEMO_PROCEDURE.year : 2021;
    const official = findScale({ year, grade, subject, level, max: maxScoreOf(work) });
    expect(official, work.key).not.toBeNull();
    for (const mark of [3, 4, 5] as const) expect(scale.thresholds[mark]).toBe(official!.ranges[mark][0]);
    expect(scale.source.includes('емонстрационный выбор')).toBe(!scale.published);
  }
});

test('scores stay within the maxima, and totals and marks follow from them', () => {
  for (const { work, papers: ofClass } of results) {
    for (const paper of ofClass.filter((each) => each.status === 'present')) {
      expect(paper.scores).toHaveLength(work.tasks.length);
      expect(paper.scores.every((score, index) => score >= -1 && score <= work.tasks[index]!.max)).toBe(true);
      const total = paper.scores.reduce((sum, score) => sum + Math.max(score, 0), 0);
      expect(paper.total).toBe(total);
      const { thresholds } = work.scale;
      const mark = total >= thresholds[5] ? 5 : total >= thresholds[4] ? 4 : total >= thresholds[3] ? 3 : 2;
      expect(paper.mark).toBe(mark);
    }
  }
});

test('a code names one pupil of a school and grade, and the pupil has it in both works of the grade', () => {
  const byUnit = Map.groupBy(results, (each) => `${each.school.code} ${each.work.key}`);
  for (const classes of byUnit.values()) {
    const codes = classes.flatMap((each) => each.papers.map((paper) => paper.participant));
    expect(new Set(codes).size).toBe(codes.length);
  }
  const codesOf = (school: string, key: string): string[] =>
    (byUnit.get(`${school} ${key}`) ?? []).flatMap((each) => each.papers.map((paper) => paper.participant));
  for (const { code } of workingSchools) expect(codesOf(code, 'ru4')).toEqual(codesOf(code, 'ma4'));
});

test('6 to 12 in a hundred are absent, some cells are «X», some pupils have no journal mark, two variants', () => {
  const absent = share(papers, (paper) => paper.status === 'absent');
  expect(absent).toBeGreaterThan(0.06);
  expect(absent).toBeLessThan(0.12);
  const present = papers.filter((paper) => paper.status === 'present');
  expect(share(present, (paper) => paper.scores.includes(-1))).toBeGreaterThan(0.3);
  expect(share(present, (paper) => paper.journalMark === null)).toBeGreaterThan(0.005);
  expect(share(present, (paper) => paper.variant === '2')).toBeGreaterThan(0.4);
  expect(new Set(present.map((paper) => paper.variant))).toEqual(new Set(['1', '2']));
});

test('every planted manipulation meets classes, and most classes are honest', () => {
  const truth = truthOf(results);
  for (const plant of PLANTS) {
    const met = truth.filter(
      (unit) =>
        unit.school === plant.school && unit.manipulation === plant.manipulation && plant.works.includes(unit.work),
    );
    expect(met.length, JSON.stringify(plant)).toBeGreaterThan(0);
  }
  const planted = truth.filter((unit) => unit.manipulation !== null).length / truth.length;
  expect(planted).toBeGreaterThan(0.08);
  expect(planted).toBeLessThan(0.15);
});

test('signs are many in one municipality and few elsewhere', () => {
  const planted = Map.groupBy(truthOf(results), (unit) => unit.municipality);
  const shares = [...planted].map(
    ([code, units]) => [code, share(units, (unit) => unit.manipulation !== null)] as const,
  );
  for (const [code, value] of shares) {
    if (code === 'reg99_m004') expect(value).toBeGreaterThan(0.5);
    else expect(value).toBeLessThan(0.12);
  }
});

test('the strongest school is an honest lyceum', () => {
  const units = results.filter((each) => each.work.key === 'ma6' && each.school.size !== 'village');
  const bySchool = Map.groupBy(units, (each) => each.school.code);
  const means = [...bySchool].map(
    ([code, classes]) => [code, meanTotal(classes.flatMap((each) => each.papers))] as const,
  );
  expect(means.toSorted((a, b) => b[1] - a[1])[0]![0]).toBe(STRONG_LYCEUM);
  expect(PLANTS.some((plant) => plant.school === STRONG_LYCEUM)).toBe(false);
});

test('papers heap just above the boundaries in the whole region, its honest classes included', () => {
  for (const work of DEMO_WORKS) {
    const honest = results.filter((each) => each.work === work && each.plant === null).flatMap((each) => each.papers);
    const count = (total: number): number => honest.filter((paper) => paper.total === total).length;
    for (const cut of [work.scale.thresholds[3], work.scale.thresholds[4]]) {
      expect(count(cut)).toBeGreaterThan(1.3 * count(cut - 1));
    }
  }
});

test('the work that is not loaded was written by the same pupils', () => {
  const codes = (units: typeof results): string[] =>
    units.flatMap((each) => each.papers.map((paper) => `${each.school.code} ${paper.participant}`));
  expect(codes(sampleResults())).toEqual(codes(results.filter((each) => each.work.key === 'ma8')));
});

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

function meanTotal(ofClass: readonly DemoPaper[]): number {
  const totals = ofClass.flatMap((paper) => (paper.total === null ? [] : [paper.total]));
  return totals.reduce((sum, total) => sum + total, 0) / totals.length;
}
