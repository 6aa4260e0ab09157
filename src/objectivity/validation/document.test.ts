import { expect, test } from 'vitest';
import { documentDrawing } from '#src/platform/ui/charts/drawing.ts';
import { toMarkup } from '#src/platform/ui/charts/svg.ts';
import { validationDocument } from './document.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { drawValidation } from './figure.ts';
import { RULES_OF_THUMB, singleRule } from './methods.ts';
import { estimate } from './metrics.ts';
import { regimeRegion, tuningSeed } from './regimes.ts';
import type { ValidationCell, ValidationReport } from './report.ts';
import { type Rule, RULES } from './rules-of-thumb.ts';
import { decisionTable } from './tables.ts';

const regions = [0, 1].map((index) =>
  regimeRegion({ seed: tuningSeed(index), regime: 'natural', strength: 1, schools: 20 }),
);
const rules = evaluate(regions, RULES_OF_THUMB);
const cell: ValidationCell = {
  generator: 'first',
  regime: 'natural',
  strength: 1,
  methods: { engine: rules, rules },
  absence: { auc: estimate([0.9]), found: estimate([0.5]), honest: estimate([0.04]) },
  singleRules: Object.fromEntries(RULES.map((rule) => [rule, evaluate(regions, singleRule(rule))])) as Record<
    Rule,
    Evaluation
  >,
};
const report: ValidationReport = {
  engineVersion: '9.9.9',
  date: '2026-01-02',
  seeds: 2,
  schools: 20,
  units: 300,
  targets: 30,
  cells: [cell],
  honest: [
    {
      generator: 'first',
      regime: 'natural',
      signals: { engine: estimate([0, 1]), rules: estimate([9]) },
      mostSignals: 1,
    },
  ],
  seconds: 12,
  threads: 2,
};

test.each(['ru', 'en'] as const)(
  'the document in %s says version, day, every table, and shows the figure',
  (language) => {
    const text = validationDocument(report, language, () => 'validation-natural.svg');
    expect(text).toContain('9.9.9');
    expect(text).toContain('2026');
    expect(text).toContain('(validation-natural.svg)');
    expect(text).not.toContain('NaN');
    expect(text).not.toContain('undefined');
    for (const line of text.split('\n')) if (line.startsWith('|')) expect(line.endsWith('|')).toBe(true);
  },
);

test('a method that was not run has no row', () => {
  expect(decisionTable(cell, 'ru').rows.map(([name]) => name)).toEqual(['движок', 'простые правила']);
});

test('the figure is the same to the byte for the same figures, and stays inside its frame', () => {
  const drawing = { ...documentDrawing, width: 640 };
  const markup = toMarkup(drawValidation(cell, drawing));
  expect(toMarkup(drawValidation(cell, drawing))).toBe(markup);
  for (const [, name, value] of markup.matchAll(/ (cx|cy|x1|x2|y1|y2)="([^"]+)"/g)) {
    expect(Number(value)).toBeGreaterThanOrEqual(0);
    expect(Number(value)).toBeLessThanOrEqual(name!.includes('x') ? 640 : 1000);
  }
});
