import { expect, test } from 'vitest';
import { type Blocker, changesNothing, currentStep, naturalStep, openQuestions } from './steps.ts';

const part = (...blockers: Blocker[]) => ({ blockers, problems: [] });
const file = (change: Partial<Parameters<typeof naturalStep>[0]> = {}) => ({
  state: 'read' as const,
  errors: 0,
  warnings: 0,
  table: null,
  problems: [],
  parts: [part()],
  tables: [],
  ...change,
});

test('a file that needs nothing is at its preview', () => {
  expect(naturalStep(file())).toBe('preview');
});

test('questions come before problems, problems before the preview', () => {
  expect(naturalStep(file({ errors: 2, parts: [part('chooseSchool', 'errors')] }))).toBe('questions');
  expect(naturalStep(file({ errors: 2, parts: [part('errors')] }))).toBe('check');
  expect(naturalStep(file({ warnings: 1 }))).toBe('check');
});

test('errors in the file are no question to the person', () => {
  expect(openQuestions(file({ parts: [part('errors'), part('chooseWork', 'errors')] }))).toBe(1);
});

test('the address leads to the preview only when every question is answered', () => {
  expect(currentStep(file({ errors: 1, parts: [part('errors')] }), 'preview')).toBe('preview');
  expect(currentStep(file({ parts: [part('chooseWork')] }), 'preview')).toBe('questions');
});

test('a person may go back to the answers already given', () => {
  expect(currentStep(file(), 'questions')).toBe('questions');
});

test('an address cannot bring a committed file back into the wizard', () => {
  expect(currentStep(file({ state: 'committed' }), 'questions')).toBe('load');
});

test('what a table of marks leaves unsaid is a question too', () => {
  expect(openQuestions(file({ parts: [], tables: [part('answerTable', 'chooseSchool')] }))).toBe(2);
});

test('an unknown step in the address is passed over', () => {
  expect(currentStep(file(), 'everything')).toBe('preview');
});

test('guessed columns of an unknown table are the only question until they are confirmed', () => {
  const guessed = { ...part('errors', 'describeWork'), problems: [{ code: 'mapping-needed' }] };
  expect(openQuestions(file({ table: {}, parts: [guessed] }))).toBe(1);
  expect(naturalStep(file({ table: {}, errors: 1, parts: [guessed] }))).toBe('questions');
});

const papers = (unchanged: number, change = {}) => ({
  newWork: false,
  addSchools: false,
  unknownSchools: [],
  counts: { papers: 20, absent: 2, unchanged },
  ...change,
});
const rows = (unchanged: number) => ({ flawedRows: 1, counts: { rows: 4, unchanged } });

test('a file whose papers and rows are all there with the same values changes nothing', () => {
  expect(changesNothing({ parts: [papers(22)], tables: [] })).toBe(true);
  expect(changesNothing({ parts: [papers(22)], tables: [rows(3)] })).toBe(true);
  expect(changesNothing({ parts: [papers(21)], tables: [] })).toBe(false);
  expect(changesNothing({ parts: [papers(22)], tables: [rows(2)] })).toBe(false);
  expect(changesNothing({ parts: [papers(22, { addSchools: true, unknownSchools: ['7'] })], tables: [] })).toBe(false);
  expect(changesNothing({ parts: [], tables: [] })).toBe(false);
});
