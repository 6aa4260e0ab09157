import { expect, test } from 'vitest';
import type { MarkThresholds } from '#src/results/model.ts';
import type { UnitResult } from '../model.ts';
import { regimeRegion, tuningSeed } from '../validation/regimes.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import type { Administration } from './administration.ts';
import { analyze } from './analyze.ts';
import { AdministrationBuilder } from './builder.ts';

const mathematics = inventedWork('Математика', 5);
const works = [mathematics, inventedWork('Русский язык', 5, 12, 4)];
const size = { municipalities: 6, schoolsPerMunicipality: 10 };

function keyOf(unit: UnitResult): string {
  return JSON.stringify([unit.level, unit.subject, unit.municipality, unit.school, unit.className]);
}

function key(...parts: (string | null)[]): string {
  return JSON.stringify(parts);
}

function isProbability(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** What must hold of every answer, whatever the input. */
function expectWellFormed(administrations: readonly Administration[], units: readonly UnitResult[]): void {
  const expected = administrations.flatMap(({ subject, municipalities, schools, classes, classOf }) => {
    const classIndices = [...new Set(classOf)];
    const schoolIndices = [...new Set(classIndices.map((index) => classes[index]!.school))];
    const inMunicipality = (school: number): string => municipalities[schools[school]!.municipality]!;
    return [
      ...new Set(schoolIndices.map((school) => key('municipality', subject, inMunicipality(school), null, null))),
      ...schoolIndices.map((school) => key('school', subject, inMunicipality(school), schools[school]!.name, null)),
      ...classIndices.map((index) => {
        const { school, name } = classes[index]!;
        return key('class', subject, inMunicipality(school), schools[school]!.name, name);
      }),
    ];
  });
  expect(units.map(keyOf).sort()).toEqual(expected.sort());
  for (const unit of units) {
    expect(unit.p === null || isProbability(unit.p)).toBe(true);
    expect(unit.localFdr === null || isProbability(unit.localFdr)).toBe(true);
    expect(Number.isFinite(unit.index) && unit.index >= 0).toBe(true);
    if (unit.signalled) expect(unit.p).not.toBeNull();
    if (unit.p === null) expect([unit.localFdr, unit.signalled, unit.strength]).toEqual([null, false, 'none']);
    if (unit.strength === 'pronounced') {
      expect(unit.signalled).toBe(true);
      expect(unit.mechanisms.length >= 2 || unit.otherWorks !== undefined).toBe(true);
      expect(unit.localFdr).toBeLessThanOrEqual(0.1);
    }
    expect(new Set(unit.mechanisms).size).toBe(unit.mechanisms.length);
    for (const marker of unit.markers) {
      if (marker.kind === 'computed') {
        expect(isProbability(marker.p)).toBe(true);
        expect(Number.isFinite(marker.statistic)).toBe(true);
        expect(Number.isFinite(marker.effect.value)).toBe(true);
      } else {
        expect(marker.reason).not.toBe('');
        expect(marker.given).toBeGreaterThanOrEqual(0);
        expect(marker.required).toBeGreaterThan(0);
      }
    }
  }
}

test('an honest region gives at most two signalled classes', () => {
  const { administrations } = simulateRegion({ ...size, seed: 11, works, manipulatedShare: 0 });
  const { units } = analyze(administrations, { details: false });
  expectWellFormed(administrations, units);
  expect(units.filter((unit) => unit.level === 'class' && unit.signalled).length).toBeLessThanOrEqual(2);
});

test('a region with manipulated classes is answered the same way twice, every unit once, all figures in range', () => {
  const options = { ...size, seed: 12, works: [mathematics], strength: 1, manipulatedShare: 0.15 };
  const { administrations } = simulateRegion(options);
  const first = analyze(administrations);
  expectWellFormed(administrations, first.units);
  expect(first.units.some((unit) => unit.signalled)).toBe(true);
  expect(analyze(simulateRegion(options).administrations)).toEqual(first);
});

test('details can be left out and nothing else changes', () => {
  const { administrations } = simulateRegion({ seed: 13, municipalities: 2, schoolsPerMunicipality: 4, works });
  const bare = analyze(administrations, { details: false });
  const full = analyze(administrations);
  expect(
    full.units.map((unit) => ({ ...unit, markers: unit.markers.map((marker) => ({ ...marker, details: null })) })),
  ).toEqual(
    bare.units.map((unit) => ({ ...unit, markers: unit.markers.map((marker) => ({ ...marker, details: null })) })),
  );
  for (const { markers } of bare.units) {
    for (const marker of markers) if (marker.kind === 'computed') expect(marker.details).toEqual({});
  }
});

interface Small {
  readonly classes?: number;
  readonly pupils?: number;
  readonly journal?: boolean;
  readonly thresholds?: MarkThresholds | null;
  readonly scoreOf?: (pupil: number, task: number, max: number) => number;
}

function patterned(pupil: number, task: number, max: number): number {
  return (pupil * 7 + task * 3) % (max + 1);
}

/** A few classes of one school with patterned scores. */
function small({ classes = 1, pupils = 20, journal = true, thresholds, scoreOf }: Small): Administration {
  const builder = new AdministrationBuilder({
    ...mathematics,
    procedure: 'ВПР',
    thresholds: thresholds === undefined ? mathematics.thresholds : thresholds,
  });
  for (let group = 0; group < classes; group++) {
    for (let pupil = 0; pupil < pupils; pupil++) {
      builder.add({
        municipality: 'Округ 1',
        school: '1001',
        className: `5-${group + 1}`,
        teacher: null,
        participant: `${group}-${pupil}`,
        variant: null,
        journalMark: journal ? 3 + (pupil % 3) : null,
        scores: mathematics.tasks.map(({ max }, task) => (scoreOf ?? patterned)(pupil + group, task, max)),
      });
    }
  }
  return builder.build();
}

test.each<[string, Small]>([
  ['one row', { pupils: 1 }],
  ['one class', {}],
  ['one school', { classes: 4 }],
  ['no journal marks', { classes: 3, journal: false }],
  ['no thresholds', { classes: 3, thresholds: null }],
  ['one task that everybody solved', { classes: 3, scoreOf: (pupil, task, max) => (task === 0 ? max : pupil % 2) }],
  ['a class in which every paper has the maximum', { classes: 2, scoreOf: (_pupil, _task, max) => max }],
  ['papers that all earned nothing', { classes: 2, scoreOf: () => 0 }],
])('%s is answered without an exception', (_name, input) => {
  const administration = small(input);
  expectWellFormed([administration], analyze([administration]).units);
});

test('nothing in, nothing out', () => {
  expect(analyze([]).units).toEqual([]);
});

test('one paper is too few for every marker, and each says of what', () => {
  const { units } = analyze([small({ pupils: 1 })]);
  expect(units.map((unit) => unit.level)).toEqual(['municipality', 'school', 'class']);
  for (const unit of units) {
    expect(unit.p).toBeNull();
    for (const marker of unit.markers) expect(marker.kind).toBe('insufficient');
  }
});

test('without journal marks their markers answer so', () => {
  for (const unit of analyze([small({ classes: 3, journal: false })]).units) {
    for (const marker of unit.markers.filter(({ id }) => id === 'B6' || id === 'B7')) {
      expect(marker).toMatchObject({ kind: 'insufficient', reason: 'journalMarks', given: 0 });
    }
  }
});

test('without thresholds the boundaries answer so', () => {
  for (const unit of analyze([small({ classes: 3, thresholds: null })]).units) {
    const boundary = unit.markers.find(({ id }) => id === 'B1');
    expect(boundary).toMatchObject({ kind: 'insufficient', reason: 'scale' });
  }
});

test('a work of which all pupils were absent is answered without an exception', () => {
  const builder = new AdministrationBuilder({ ...mathematics, procedure: 'ВПР' });
  const index = builder.classIndex('Округ 1', '1001', '5А', null);
  for (let pupil = 0; pupil < 20; pupil++) builder.addAbsent(index);
  const { units } = analyze([builder.build()]);
  expect(units).toHaveLength(3);
  for (const unit of units) {
    expect(unit).toMatchObject({ participants: 0, absent: 20, p: null, signalled: false });
  }
});

test.each([1, 4, 40])('%d variants of a work are compared among themselves', (variants) => {
  const { administrations } = simulateRegion({
    seed: 14,
    municipalities: 2,
    schoolsPerMunicipality: 5,
    works: [mathematics],
    variants,
  });
  expectWellFormed(administrations, analyze(administrations, { details: false }).units);
});

function nameOf(unit: Pick<UnitResult, 'subject' | 'grade' | 'school' | 'className'>): string {
  return key(unit.subject, String(unit.grade), unit.school, unit.className);
}

test('at strong doses half of the manipulated classes are signalled and few honest ones', () => {
  const region = regimeRegion({ seed: tuningSeed(0), regime: 'strong', strength: 1 });
  const { units } = analyze(region.administrations, { details: false });
  const truth = new Map(region.truth.map((unit) => [nameOf(unit), unit.manipulation]));
  const counted = units.filter((unit) => unit.level === 'class' && truth.get(nameOf(unit)) !== 'absence');
  const manipulated = counted.filter((unit) => truth.get(nameOf(unit)) !== null);
  const signals = counted.filter((unit) => unit.signalled);
  const found = signals.filter((unit) => truth.get(nameOf(unit)) !== null);
  expect(found.length / manipulated.length).toBeGreaterThan(0.45);
  expect((signals.length - found.length) / signals.length).toBeLessThan(0.12);
});
