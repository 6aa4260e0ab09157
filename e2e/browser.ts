/** Starts a real Chromium. */
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The system's Chromium when there is one, else the one that npm brings. */
export async function launchBrowser(): Promise<Browser> {
  const system = process.env.CHROMIUM ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: system ?? (await sparticuz.executablePath()),
    // The package's own flags are for a cloud function: one process for all, no web security. Ours is an ordinary browser.
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    // A bare machine names no language, and the browser then saves nothing under a Russian name.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
