import { expect, test } from 'vitest';
import { expectAccessible, signIn, site, visit } from './fixtures.ts';
import { signInPage } from './pages/sign-in.ts';

const scheme = "document.documentElement.getAttribute('data-mantine-color-scheme')";

test('a first visit leads to the sign-in page in the theme of the system and complains of nothing', () =>
  visit(
    async ({ page }) => {
      await page.goto('/');
      await page.waitForURL('**/sign-in');
      await page.getByRole('button', { name: 'Войти' }).waitFor();
      expect(await page.evaluate(scheme)).toBe('dark');
      expect(await page.getByLabel('Как в системе').isChecked()).toBe(true);
      await expectAccessible(page);
    },
    { dark: true },
  ));

test('a chosen theme is kept, and "as in the system" follows the system while the page is open', () =>
  visit(async ({ page, context }) => {
    const entrance = signInPage(page);
    await entrance.open();
    expect(await page.evaluate(scheme)).toBe('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(`${scheme} === 'dark'`);
    await page.getByLabel('Светлое').check();
    expect(await page.evaluate(scheme)).toBe('light');
    const later = await context.newPage();
    await later.emulateMedia({ colorScheme: 'dark' });
    await later.goto(`${site()}/sign-in`);
    expect(await later.evaluate(scheme)).toBe('light');
    await later.getByRole('button', { name: 'Войти' }).waitFor();
    expect(await later.getByLabel('Светлое').isChecked()).toBe(true);
  }));

test('an address inside the site asks a visitor to sign in and leads there afterwards', () =>
  visit(async ({ page }) => {
    await page.goto('/findings?show=all');
    await page.waitForURL(
      (url) => url.pathname === '/sign-in' && url.searchParams.get('return') === '/findings?show=all',
    );
    await page.getByRole('button', { name: 'Войти' }).waitFor();
    await signIn(page, 'teacher');
    await page.goto('/findings');
    await page.getByRole('heading', { level: 1 }).waitFor();
  }));
