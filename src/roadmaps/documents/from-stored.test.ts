import { expect, test } from 'vitest';
import type { StoredMeasure, StoredPlan } from '../model.ts';
import type { Standing } from '../plans/standing.ts';
import { planOf } from './from-stored.ts';

const measure = (id: number, state: StoredMeasure['state']): StoredMeasure => ({
  id,
  sectionId: 1,
  position: id,
  number: String(id),
  text: 'Посетить уроки',
  deadline: { verbatim: 'октябрь 2026 г.' } as StoredMeasure['deadline'],
  windowsSet: null,
  deadlineConfirmed: false,
  conditionMet: false,
  parties: [],
  result: '',
  kind: null,
  targets: [],
  warnings: [],
  state,
  stateNote: '',
  originMeasureId: null,
  origin: null,
  revision: 1,
});
const none: Standing['dates'] = { open: 0, submitted: 0, accepted: 0, returned: 0, notNeeded: 0 };

test('the mark of carrying out says what the table on the screen says of the dates', () => {
  const plan: StoredPlan = {
    id: 1,
    organizationId: 1,
    title: 'План',
    schoolYear: 2026,
    state: 'approved',
    approval: { post: null, person: null, order: null, on: null },
    startsOn: null,
    endsOn: null,
    preamble: '',
    sections: [
      {
        id: 1,
        position: 1,
        title: '',
        revision: 1,
        measures: [measure(1, 'planned'), measure(2, 'inProgress'), measure(3, 'inProgress'), measure(4, 'planned')],
      },
    ],
    revision: 1,
  };
  const standings: readonly Standing[] = [
    { measureId: 1, lateSince: '2026-10-31', dates: { ...none, open: 1 } },
    { measureId: 2, lateSince: null, dates: { ...none, accepted: 1 } },
    { measureId: 3, lateSince: null, dates: { ...none, accepted: 2, open: 1, submitted: 1 } },
    { measureId: 4, lateSince: null, dates: { ...none, open: 2 } },
  ];
  const { sections } = planOf(plan, { organisation: 'Школа', day: '2026-11-22', standings });
  expect(sections[0].measures.map(({ state }) => state)).toEqual([
    'запланировано\nсрок прошёл 31.10.2026',
    'в работе\nпринято',
    'в работе\nпринято 2 из 4\nна проверке: 1',
    'запланировано',
  ]);
});
