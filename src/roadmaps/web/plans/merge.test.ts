import { expect, test } from 'vitest';
import { type Edit, type Plan, rebase, subjectsOf, withoutFields } from './merge.ts';

const deadline = {
  verbatim: 'ноябрь 2026',
  type: 'MONTH',
  windows: [],
  recurrence: null,
  reference: null,
  condition: null,
  notes: [],
  ambiguous: false,
  warnings: [],
};

function plan(text: string, result: string, revision: number): Plan {
  return {
    id: 1,
    organizationId: 1,
    title: 'План',
    schoolYear: 2026,
    state: 'draft',
    approval: { post: null, person: null, order: null, on: null },
    startsOn: null,
    endsOn: null,
    preamble: '',
    revision: 1,
    sections: [
      {
        id: 5,
        position: 0,
        title: 'Раздел',
        revision: 1,
        measures: [
          {
            id: 7,
            sectionId: 5,
            position: 0,
            number: '1.1',
            text,
            deadline,
            windowsSet: null,
            deadlineConfirmed: false,
            conditionMet: false,
            parties: [],
            result,
            kind: null,
            targets: [],
            warnings: [],
            state: 'planned',
            stateNote: '',
            originMeasureId: null,
            origin: null,
            revision,
          },
        ],
      },
    ],
  };
}

const before = plan('Изучить', 'Справка', 1);
const bases = new Map([...subjectsOf(before)].map(([key, { values }]) => [key, values]));
const edit = (fields: object): Edit => ({ op: 'setMeasure', id: 7, revision: 1, fields });

test('changes of different fields go together without asking', () => {
  const { edits, conflicts } = rebase([edit({ result: 'Приказ' })], bases, plan('Изучить порядок', 'Справка', 2));
  expect(conflicts).toEqual([]);
  expect(edits).toEqual([{ op: 'setMeasure', id: 7, revision: 2, fields: { result: 'Приказ' } }]);
});

test('changes of one field are laid before a person with both versions', () => {
  const { conflicts } = rebase(
    [edit({ text: 'Изучить инструкцию', result: 'Приказ' })],
    bases,
    plan('Изучить порядок', 'Справка', 2),
  );
  expect(conflicts).toEqual([
    {
      key: 'measure:7',
      subject: '1.1 Изучить порядок',
      field: 'text',
      mine: 'Изучить инструкцию',
      theirs: 'Изучить порядок',
    },
  ]);
});

test('the same change made by both is none', () => {
  expect(rebase([edit({ text: 'То же' })], bases, plan('То же', 'Справка', 2)).conflicts).toEqual([]);
});

test('an edit of a row that somebody has removed is named as lost and not sent', () => {
  const without = { ...before, sections: [{ ...before.sections[0]!, measures: [] }] };
  const result = rebase([edit({ text: 'Моё' })], bases, without);
  expect([result.edits.length, result.lost.length]).toEqual([0, 1]);
});

test('fields for which the stored version was chosen are left out of what is sent', () => {
  const edits = [edit({ text: 'Моё', result: 'Приказ' }), edit({ text: 'Моё' })];
  expect(withoutFields(edits, [{ key: 'measure:7', field: 'text' }])).toEqual([edit({ result: 'Приказ' })]);
});
