import { expect, test } from 'vitest';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { type GeneratorName, type RegimeName, regimeRegion, reportingSeed, tuningSeed } from './regimes.ts';
import { TARGETS } from './manipulations.ts';

const KINDS = (['first', 'second'] satisfies GeneratorName[]).flatMap((generator) =>
  (['strong', 'natural'] satisfies RegimeName[]).map((regime) => ({ generator, regime })),
);

test('seeds for setting and seeds for reporting never meet', () => {
  const tuning = new Set(Array.from({ length: 10_000 }, (_, index) => tuningSeed(index)));
  for (let index = 0; index < 10_000; index++) expect(tuning.has(reportingSeed(index))).toBe(false);
});

test.each(KINDS)(
  '$generator generator, $regime: one class in ten by six manipulations, two in a hundred absent',
  (kind) => {
    const { truth } = regimeRegion({ ...kind, seed: tuningSeed(3), strength: 1, schools: 60 });
    const done = truth.flatMap(({ manipulation }) => (manipulation === null ? [] : [manipulation]));
    const targets = done.filter((each) => each !== 'absence');
    expect(Math.abs(targets.length / truth.length - 0.1)).toBeLessThan(0.01);
    expect(Math.abs((done.length - targets.length) / truth.length - 0.02)).toBeLessThan(0.01);
    for (const target of TARGETS) {
      const share = targets.filter((each) => each === target).length / targets.length;
      expect(Math.abs(share - 1 / TARGETS.length)).toBeLessThan(0.05);
    }
  },
);

test.each(KINDS)('$generator generator, $regime: the seed says everything', (kind) => {
  const request = { ...kind, seed: tuningSeed(4), strength: 1, schools: 10 };
  expect(regimeRegion(request)).toEqual(regimeRegion(request));
  expect(regimeRegion({ ...request, seed: tuningSeed(5) }).administrations[0]!.scores).not.toEqual(
    regimeRegion(request).administrations[0]!.scores,
  );
});

test.each(KINDS)('$generator generator, $regime: strength zero leaves everybody alone', (kind) => {
  const { truth } = regimeRegion({ ...kind, seed: tuningSeed(6), strength: 0, schools: 10 });
  expect(truth.every(({ manipulation }) => manipulation === null)).toBe(true);
});

test.each(KINDS)('$generator generator, $regime: scores within the maxima, every class of the truth there', (kind) => {
  const { administrations, truth } = regimeRegion({ ...kind, seed: tuningSeed(7), strength: 1, schools: 20 });
  for (const { tasks, scores } of administrations) {
    for (let cell = 0; cell < scores.length; cell++) {
      const { max } = tasks[cell % tasks.length]!;
      if (scores[cell]! < NOT_ATTEMPTED || scores[cell]! > max) expect.fail(`a score of ${scores[cell]} of ${max}`);
    }
  }
  for (const { administration, classIndex, className, school } of truth) {
    const { classes, schools } = administrations[administration]!;
    expect(classes[classIndex]!.name).toBe(className);
    expect(schools[classes[classIndex]!.school]!.name).toBe(school);
  }
});

test('marks of the first generator are spread as published ones are: few «2», most «3» and «4»', () => {
  const { administrations } = regimeRegion({ seed: tuningSeed(8), regime: 'strong', strength: 0, schools: 60 });
  const marks = administrations.flatMap((administration) => [...administration.marks]);
  const share = (mark: number): number => marks.filter((each) => each === mark).length / marks.length;
  expect(share(2)).toBeLessThan(0.2);
  expect(share(3) + share(4)).toBeGreaterThan(0.5);
});
