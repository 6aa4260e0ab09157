import { expect, test } from 'vitest';
import type { StoredMeasure, StoredPlan } from '../model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { starterRoadmap } from '../starters/starter.ts';
import { lintedFromRead } from './from-read.ts';
import { lintedFromStored } from './from-stored.ts';
import { lintPlan, NOTHING_KNOWN } from './lint.ts';

function stored(changes: Partial<StoredMeasure>): StoredPlan {
  return {
    id: 1,
    organizationId: 2,
    title: 'План мероприятий',
    schoolYear: 2026,
    state: 'approved',
    approval: { post: 'Директор', person: 'Небывалова А. А.', order: '17', on: '2026-08-31' },
    startsOn: null,
    endsOn: null,
    preamble: '',
    sections: [
      {
        id: 5,
        position: 1,
        title: '',
        revision: 1,
        measures: [
          {
            id: 7,
            sectionId: 5,
            position: 1,
            number: '1',
            text: 'Посетить уроки молодых учителей',
            deadline: resolveDeadline(parseDeadline('до 20 октября 2026 г.'), { schoolYear: 2026 }),
            windowsSet: null,
            deadlineConfirmed: false,
            conditionMet: false,
            parties: [
              {
                part: 'responsible',
                post: 'Выдуманная должность',
                person: null,
                organisation: null,
                staffPostId: null,
              },
            ],
            result: 'карты посещения',
            kind: 'M19',
            targets: [],
            warnings: [],
            state: 'inProgress',
            stateNote: '',
            originMeasureId: null,
            origin: null,
            revision: 1,
            ...changes,
          },
        ],
      },
    ],
    revision: 1,
  };
}

const OPEN = { id: 9, measureId: 7, key: 'k', opensOn: null, dueOn: '2026-10-20', state: 'open', revision: 1 } as const;

test('a stored plan is looked through with its staff and what was handed in', () => {
  const plan = lintedFromStored(stored({}), [{ ...OPEN, evidence: 0 }]);
  const remarks = lintPlan(plan, { ...NOTHING_KNOWN, today: '2026-11-22', posts: ['Директор'] });
  expect(remarks.map(({ code, place }) => [code, place])).toEqual([
    ['postHeldByNobody', '1'],
    ['overdueNotReported', '1'],
  ]);
});

test('a post tied to a member of staff is held, whatever it is called; a draft is not overdue', () => {
  const party = { part: 'responsible', post: 'Выдуманная должность', person: null, organisation: null } as const;
  const held = { ...stored({ parties: [{ ...party, staffPostId: 3 }] }), state: 'draft' } as const;
  const plan = lintedFromStored(held, [{ ...OPEN, evidence: 0 }]);
  expect(lintPlan(plan, { ...NOTHING_KNOWN, today: '2026-11-22', posts: [] })).toEqual([]);
});

test('a plan that was read keeps its rows and places, and its targets are not indicators yet', () => {
  const plan = lintedFromRead(starterRoadmap('district', 2026));
  expect(plan.sections[0].measures[1]).toMatchObject({ id: 's0m1', number: '1.2', place: 'строка 2', targets: [] });
});
