import { expect, test } from 'vitest';
import type { Detail, Papers } from './facts.ts';
import { readingOrder } from './reading-order.ts';

const tasks: Papers['tasks'] = [
  { id: '1', max: 2, response: 'short', difficulty: 0.8 },
  { id: '2', max: 2, response: 'extended', difficulty: 0.5 },
  { id: '3', max: 2, response: 'extended', difficulty: 0.1 },
];

function paper(participant: string, scores: number[]): Papers['papers'][number] {
  const total = scores.reduce((sum, score) => sum + Math.max(0, score), 0);
  return { participant, className: '5Б', variant: null, scores, total, mark: null, journalMark: null };
}

const papers: Papers = {
  tasks,
  absent: 0,
  papers: [paper('1', [2, 2, 2]), paper('2', [0, -1, 2]), paper('3', [2, 1, 0]), paper('4', [1, 0, 2])],
};

function detail(changes: Partial<Detail>): Detail {
  return {
    id: 1,
    level: 'class',
    workId: 1,
    procedure: 'ВПР',
    subject: 'Математика',
    grade: 5,
    municipality: { id: 2, name: 'Округ' },
    school: { id: 3, name: 'Школа' },
    className: '5Б',
    participants: 4,
    absent: 0,
    strength: 'noticeable',
    signalled: true,
    localFdr: 0.02,
    p: 0.001,
    mechanisms: ['help'],
    tasks,
    thresholds: { 3: 2, 4: 3, 5: 5 },
    markers: [
      {
        kind: 'computed',
        id: 'B2',
        mechanism: 'help',
        statistic: 4,
        p: 0.001,
        effect: { value: 1, unit: 'pointsPerPupil' },
        participants: 4,
        details: { tasks: [{ id: '3', observed: 1.5, expected: 0.4, z: 4 }] },
      },
    ],
    distribution: { totals: [], marks: [], transition: [] },
    region: { name: 'Край', papers: 100, totals: [], marks: [], transition: [] },
    profile: [],
    official: [],
    neighbours: [],
    engineVersion: '1',
    analysedAt: '2026-11-22T09:00:00Z',
    canReadPapers: true,
    ...changes,
  };
}

test('papers that earn on the named tasks beyond the rest of the paper are read first', () => {
  expect(readingOrder(detail({}), papers)).toEqual(['2', '4']);
});

test('at a boundary the papers just above it are read first, those with more from extended answers before the others', () => {
  const boundary = detail({
    mechanisms: ['boundary'],
    markers: [
      {
        kind: 'computed',
        id: 'B1',
        mechanism: 'boundary',
        statistic: 4,
        p: 0.001,
        effect: { value: 2, unit: 'papers' },
        participants: 4,
        details: { boundaries: [{ mark: 4, score: 3, below: 0, above: 2, expectedAbove: 1 }] },
      },
    ],
  });
  expect(readingOrder(boundary, papers)).toEqual(['4', '3']);
});

test('without a signal nothing is to be read again', () => {
  expect(readingOrder(detail({ signalled: false, mechanisms: [] }), papers)).toEqual([]);
});
