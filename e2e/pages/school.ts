import type { Locator, Page } from 'playwright-core';

/** One school: its works beside the region, participation, signs. */
export function schoolPage(page: Page) {
  const works = page.getByRole('table', { name: /^Работы школы/ });
  return {
    works,
    ready: () => works.waitFor(),
    heading: (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText(),
    work: (name: RegExp): Locator => works.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
    openClass: (name: string) => works.getByRole('link', { name, exact: true }).first().click(),
    official: (): Locator => page.getByRole('region', { name: /^Показатели по опубликованной методике/ }),
    openOfficial: (work: string) =>
      page
        .getByRole('region', { name: /^Показатели по опубликованной методике/ })
        .getByText(work, { exact: true })
        .first()
        .click(),
  };
}
