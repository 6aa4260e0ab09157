import { expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import { expectAccessible, signIn, visit } from './fixtures.ts';

/** A form of Word with one paragraph for each line. */
function form(...lines: readonly string[]): Promise<Uint8Array> {
  const blocks = lines.map((words) => ({ kind: 'paragraph', words }) as const);
  const part = { orientation: 'portrait', leftMargin: 20, fontSize: 12, lineSpacing: 1, blocks } as const;
  return toDocx({ title: '', author: null, day: '2026-11-22', parts: [part] });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a plan is taken as PDF and as Word in an own form, whose mistakes are told first, and the archive holds both', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const planId = await page.evaluate(async () => {
      const answer = await fetch('/api/plans', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'План для печати на 2026/2027 учебный год', schoolYear: 2026 }),
      });
      return ((await answer.json()) as { id: number }).id;
    });

    await page.goto('/documents');
    const file = page.locator('input[type="file"]');
    const bad = Buffer.from(await form('{назание}'));
    await file.setInputFiles({ name: 'бланк.docx', mimeType: WORD, buffer: bad });
    await page.getByText('Может быть, «{название}»?').waitFor();
    await expectAccessible(page);
    const good = Buffer.from(await form('Бланк школы: {название}'));
    await file.setInputFiles({ name: 'бланк.docx', mimeType: WORD, buffer: good });
    await page.getByText('Шаблон «бланк.docx» принят и действует.').waitFor();

    await page.goto(`/plans/${planId}/documents`);
    await page.getByRole('heading', { name: 'План можно напечатать в форме по ГОСТ' }).waitFor();
    await expectAccessible(page);
    for (const [button, ending] of [
      ['План мероприятий: PDF', '.pdf'],
      ['План мероприятий: Word', '.docx'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect((await download).suggestedFilename()).toBe(`План для печати на 2026-2027 учебный год${ending}`);
    }

    await page.goto('/documents');
    const rows = page.getByRole('row').filter({ hasText: 'План для печати' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: 'Убрать' }).click();
    await page.getByText('Выпущенные по нему документы останутся').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Убрать' }).first().click();
    await page.getByText('общая форма').first().waitFor();
    await page.getByRole('link', { name: 'бланк.docx' }).waitFor({ state: 'detached' });
  }));
