import type { Page } from 'playwright-core';

/** «Задания» of a work: difficulty by task, on one scale with the participants. */
export function calibrationPage(page: Page) {
  const heading = page.getByRole('heading', { level: 1 });
  return {
    /** From the page of the work, as a person goes. */
    openFromWork: async (): Promise<void> => {
      await page.getByRole('link', { name: /^Трудность заданий/u }).click();
      await page.getByRole('heading', { level: 1, name: /труднее всего задание/u }).waitFor();
    },
    heading: (): Promise<string> => heading.innerText(),
    map: () => page.getByRole('figure', { name: /^Труднее всего задание/u }),
    tasks: () => page.getByRole('table', { name: 'Трудность заданий' }).locator('tbody tr'),
  };
}
