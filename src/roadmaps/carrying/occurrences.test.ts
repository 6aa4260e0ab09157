import { array, assert, constantFrom, integer, oneof, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../deadline/days.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { type DeadlineContext, resolveDeadline } from '../deadline/resolve.ts';
import { acceptingEnds, type DueTime, type KnownTime, occurrencesOfMeasure, reconcile } from './occurrences.ts';

const BOUNDS = { schoolYear: 2026, startsOn: null, endsOn: null, approvedOn: null };
const of = (words: string, context: Partial<DeadlineContext> = {}, conditionMet = false, windowsSet = null) =>
  occurrencesOfMeasure(
    resolveDeadline(parseDeadline(words), { schoolYear: 2026, ...context }),
    windowsSet,
    { ...BOUNDS, approvedOn: context.approvedOn ?? null, endsOn: context.planEnds ?? null },
    conditionMet,
  );

test('a quarterly measure is four, a list of months one each', () => {
  expect(of('1 раз в квартал').map(({ key }) => key)).toEqual([
    '2026-09-01/2026-09-30',
    '2026-10-01/2026-12-31',
    '2027-01-01/2027-03-31',
    '2027-04-01/2027-05-31',
  ]);
  expect(of('ноябрь, декабрь 2026 г., январь 2027 г.').map(({ dueOn }) => dueOn)).toEqual([
    '2026-11-30',
    '2026-12-31',
    '2027-01-31',
  ]);
});

test('the last Monday of each month gives one day each', () => {
  const due = of('ежемесячно, последний понедельник месяца', { approvedOn: '2026-11-02' });
  expect(due.slice(0, 2)).toEqual([
    { key: '2026-11-30/2026-11-30', opensOn: '2026-11-30', dueOn: '2026-11-30' },
    { key: '2026-12-28/2026-12-28', opensOn: '2026-12-28', dueOn: '2026-12-28' },
  ]);
});

test('«постоянно» is one that opens with the plan and is due on no day; «в течение года» is due at the end of the year', () => {
  expect(of('постоянно')).toEqual([{ key: 'once', opensOn: '2026-09-01', dueOn: null }]);
  expect(of('постоянно', { approvedOn: '2026-10-05' })).toEqual([
    { key: '2026-10-05/', opensOn: '2026-10-05', dueOn: null },
  ]);
  expect(of('в течение учебного года').map(({ dueOn }) => dueOn)).toEqual(['2027-08-31']);
});

test('a reference without its calendar, and a measure without a deadline, have one place and no days', () => {
  const nothing = [{ key: 'once', opensOn: null, dueOn: null }];
  expect(of('по графику ВПР')).toEqual(nothing);
  expect(of('')).toEqual(nothing);
  const events = [{ names: ['график ВПР'], windows: [{ from: '2027-04-12', to: '2027-05-20' }] }];
  expect(of('по графику ВПР', { events })).toEqual([
    { key: '2027-04-12/2027-05-20', opensOn: '2027-04-12', dueOn: '2027-05-20' },
  ]);
});

test('what is done where needed is due only when somebody says that it is needed', () => {
  expect(of('до 31 мая (при необходимости)')).toEqual([]);
  expect(of('до 31 мая (при необходимости)', {}, true).map(({ dueOn }) => dueOn)).toEqual(['2027-05-31']);
});

test('days that a person set take the place of what the words give', () => {
  const resolved = resolveDeadline(parseDeadline('по графику'), { schoolYear: 2026 });
  const set = [
    { from: null, to: '2026-12-01' },
    { from: '2027-02-01', to: '2027-02-05' },
  ];
  expect(occurrencesOfMeasure(resolved, set, BOUNDS, false).map(({ key }) => key)).toEqual([
    '/2026-12-01',
    '2027-02-01/2027-02-05',
  ]);
});

test('twice a month gives two of each month under keys of their own; every day is one that lasts', () => {
  const twice = of('2 раза в месяц');
  expect(new Set(twice.map(({ key }) => key)).size).toBe(twice.length);
  expect(twice[1]!.key).toBe('2026-09-01/2026-09-30#2');
  expect(of('ежедневно')).toHaveLength(1);
});

const day = integer({ min: 0, max: 400 }).map((offset) => addDays('2026-08-01', offset));
const months = constantFrom('сентябрь', 'октябрь', 'декабрь', 'март', 'май', 'август');
const words = oneof(
  months,
  constantFrom(
    'ежемесячно',
    'еженедельно',
    'ежедневно',
    '1 раз в квартал',
    '2 раза в год',
    'постоянно',
    'по графику',
    'в течение года',
    'по итогам четверти',
    '',
    'ежемесячно, последний понедельник месяца',
    'октябрь, затем в течение года',
    '3 раза в месяц',
  ),
  array(months, { minLength: 2, maxLength: 4 }).map((list) => list.join(', ')),
);

test('whatever the words, keys are distinct, days are in order, and asking again gives the same', () => {
  assert(
    property(words, option(day), option(day), (said, approvedOn, planEnds) => {
      const due = of(said, { approvedOn, planEnds });
      expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
      expect(of(said, { approvedOn, planEnds })).toEqual(due);
      for (const { opensOn, dueOn } of due) if (opensOn !== null && dueOn !== null) expect(opensOn <= dueOn).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const time = record({ from: option(day), length: integer({ min: 0, max: 60 }), open: constantFrom(true, false) }).map(
  ({ from, length, open }): DueTime => {
    const to = from === null ? null : addDays(from, length);
    return { key: from === null ? 'once' : `${open ? '' : from}/${to}`, opensOn: open ? null : from, dueOn: to };
  },
);
const unique = (times: readonly DueTime[]): DueTime[] => [...new Map(times.map((one) => [one.key, one])).values()];
const times = array(time, { maxLength: 8 }).map(unique);
const known = array(
  record({
    time,
    state: constantFrom('open', 'submitted', 'accepted', 'returned', 'notNeeded', 'cancelled'),
    evidence: constantFrom(true, false),
  }),
  { maxLength: 8 },
).map((rows) =>
  unique(rows.map((row) => row.time)).map((one, index): KnownTime => {
    const { state, evidence } = rows[index]!;
    const hasHistory = state === 'open' || state === 'cancelled' ? evidence : true;
    return { ...one, id: index + 1, state, hasHistory };
  }),
);

/** What stands after a reconciliation. */
function carriedOut(before: readonly KnownTime[], wanted: readonly DueTime[]): KnownTime[] {
  const { add, move, cancel, revive } = reconcile(before, wanted);
  const rows = before.map((one): KnownTime => {
    const to = move.find(({ id }) => id === one.id)?.to;
    const state = cancel.includes(one.id) ? 'cancelled' : revive.includes(one.id) ? 'open' : one.state;
    return { ...one, ...to, state };
  });
  const fresh = add.map((one, index) => ({ ...one, id: 1000 + index, state: 'open', hasHistory: false }));
  return [...rows, ...fresh];
}

test('after any change of a deadline every wanted time stands once, evidence is kept, and a second run changes nothing', () => {
  assert(
    property(known, times, (before, wanted) => {
      const after = carriedOut(before, wanted);
      expect(new Set(after.map(({ key }) => key)).size).toBe(after.length);
      for (const one of wanted) {
        const found = after.find(({ key }) => key === one.key);
        expect(found).toMatchObject({ opensOn: one.opensOn, dueOn: one.dueOn });
        expect(found!.state).not.toBe('cancelled');
      }
      for (const one of before) {
        const still = after.find(({ id }) => id === one.id)!;
        if (one.state === 'submitted' || one.state === 'accepted') expect(still.state).toBe(one.state);
      }
      expect(reconcile(after, wanted)).toEqual({ add: [], move: [], cancel: [], revive: [] });
    }),
    { numRuns: 1000 },
  );
});

test('evidence moves with a deadline that was put off, and with a calendar that was attached', () => {
  const held: KnownTime = {
    id: 7,
    key: '/2026-11-13',
    opensOn: null,
    dueOn: '2026-11-13',
    state: 'submitted',
    hasHistory: true,
  };
  const later = { key: '/2026-11-27', opensOn: null, dueOn: '2026-11-27' };
  expect(reconcile([held], [later])).toEqual({ add: [], move: [{ id: 7, to: later }], cancel: [], revive: [] });
  const undated: KnownTime = { id: 8, key: 'once', opensOn: null, dueOn: null, state: 'open', hasHistory: false };
  const windows = ['2027-04-12', '2027-05-20'].map((on) => ({ key: `${on}/${on}`, opensOn: on, dueOn: on }));
  expect(reconcile([undated], windows)).toMatchObject({ move: [{ id: 8, to: windows[0] }], add: [windows[1]] });
});

test('evidence ends what is due soon, and not what lasts all year', () => {
  const year = { opensOn: '2026-09-01', dueOn: '2027-08-31' };
  expect(acceptingEnds(year, '2026-11-22')).toBe(false);
  expect(acceptingEnds(year, '2027-08-15')).toBe(true);
  expect(acceptingEnds({ opensOn: '2026-11-01', dueOn: '2026-11-30' }, '2026-11-22')).toBe(true);
  expect(acceptingEnds({ opensOn: '2026-09-01', dueOn: null }, '2026-11-22')).toBe(false);
  expect(acceptingEnds({ opensOn: null, dueOn: null }, '2026-11-22')).toBe(true);
});
