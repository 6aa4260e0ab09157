import { expect, test } from 'vitest';
import type { NamedUnit } from './order.ts';
import { unitsJson } from './units-json.ts';

const UNIT: NamedUnit = {
  level: 'school',
  municipality: 'Округ "1"',
  school: '1001',
  grade: 5,
  className: null,
  subject: 'Математика',
  procedure: 'ВПР',
  participants: 12,
  absent: 3,
  index: Number.POSITIVE_INFINITY,
  p: 0,
  signalled: true,
  localFdr: Number.NaN,
  strength: 'noticeable',
  mechanisms: ['boundary'],
  markers: [
    {
      kind: 'computed',
      id: 'B1',
      mechanism: 'boundary',
      statistic: Number.POSITIVE_INFINITY,
      p: 0,
      effect: { value: Number.NaN, unit: 'papers', low: -1, high: 1 },
      participants: 12,
      details: { figures: { odd: 1 } },
    },
    { kind: 'insufficient', id: 'B3', mechanism: 'help', required: 2, given: 0, reason: 'extendedTasks' },
  ],
};

const HEAD = { engineVersion: '1.2.3', procedure: null, rate: 0.05 };

test('markers with too small a sample stand apart, and what is no number is null', () => {
  expect(JSON.parse([...unitsJson(HEAD, [UNIT])].join(''))).toEqual({
    engineVersion: '1.2.3',
    procedure: null,
    rate: 0.05,
    units: [
      {
        level: 'school',
        municipality: 'Округ "1"',
        school: '1001',
        grade: 5,
        class: null,
        subject: 'Математика',
        procedure: 'ВПР',
        participants: 12,
        absent: 3,
        index: null,
        signalled: true,
        p: 0,
        localFdr: null,
        strength: 'noticeable',
        mechanisms: ['boundary'],
        markers: [{ id: 'B1', statistic: null, p: 0, effect: { value: null, unit: 'papers' }, participants: 12 }],
        insufficient: [{ id: 'B3', required: 2, given: 0, reason: 'extendedTasks' }],
      },
    ],
  });
});

test('every unit has a line of its own, and none at all is still JSON', () => {
  expect([...unitsJson(HEAD, [UNIT, UNIT])].join('').split('\n')).toHaveLength(5);
  expect(JSON.parse([...unitsJson(HEAD, [])].join('')).units).toEqual([]);
});
