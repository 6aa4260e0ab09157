import { expect, test } from 'vitest';
import type { Administration } from '../engine/administration.ts';
import { Context } from '../engine/context.ts';
import type { MarkerResult, UnitLevel, UnitResult } from '../model.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { explain } from '../wording/explain.ts';
import { analyze } from '../engine/analyze.ts';
import { cohortWork, isOtherProcedure } from './external-confirmation.ts';
import { supportResults } from './support.ts';

const LEVELS: readonly UnitLevel[] = ['school', 'class'];

/** Finished results without any markers, as many as the contexts have units. */
function bare(contexts: readonly Context[]): UnitResult[] {
  return LEVELS.flatMap((level) =>
    contexts.flatMap((context) =>
      context.units(level).map(({ index, start, end }): UnitResult => {
        const { schools, classes, subject, grade, municipalities, procedure } = context.papers.administration;
        const school = schools[level === 'school' ? index : classes[index]!.school]!;
        return {
          level,
          procedure,
          municipality: municipalities[school.municipality]!,
          school: school.name,
          grade,
          className: level === 'class' ? classes[index]!.name : null,
          subject,
          participants: end - start,
          absent: 0,
          index: 1,
          p: 0.3,
          signalled: false,
          localFdr: 0.9,
          strength: 'none',
          mechanisms: [],
          markers: [],
        };
      }),
    ),
  );
}

/** The units with what the supporting markers say, all works being at hand. */
function supported(administrations: readonly Administration[]): UnitResult[] {
  const contexts = administrations.map((administration) => new Context(administration));
  const works = contexts.map(cohortWork);
  const units = bare(contexts);
  let at = 0;
  return LEVELS.flatMap((level) =>
    contexts.flatMap((context, own) => {
      const cohorts = works.filter((other) => isOtherProcedure(works[own]!, other));
      const support = supportResults(context, level, cohorts, true);
      return context.units(level).map((_, unit) => ({ ...units[at++]!, markers: support(unit) }));
    }),
  );
}

function markerOf(unit: UnitResult, id: 'B8' | 'B9'): MarkerResult {
  return unit.markers.find((marker) => marker.id === id)!;
}

const region = simulateRegion({
  seed: 5,
  municipalities: 6,
  schoolsPerMunicipality: 10,
  classesPerSchool: [2, 3],
  works: [inventedWork('Математика', 8, 20)],
}).administrations[0]!;

/** The same schools a year later in another procedure: totals keep the school's level; one school falls by a share. */
function laterExamination(fallen: string, share: number): Administration {
  const totals = region.totals.map((total, paper) => {
    const school = region.schools[region.classes[region.classOf[paper]!]!.school]!.name;
    // A different test of the same pupils: a fixed scatter that has nothing to do with the school.
    const scatter = ((paper * 7919) % 9) - 4;
    const kept = school === fallen ? total * (1 - share) : total;
    return Math.max(0, Math.round(kept + scatter));
  });
  return { ...region, procedure: 'ОГЭ 2026', grade: 9, totals };
}

const own: Administration = { ...region, procedure: 'ВПР 2025', grade: 8 };

test('a school whose next examination falls behind its work is seen, and other schools are not', () => {
  const fallen = region.schools[17]!.name;
  const units = supported([own, laterExamination(fallen, 0.35)]).filter(
    ({ level, procedure }) => level === 'school' && procedure === 'ВПР 2025',
  );
  const computed = units.flatMap((unit) => {
    const marker = markerOf(unit, 'B8');
    return marker.kind === 'computed' ? [{ unit, marker }] : [];
  });
  expect(computed.length).toBeGreaterThan(30);
  const [strongest] = computed.toSorted((a, b) => a.marker.p - b.marker.p);
  expect(strongest!.unit.school).toBe(fallen);
  expect(strongest!.marker.p).toBeLessThan(0.001);
  const { effect, details } = strongest!.marker;
  expect(effect.unit).toBe('percentPoints');
  expect(effect.low!).toBeGreaterThan(0);
  expect(details.other).toBe('ОГЭ 2026');
  // Shrunken towards nothing, and never past it.
  expect(details.figures!.shrunken!).toBeGreaterThan(0);
  expect(details.figures!.shrunken!).toBeLessThan(effect.value);
  expect(computed.filter(({ marker }) => marker.p < 0.001).length).toBe(1);
  expect(explain(strongest!.marker, strongest!.unit, 'ru')).toMatch(/«ОГЭ 2026».*меньше/u);
  expect(explain(strongest!.marker, strongest!.unit, 'en')).toMatch(/“ОГЭ 2026”.*less/u);
});

