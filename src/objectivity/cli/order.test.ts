import { expect, test } from 'vitest';
import { inOrder, type NamedUnit } from './order.ts';

function unit(place: Partial<NamedUnit>): NamedUnit {
  return {
    level: 'class',
    municipality: 'Озёрный район',
    school: '1',
    grade: 5,
    className: '5А',
    subject: 'Математика',
    procedure: 'ВПР',
    participants: 20,
    absent: 0,
    index: 0,
    p: null,
    signalled: false,
    localFdr: null,
    strength: 'none',
    mechanisms: [],
    markers: [],
    ...place,
  };
}

const printed = (units: readonly NamedUnit[]) =>
  units.map((each) => [each.municipality, each.school, each.grade, each.subject, each.className].join(' '));

test('units stand by municipality, school, grade, subject and class, a whole before its parts', () => {
  const units = [
    unit({ className: '5Б' }),
    unit({}),
    unit({ subject: 'История', className: '5Б' }),
    unit({ level: 'school', className: null }),
    unit({ grade: 10, className: '10А' }),
    unit({ school: '10' }),
    unit({ school: '2' }),
    unit({ level: 'municipality', school: null, className: null }),
    unit({ municipality: 'Ёлкинский район' }),
  ];
  const expected = [
    'Ёлкинский район 1 5 Математика 5А',
    'Озёрный район  5 Математика ',
    'Озёрный район 1 5 История 5Б',
    'Озёрный район 1 5 Математика ',
    'Озёрный район 1 5 Математика 5А',
    'Озёрный район 1 5 Математика 5Б',
    'Озёрный район 1 10 Математика 10А',
    'Озёрный район 2 5 Математика 5А',
    'Озёрный район 10 5 Математика 5А',
  ];
  expect(printed(inOrder(units))).toEqual(expected);
  expect(printed(inOrder(units.toReversed()))).toEqual(expected);
});

test('names that read alike keep an order of their own', () => {
  const units = [unit({ school: '01' }), unit({ school: '1' })];
  expect(inOrder(units).map(({ school }) => school)).toEqual(inOrder(units.toReversed()).map(({ school }) => school));
});
