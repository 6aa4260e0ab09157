/** Screenshots of the README and the guide, from the demo region: `npm run screenshots`. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '#demo/accounts.ts';
import { loadDemo } from '#demo/load.ts';
import { openEmbedded } from '#src/platform/db/connect.ts';
import { startApplication } from '#src/server.ts';
import { launchBrowser } from './browser.ts';
import { wordPlan } from '#demo/samples/word-plan.ts';

const target = join(import.meta.dirname, '..', 'docs', 'screenshots');
const folder = mkdtempSync(join(tmpdir(), 'obektiv-screenshots-'));
mkdirSync(target, { recursive: true });

const database = await openEmbedded(folder);
const application = await startApplication({ database, site: true });
await loadDemo(application, database, folder);
const site = await application.server.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1366, height: 768 }, locale: 'ru-RU' });
  const page = await context.newPage();
  const shoot = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    // Fonts and charts settle after the last answer.
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(target, `${name}.png`) });
  };
  await page.goto('/sign-in');
  await page.getByLabel('Логин').fill('coordinator');
  await page.getByLabel('Пароль', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await shoot('today');

  await page.goto('/findings');
  await shoot('findings');
  await page.locator('tbody a[href^="/findings/"]').first().click();
  await page.waitForURL(/\/findings\/\d+/);
  await shoot('finding');

  await page.goto('/methods/b2');
  await page.getByRole('region', { name: 'Формула' }).locator('math').first().waitFor();
  await shoot('method');

  await page.goto('/plans');
  await page.locator('tbody a[href^="/plans/"]').first().click();
  await page.waitForURL(/\/plans\/\d+/);
  await shoot('plan');

  await page.goto('/week');
  await shoot('week');

  const samples = readdirSync(join(folder, 'samples')).sort();
  await page.goto('/results/upload');
  const chooser = page.waitForEvent('filechooser');
  await page
    .locator('input[type="file"]')
    .first()
    .evaluate((input) => (input as unknown as { click(): void }).click());
  await (await chooser).setFiles(join(folder, 'samples', samples[0]!));
  await page.locator('tbody a[href^="/results/imports/"]').first().click();
  await page.waitForURL(/\/results\/imports\/\d+/);
  await shoot('import');

  await page.goto('/plans/new');
  await page.getByLabel('Файл плана').setInputFiles({
    name: 'Дорожная карта.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await wordPlan('')),
  });
  await page.getByRole('button', { name: 'Сохранить план' }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await shoot('plan-review');
} finally {
  await browser.close();
  await application.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Снимки экрана: ${target}`);
process.exit(0);