test('without another procedure, or of another cohort, there is nothing to confirm by', () => {
  const alone = markerOf(supported([own])[0]!, 'B8');
  expect(alone).toMatchObject({ kind: 'insufficient', reason: 'otherProcedure', given: 0 });
  const otherCohort = { ...laterExamination('', 0), procedure: 'ОГЭ 2025' };
  expect(markerOf(supported([own, otherCohort])[0]!, 'B8')).toMatchObject({ reason: 'otherProcedure' });
  const sameProcedure = { ...region, procedure: 'ВПР  2025', grade: 8 };
  expect(markerOf(supported([own, sameProcedure])[0]!, 'B8')).toMatchObject({ reason: 'otherProcedure' });
});

test('few schools in both procedures are too few to learn the line from', () => {
  const small = simulateRegion({
    seed: 6,
    municipalities: 1,
    schoolsPerMunicipality: 8,
    works: [inventedWork('Математика', 8)],
  }).administrations[0]!;
  const [first] = supported([
    { ...small, procedure: 'ВПР 2025', grade: 8 },
    { ...small, procedure: 'ОГЭ 2026', grade: 9 },
  ]);
  expect(markerOf(first!, 'B8')).toMatchObject({ kind: 'insufficient', reason: 'confirmedSchools', required: 15 });
});

/** Every pupil of one class with nearly the class's mean, and blanks everywhere but there. */
function evened(target: number): Administration {
  const { tasks } = region;
  const scores = region.scores.slice();
  const totals = region.totals.slice();
  const ofClass = [...region.classOf.keys()].filter((paper) => region.classOf[paper] === target);
  for (let paper = 0; paper < region.size; paper++) {
    if (region.classOf[paper] === target) continue;
    for (let task = 0; task < tasks.length; task++) {
      const at = paper * tasks.length + task;
      if (scores[at] === 0 && (paper + task) % 3 === 0) scores[at] = NOT_ATTEMPTED;
    }
  }
  const mean = Math.round(ofClass.reduce((sum, paper) => sum + totals[paper]!, 0) / ofClass.length);
  ofClass.forEach((paper, index) => {
    totals[paper] = mean + (index % 3) - 1;
  });
  return { ...region, scores, totals };
}

test('a class with even totals and no blanks stands out among classes of its level', () => {
  const sizes = region.classes.map((_, index) => region.classOf.filter((each) => each === index).length);
  const target = sizes.findIndex((size) => size >= 20);
  const units = supported([evened(target)]).filter(({ level }) => level === 'class');
  const computed = units.flatMap((unit) => {
    const marker = markerOf(unit, 'B9');
    return marker.kind === 'computed' ? [{ unit, marker }] : [];
  });
  const [strongest] = computed.toSorted((a, b) => a.marker.p - b.marker.p);
  const { name, school } = region.classes[target]!;
  expect([strongest!.unit.school, strongest!.unit.className]).toEqual([region.schools[school]!.name, name]);
  expect(strongest!.marker.effect.value).toBeLessThan(0.5);
  expect(strongest!.marker.details.figures!.blanks).toBe(0);
  expect(strongest!.marker.details.figures!.usualBlanks).toBeGreaterThan(0.02);
  expect(explain(strongest!.marker, strongest!.unit, 'ru')).toMatch(/Разброс сумм.*Не начато заданий 0,0/u);
  // Honest classes: about one in twenty below one in twenty.
  const share = computed.filter(({ marker }) => marker.p < 0.05).length / computed.length;
  expect(share).toBeLessThan(0.12);
  const few = units.filter(({ participants }) => participants < 15).map((unit) => markerOf(unit, 'B9'));
  for (const marker of few) expect(marker).toMatchObject({ kind: 'insufficient', reason: 'papers', required: 15 });
});

function withoutB8(units: readonly UnitResult[]): unknown {
  return units.map(({ markers, ...unit }) => ({ ...unit, markers: markers.filter(({ id }) => id !== 'B8') }));
}

test('another procedure changes nothing but what the supporting marker says', () => {
  const { units } = analyze([own], { details: false });
  const { units: beside } = analyze([own], { details: false, others: [laterExamination('', 0)] });
  expect(withoutB8(beside)).toEqual(withoutB8(units));
  expect(units.filter(({ level }) => level === 'school').map((unit) => markerOf(unit, 'B8').kind)).not.toContain(
    'computed',
  );
  expect(beside.filter(({ level }) => level === 'school').map((unit) => markerOf(unit, 'B8').kind)).toContain(
    'computed',
  );
});
