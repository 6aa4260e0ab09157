import type { Locator, Page } from 'playwright-core';

/** Taking a plan in: a file is dropped, read, looked over beside its source, mended and saved. */
export function planIntake(page: Page) {
  const heading = (name: RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  return {
    open: async (): Promise<void> => {
      await page.goto('/plans/new');
      await heading(/Загрузите план/).waitFor();
    },
    drop: (name: string, bytes: Uint8Array) =>
      page.getByLabel('Файл плана').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      }),
    /** «4 мероприятия, 2 требуют взгляда». */
    waitForReview: () => heading(/мероприяти/).waitFor(),
    waitForHeading: (name: RegExp) => heading(name).waitFor(),
    title: async (): Promise<string> =>
      (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00a0', ' '),
    refusal: (): Promise<string> => page.getByRole('main').innerText(),
    /** Words of a measure's short row. */
    row: (words: RegExp): Locator => page.getByRole('button', { name: words, expanded: false }),
    openRow: (words: RegExp) => page.getByRole('button', { name: words, expanded: false }).click(),
    /** By the keyboard alone. */
    nextDoubtful: () => page.keyboard.press('Alt+ArrowDown'),
    agree: () => page.keyboard.press('Control+Enter'),
    field: (label: string): Locator => page.getByRole('form').getByLabel(label, { exact: true }),
    markedInSource: (): Locator => page.getByRole('region', { name: /^Источник/ }).locator('tr[data-marked="true"]'),
    suggestions: (): Locator => page.getByRole('listbox').getByRole('option'),
    waitUntilStored: () => page.getByText(/Черновик сохранён в/).waitFor(),
    press,
    save: () => press('Сохранить план'),
    waitForPlan: () => page.waitForURL(/\/plans\/\d+$/),
  };
}
