import type { Page } from 'playwright-core';

/** The pages of indices: one index, the same pupils, thresholds. */
export function indicesPage(page: Page) {
  const heading = () => page.getByRole('heading', { level: 1 });
  return {
    open: async (query = ''): Promise<void> => {
      await page.goto(`/indices${query}`);
      await heading().waitFor();
    },
    heading: (): Promise<string> => heading().innerText(),
    waitForHeading: (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(),
    go: (section: string) =>
      page.getByRole('navigation', { name: 'Индексы' }).getByRole('link', { name: section }).click(),
    /** Cells of the row that is named so. */
    row: (name: string): Promise<string[]> =>
      page.locator('tbody tr').filter({ hasText: name }).last().locator('td, th').allInnerTexts(),
    openSchool: (name: string) => page.getByRole('link', { name, exact: true }).click(),
    chart: () => page.getByRole('img', { name: /за пределы|в пределах/ }),
    setThreshold: (label: string, value: string) => page.getByRole('textbox', { name: label, exact: true }).fill(value),
    press: (name: string | RegExp) => page.getByRole('button', { name }).first().click(),
  };
}
