import { expect, test } from 'vitest';
import { presetTerms } from '../calendars/rules.ts';
import type { MeasureWarning } from '../reading/model.ts';
import { askingOfDeadline, asksForLook, Deadlines, doubtsOf } from './doubts.ts';
import type { DraftMeasure } from './model.ts';
import { mayBeSame } from './organisation.ts';

function measure(fields: Partial<DraftMeasure> = {}, ...warnings: readonly Partial<MeasureWarning>[]): DraftMeasure {
  return {
    id: 'm1',
    number: '1',
    text: 'Анализ результатов ВПР',
    deadline: 'октябрь 2026',
    windowsSet: null,
    deadlineConfirmed: false,
    parties: [{ part: 'responsible', post: 'Директор', person: null, organisation: null, staffPostId: null }],
    result: 'Справка',
    kind: null,
    targets: [],
    warnings: warnings.map((given) => ({ code: 'inherited', words: null, place: 'строка 1', ...given })),
    place: 'строка 1',
    checked: false,
    ...fields,
  };
}
const deadlines = new Deadlines({ schoolYear: 2026 });

test('an ambiguous deadline asks until it is confirmed, set by hand or rewritten', () => {
  const doubtful = measure({ deadline: 'ноябрь декабрь 2026' });
  const resolved = deadlines.of(doubtful.deadline);
  expect(askingOfDeadline(doubtful, resolved).map(({ code }) => code)).toContain('lostDash');
  expect(asksForLook({ ...doubtful, deadlineConfirmed: true }, resolved)).toBe(false);
  expect(asksForLook({ ...doubtful, windowsSet: [{ from: '2026-11-01', to: '2026-12-31' }] }, resolved)).toBe(false);
  expect(asksForLook(measure({ deadline: 'ноябрь – декабрь 2026' }), deadlines.of('ноябрь – декабрь 2026'))).toBe(
    false,
  );
});

test('a change of the school year reads deadlines anew', () => {
  expect(new Deadlines({ schoolYear: 2024 }).of('октябрь').windows[0]!.from).toBe('2024-10-01');
  expect(deadlines.of('октябрь').windows[0]!.from).toBe('2026-10-01');
  const calendar = { terms: presetTerms('quarterTerm', 2026), holidays: [], lessonsEnd: null };
  expect(new Deadlines({ schoolYear: 2026, calendar }).of('1 четверть').windows[0]!.to).toBe('2026-10-26');
});

test('each doubt stands beside its field, and what was mended is no longer said', () => {
  const doubts = doubtsOf(
    measure(
      { parties: [] },
      { code: 'noResponsible' },
      { code: 'valueMoved', words: 'Справка' },
      { code: 'inherited', words: 'deadline' },
      { code: 'brokenNumber' },
      { code: 'columnsShifted' },
    ),
  );
  expect(doubts.map(({ field, asks }) => `${field} ${asks}`)).toEqual([
    'responsible true',
    'result true',
    'deadline false',
    'number true',
    'row true',
  ]);
  expect(doubtsOf(measure({}, { code: 'noResponsible' }))).toEqual([]);
  const latin = { code: 'foreignLetters', words: 'Aнализ' } as const;
  expect(doubtsOf(measure({ text: 'Aнализ результатов' }, latin))).toHaveLength(1);
  expect(doubtsOf(measure({ text: 'Анализ результатов' }, latin))).toEqual([]);
});

test('what a person has checked asks no more', () => {
  expect(asksForLook(measure({ checked: true, deadline: '' }, { code: 'columnsShifted' }), deadlines.of(''))).toBe(
    false,
  );
});

test('the organisation of a document is compared by what tells organisations apart', () => {
  const own = ['Муниципальное бюджетное учреждение «Средняя школа № 3 г. Заозёрска»', 'СОШ № 3 г. Заозёрска'];
  expect(mayBeSame('МБОУ СОШ № 3', own)).toBe(true);
  expect(mayBeSame('МБОУ «Гимназия № 8»', own)).toBe(false);
  expect(mayBeSame('МБОУ СОШ № 13', own)).toBe(false);
  expect(mayBeSame(null, own)).toBe(true);
  expect(mayBeSame('Управление образования Заозёрского округа', ['Заозерский муниципальный округ'])).toBe(true);
});
