import type { Download, Locator, Page } from 'playwright-core';

/** One finding as a report. */
export function findingPage(page: Page) {
  const passage = (name: string): Locator => page.getByRole('region', { name, exact: true });
  return {
    passage,
    ready: () => passage('Параметры расчёта').waitFor(),
    heading: (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText(),
    reasons: (): Promise<string[]> =>
      page
        .getByRole('region', { name: /Из чего сложился признак|Что проверено/ })
        .getByRole('listitem')
        .allInnerTexts(),
    caveats: (): Promise<string[]> => passage('Как этот признак может ошибаться').getByRole('listitem').allInnerTexts(),
    steps: (): Promise<string[]> => passage('Что можно сделать').getByRole('listitem').allInnerTexts(),
    openPapers: async (): Promise<void> => {
      await passage('Работы').getByRole('button', { name: 'Показать работы' }).click();
      await passage('Работы').getByRole('figure').waitFor();
    },
    /** The figures of a chart as a table, by the key that the page names. */
    readAsTable: async (name: string): Promise<Locator> => {
      await passage(name).getByRole('button', { name: 'Показать таблицей' }).focus();
      await page.keyboard.press('t');
      return passage(name).getByRole('table');
    },
    toList: () => page.getByRole('navigation', { name: 'Где это' }).getByRole('link').first().click(),
    openNeighbour: (name: string | RegExp) => passage('Рядом').getByRole('link', { name }).first().click(),
    /** To the method of the first reason. */
    openMethod: () => passage('Из чего сложился признак').getByRole('link').first().click(),
    downloadPackage: async (): Promise<Download> => {
      const begun = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Скачать для проверки расчёта' }).click();
      return begun;
    },
    download: async (): Promise<Download> => {
      const begun = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Скачать в Excel' }).click();
      return begun;
    },
  };
}
