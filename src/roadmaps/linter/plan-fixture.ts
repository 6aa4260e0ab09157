/** Invented plans for the tests of the linter: a sound one, in which each test breaks what it is about. */
import type { LintedMeasure, LintedPlan, LintedSection } from './model.ts';

const TEXTS = [
  'Изучить порядок проведения проверочных работ',
  'Составить список общественных наблюдателей',
  'Провести родительское собрание о проверочных работах',
  'Посетить уроки молодых учителей',
] as const;
const RESULTS = ['лист ознакомления', 'утверждённый список', 'протокол собрания', 'карты посещения'] as const;

/** A sound measure; `at` chooses its words and number. */
export function measureOf(at: number, changes: Partial<LintedMeasure> = {}): LintedMeasure {
  return {
    id: `m${at}`,
    number: String(at + 1),
    text: TEXTS[at % TEXTS.length],
    deadline: 'до 20 октября 2026 г.',
    windowsSet: null,
    deadlineConfirmed: false,
    conditionMet: false,
    responsible: [{ post: 'Заместитель директора по УВР', person: null, organisation: null, held: false }],
    result: RESULTS[at % RESULTS.length],
    kind: 'M40',
    targets: [],
    warnings: [],
    place: `строка ${at + 10}`,
    state: null,
    occurrences: [],
    ...changes,
  };
}

export function sectionOf(id: string, measures: readonly LintedMeasure[], title: string | null = null): LintedSection {
  return { id, title, measures };
}

export function planOf(sections: readonly LintedSection[], changes: Partial<LintedPlan> = {}): LintedPlan {
  return {
    title: 'План мероприятий на 2026/2027 учебный год',
    schoolYear: 2026,
    schoolYearGuessed: false,
    approval: { order: '17', on: '2026-08-31' },
    startsOn: null,
    endsOn: null,
    sections,
    ...changes,
  };
}

/** A plan of one section: the sound measures with the changes given, in their order. */
export function planWith(...changes: readonly Partial<LintedMeasure>[]): LintedPlan {
  return planOf([
    sectionOf(
      's0',
      changes.map((each, at) => measureOf(at, each)),
    ),
  ]);
}
