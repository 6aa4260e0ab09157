import type { Page } from 'playwright-core';

/** «Честные эталоны»: what is in force, and what can be frozen. */
export function referencesPage(page: Page) {
  return {
    open: async (): Promise<void> => {
      await page.goto('/methods/references');
      await page.getByRole('heading', { level: 1, name: 'Честные эталоны' }).waitFor();
    },
    passage: (name: string) => page.getByRole('region', { name }),
    procedure: () => page.getByLabel('Процедура с наблюдателями', { exact: true }),
    freeze: () => page.getByRole('button', { name: 'Заморозить эталон' }),
  };
}
