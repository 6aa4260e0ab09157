import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from './contract.ts';
import { editsFirst } from './edits-first.ts';
import { MONTH, type Reporting, sentPlan, startReporting } from './test-reporting.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await startReporting();
});
afterAll(() => reporting.close());

test('what was typed and not stored is in the approved report; disagreeing numbers keep it a draft with the words in it', async () => {
  const { coordinator } = reporting;
  const { district } = await sentPlan(reporting);
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const address = `/api/reports/${made.body.id}`;
  const read = async (): Promise<Report> => (await coordinator('GET', address)).body;
  const approving = (report: Report, words: string): Promise<boolean> => {
    const sections = report.body.sections.map((section) =>
      section.id === 'conclusions'
        ? { ...section, paragraphs: section.paragraphs.map((one) => ({ ...one, text: words })) }
        : section,
    );
    const body = { ...report.body, sections };
    return editsFirst('approve', report.revision, {
      save: async (revision) => (await coordinator('POST', address, { revision, title: report.title, body })).body,
      move: (revision, step) => coordinator('POST', `${address}/step`, { revision, step }),
    });
  };

  expect(await approving(await read(), 'Провести 417 семинаров.')).toBe(false);
  const kept = await read();
  expect(kept).toMatchObject({ state: 'draft', problems: [{ kind: 'unproved', words: '417' }] });
  expect(JSON.stringify(kept.body)).toContain('Провести 417 семинаров.');

  expect(await approving(kept, 'Школам помогает методист.')).toBe(true);
  const approved = await read();
  expect(approved.state).toBe('approved');
  expect(JSON.stringify(approved.body)).toContain('Школам помогает методист.');
});

test('without edits the step is taken at once; after a failed storing it is not taken', async () => {
  const taken: unknown[] = [];
  const move = async (...asked: unknown[]): Promise<void> => void taken.push(asked);
  await editsFirst('lock', 4, { save: null, move });
  const refused = editsFirst('refresh', 5, { save: () => Promise.reject(new Error('changedMeanwhile')), move });
  await expect(refused).rejects.toThrow('changedMeanwhile');
  expect(taken).toEqual([[4, 'lock']]);
});
