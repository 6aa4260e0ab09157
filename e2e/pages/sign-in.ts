import type { Page } from 'playwright-core';

/** The sign-in page. */
export function signInPage(page: Page) {
  return {
    open: async (): Promise<void> => {
      await page.goto('/sign-in');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    heading: (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText(),
    submit: () => page.getByRole('button', { name: /^(Войти|Sign in)$/ }).click(),
    /** What the summary on top says is missing. */
    summary: (): Promise<string[]> => page.getByRole('alert').getByRole('link').allInnerTexts(),
    followSummary: (message: string) => page.getByRole('alert').getByRole('link', { name: message }).click(),
    speak: (language: 'Русский' | 'English') => page.getByLabel(language).check(),
  };
}
