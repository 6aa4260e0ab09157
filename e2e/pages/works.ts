import type { Locator, Page } from 'playwright-core';

/** «Работы»: the list of works and the page of one. */
export function worksPage(page: Page) {
  const heading = page.getByRole('heading', { level: 1 });
  return {
    open: async (): Promise<void> => {
      await page.goto('/results/works');
      await page.getByRole('table', { name: 'Проверочные работы' }).waitFor();
    },
    names: (): Promise<string[]> => page.locator('tbody th').allInnerTexts(),
    ofGrade: async (grade: string): Promise<void> => {
      await page.getByRole('button', { name: /^класс:/ }).click();
      await page.getByRole('option', { name: grade, exact: true }).click();
    },
    openWork: async (name: string | RegExp): Promise<void> => {
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 2, name: 'Задания' }).waitFor();
    },
    heading: (): Promise<string> => heading.innerText(),
    tasks: (): Locator => page.getByRole('table', { name: 'Задания' }).locator('tbody tr'),
    editTasks: () => page.getByRole('button', { name: 'Изменить вид ответа и сложность' }),
    responseOf: (task: string): Locator => page.getByLabel(`Вид ответа задания ${task}`, { exact: true }),
    histogram: (): Locator => page.getByRole('figure', { name: /Распределение первичных баллов/ }),
  };
}
