import type { Download, Locator, Page } from 'playwright-core';

/** «Признаки»: units with signs by municipality, school and class. */
export function findingsPage(page: Page) {
  const table = page.getByRole('table');
  const choose = async (filter: string, option: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^${filter}:`) }).click();
    await page.getByRole('option', { name: option }).click();
  };
  return {
    table,
    open: async (query = ''): Promise<void> => {
      await page.goto(`/findings${query}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    heading: (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText(),
    showLevel: (level: 'классы' | 'школы' | 'муниципалитеты') => choose('Показаны', new RegExp(`^${level}`)),
    showRows: (rows: 'с признаками' | 'все' | 'где мало работ') => choose('строки', rows),
    ofWork: (work: string) => choose('работа', work),
    ofMunicipality: (municipality: string) => choose('муниципалитет', municipality),
    search: (name: string) => page.getByRole('searchbox', { name: 'Школа или муниципалитет' }).fill(name),
    clearConditions: () => page.getByRole('button', { name: 'Снять условия' }).first().click(),
    /** The links of the rows, one for each unit. */
    units: (): Locator => table.locator('a[data-row]'),
    /** Municipalities as they stand above their rows. */
    municipalities: (): Promise<string[]> => table.locator('th[colspan]').allInnerTexts(),
    /** Schools as they stand before their rows. */
    schools: (): Promise<string[]> => table.locator('a[href^="/schools/"]').allInnerTexts(),
    openUnit: (name: string | RegExp) => table.getByRole('link', { name }).first().click(),
    openFirstUnit: () => table.locator('a[data-row]').first().click(),
    openSchool: (name: string) => table.getByRole('link', { name }).first().click(),
    download: async (): Promise<Download> => {
      const begun = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Скачать в Excel' }).click();
      return begun;
    },
  };
}
