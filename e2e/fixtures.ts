/** A real Chromium against the site with the demo region; whatever the page logs as an error fails the test. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '#demo/accounts.ts';
import { launchBrowser } from './browser.ts';

let browser: Promise<Browser> | null = null;

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that the page logged so far. */
  readonly complaints: string[];
}

export function site(): string {
  return inject('site');
}

/** Opens a fresh window, 1366x768 in Russian, gives it to `scenario` and checks that the page logged no error. */
export async function visit(
  scenario: (visit: Visit) => Promise<void>,
  options: { language?: 'ru-RU' | 'en-GB'; dark?: boolean } = {},
): Promise<void> {
  browser ??= launchBrowser();
  const context = await (await browser).newContext({
    baseURL: site(),
    viewport: { width: 1366, height: 768 },
    locale: options.language ?? 'ru-RU',
    colorScheme: options.dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  // An old machine under other work takes its time; a page that never comes still fails.
  page.setDefaultTimeout(45_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await scenario({ page, context, complaints });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Sessions opened in this run: a person signs in once a morning, and the server slows down who does it ten times a minute. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Signs in through the form the first time, later continues the session of that login. */
export async function signIn(page: Page, login: string): Promise<void> {
  const known = sessions.get(login);
  if (known) {
    await page.context().addCookies(known);
    await page.goto('/');
    await page.getByRole('navigation').first().waitFor();
    return;
  }
  await page.goto('/sign-in');
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  sessions.set(login, await page.context().cookies());
}

/** No violation of WCAG 2.1 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  const found = result.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
  expect(found).toEqual([]);
}
