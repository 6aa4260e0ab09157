import { expect, test } from 'vitest';
import type { OfficialItem, OfficialReading, OfficialRule } from '../official/model.ts';
import { sourceOf } from '../official/reading.ts';
import { byDocument, toldItems } from './official-order.ts';

function reading(rule: OfficialRule, items: OfficialItem[] = []): OfficialReading {
  return {
    id: rule,
    rule,
    standing: 'sameRule',
    source: sourceOf(rule),
    applicable: true,
    reason: null,
    flagged: null,
    value: 1,
    threshold: null,
    numerator: null,
    denominator: null,
    participants: 20,
    notes: [],
    figures: {},
    items,
  };
}

function item(id: string, status: OfficialItem['status']): OfficialItem {
  return { id, value: 50, status, figures: {} };
}

test('readings stand document by document in the order of the documents', () => {
  const documents = byDocument([
    reading('groups'),
    reading('journalCorrelation'),
    reading('lowMarkGrowth'),
    reading('meanInterval'),
  ]);
  expect(documents.map(({ document, readings }) => [document, readings.map(({ rule }) => rule)])).toEqual([
    ['methodology2019', ['meanInterval', 'journalCorrelation']],
    ['recommendations2026', ['lowMarkGrowth', 'groups']],
  ]);
});

test('a document without readings is not named', () => {
  expect(byDocument([reading('histogram')]).map(({ document }) => document)).toEqual(['recommendations2026']);
});

test('only what falls short or stands out is told', () => {
  const told = toldItems(
    reading('basicTasks', [
      item('1', 'sufficient'),
      item('2', 'insufficient'),
      item('3', 'border'),
      item('4', 'insufficient'),
    ]),
  );
  expect(told.map(({ status, items }) => [status, items.map(({ id }) => id)])).toEqual([
    ['insufficient', ['2', '4']],
    ['border', ['3']],
  ]);
});
