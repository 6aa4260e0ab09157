import { expect, test } from 'vitest';
import { type DescribeForm, proposedResponse, readDescribeForm } from './describe.ts';

const form = (change: Partial<DescribeForm> = {}): DescribeForm => ({
  procedure: 'ВПР 2026',
  kind: '',
  year: '2026',
  subject: 'Математика',
  grade: '5',
  level: 'base',
  tasks: [{ id: '1', max: '1', response: 'short', level: null }],
  scaleId: '',
  ...change,
});

test('tasks with criteria and tasks of two points are proposed as extended', () => {
  expect(proposedResponse({ id: '4К1', max: 1 })).toBe('extended');
  expect(proposedResponse({ id: '7', max: 2 })).toBe('extended');
  expect(proposedResponse({ id: '7', max: 1 })).toBe('short');
  expect(proposedResponse({ id: '7', max: null })).toBe('short');
});

test('a complete form becomes a description', () => {
  expect(readDescribeForm(form({ scaleId: '12' }))).toEqual({
    description: {
      procedure: 'ВПР 2026',
      kind: 'vpr',
      year: 2026,
      subject: 'Математика',
      grade: 5,
      level: 'base',
      tasks: [{ id: '1', max: 1, response: 'short' }],
      scaleId: 12,
    },
  });
});

test('a kind that a person chose wins over the name', () => {
  expect(readDescribeForm(form({ kind: 'own' }))).toMatchObject({ description: { kind: 'own' } });
});

test('all faults of a form are told at once', () => {
  const tasks = [{ id: '1', max: '', response: 'short' as const, level: null }];
  expect(readDescribeForm(form({ procedure: ' ', year: '26', subject: '', grade: '12', tasks }))).toEqual({
    faults: [
      { field: 'procedure' },
      { field: 'year' },
      { field: 'subject' },
      { field: 'grade' },
      { field: 'max', task: 0 },
    ],
  });
});
