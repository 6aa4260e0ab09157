import { expect, test } from 'vitest';
import { fold } from '../reading/fold.ts';
import { KIND_IDS } from '../kinds/text.ts';
import { lintedFromRead } from '../linter/from-read.ts';
import { lintPlan } from '../linter/lint.ts';
import type { RemarkCode } from '../linter/model.ts';
import { type StarterKind, STARTER_KINDS } from './model.ts';
import { starterRoadmap } from './starter.ts';

function measures(kind: StarterKind, schoolYear = 2026) {
  return starterRoadmap(kind, schoolYear).sections.flatMap((section) => section.measures);
}

function kindsOf(kind: StarterKind) {
  return measures(kind).map((measure) => measure.kind);
}

const YEARS = Array.from({ length: 16 }, (_, at) => 2020 + at);

test('a school’s plan names every kind once', () => {
  expect(
    measures('school')
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...KIND_IDS].toSorted());
});

test('a gymnasium stands for marks against tests, medallists and olympiads; a district for reports, unions, observers, hotline', () => {
  expect(kindsOf('gymnasium')).toEqual(expect.arrayContaining(['M14', 'M18', 'M51', 'M37', 'M47']));
  expect(kindsOf('district')).toEqual(expect.arrayContaining(['M63', 'M31', 'M41', 'M42', 'M59', 'M30', 'M05']));
});

test.each(STARTER_KINDS)(
  '%s: each measure has a deadline that is understood, somebody responsible, and a result',
  (kind) => {
    for (const { deadline, responsible, result, text } of measures(kind)) {
      expect(deadline.type, text).not.toMatch(/NONE|UNKNOWN/u);
      expect(deadline.ambiguous, text).toBe(false);
      expect(responsible.length, text).toBeGreaterThan(0);
      expect(result, text).toBeTruthy();
      expect(deadline.windows.length > 0 || deadline.reference !== null, text).toBe(true);
    }
  },
);

test.each(STARTER_KINDS)(
  '%s: in any school year the only doubts of a deadline are documents to be attached',
  (kind) => {
    for (const year of YEARS) {
      const warnings = measures(kind, year).flatMap(({ deadline }) => deadline.warnings.map(({ code }) => code));
      expect(new Set(warnings)).toEqual(new Set(['referenceNotAttached']));
    }
  },
);

test.each(STARTER_KINDS)(
  '%s: the linter finds nothing but the missing order, documents to attach and targets in words',
  (kind) => {
    const allowed = new Set<RemarkCode>([
      'planNotApproved',
      'referenceNotAttached',
      'termsNotAttached',
      'targetInWords',
    ]);
    for (const year of YEARS) {
      const remarks = lintPlan(lintedFromRead(starterRoadmap(kind, year)));
      expect(
        remarks.filter(({ code }) => !allowed.has(code)).map(({ code, words, place }) => [code, words, place]),
      ).toEqual([]);
    }
  },
);

test('no two measures repeat, within a plan or between plans', () => {
  const texts = STARTER_KINDS.flatMap((kind) => measures(kind).map(({ text }) => fold(text)));
  expect(new Set(texts).size).toBe(texts.length);
});

test('deadlines are written out with their year', () => {
  const deadlines = measures('school').map(({ deadline }) => deadline.verbatim);
  expect(deadlines).toContain('до 18 сентября 2026 г.');
  expect(deadlines).toContain('ноябрь 2026 г., январь, март 2027 г.');
  expect(deadlines).toContain('ежемесячно, последний понедельник месяца');
});

test('plans hold countable targets', () => {
  for (const kind of STARTER_KINDS) {
    expect(measures(kind).flatMap((measure) => measure.targets).length).toBeGreaterThanOrEqual(5);
  }
});
