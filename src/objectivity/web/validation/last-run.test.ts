import { expect, test } from 'vitest';
import { toMarkup } from '#src/platform/ui/charts/svg.ts';
import { documentDrawing } from '#src/platform/ui/charts/drawing.ts';
import { drawValidation } from '#src/objectivity/validation/figure.ts';
import { absenceWords, aucTable, decisionTable, honestTable, ruleTable } from '#src/objectivity/validation/tables.ts';
import { lastRun } from './last-run.ts';

test('the committed run has what the page shows, in both languages', () => {
  expect(lastRun.engineVersion).not.toBe('');
  expect(lastRun.cells.length).toBeGreaterThan(0);
  for (const language of ['ru', 'en'] as const) {
    const shown = [
      honestTable(lastRun, language),
      ...lastRun.cells.flatMap((cell) => [
        decisionTable(cell, language),
        aucTable(cell, language),
        ruleTable(cell, language),
        absenceWords(cell, language),
        toMarkup(drawValidation(cell, { ...documentDrawing, language })),
      ]),
    ];
    expect(JSON.stringify(shown)).not.toMatch(/NaN|undefined/);
  }
});
