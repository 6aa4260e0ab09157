import type { Locator, Page } from 'playwright-core';

type Range = readonly [first: number, last: number];

/** «Шкалы отметок»: the list and the form that adds a scale. */
export function scalesPage(page: Page) {
  return {
    openForm: async (): Promise<void> => {
      await page.goto('/results/scales/new');
      await page.getByRole('heading', { level: 1, name: 'Добавьте шкалу отметок' }).waitFor();
    },
    describe: async (scale: { year: number; grade: number; subject: string; max: number }): Promise<void> => {
      await page.getByLabel('Год').fill(String(scale.year));
      await page.getByLabel('Класс').fill(String(scale.grade));
      await page.getByLabel('Предмет').selectOption(scale.subject);
      await page.getByLabel('Наибольший балл за работу').fill(String(scale.max));
    },
    range: async (mark: 2 | 3 | 4 | 5, [first, last]: Range): Promise<void> => {
      await page.getByLabel(`Отметка «${mark}»: первый балл`).fill(String(first));
      await page.getByLabel(`Отметка «${mark}»: последний балл`).fill(String(last));
    },
    source: (document: string) => page.getByLabel('Источник').fill(document),
    save: () => page.getByRole('button', { name: 'Добавить шкалу' }).click(),
    /** What is said at the field of a mark. */
    saidAt: (mark: 2 | 3 | 4 | 5): Promise<string> => page.locator(`#range-${mark}-error`).innerText(),
    summary: (): Promise<string[]> => page.getByRole('alert').getByRole('link').allInnerTexts(),
    row: (source: string): Locator => page.getByRole('row').filter({ hasText: source }),
  };
}
