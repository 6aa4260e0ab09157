/** Published lists of schools and summaries of marks, as they were loaded: in the demo region, and through the wizard. */
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { importWizard } from './pages/import-wizard.ts';

test('an analyst finds the region’s schools in a published list and comes to one of them', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    await page.goto('/results/works');
    await page
      .getByRole('navigation', { name: 'Результаты' })
      .getByRole('link', { name: 'Опубликовано и сведено' })
      .click();
    await page.getByRole('heading', { level: 1, name: /^Опубликовано и сведено: \d+.школ\S* в перечнях/u }).waitFor();
    await expectAccessible(page);
    const table = page.getByRole('table', { name: 'Ваши школы в перечнях' });
    const all = await table.locator('tbody tr').count();
    const published = page.getByRole('region', { name: 'Опубликованные перечни школ' });
    await published.getByRole('button', { name: /^предмет: / }).click();
    await page.getByRole('option').nth(1).click();
    await expect.poll(() => table.locator('tbody tr').count()).toBeLessThan(all);
    await table.getByRole('link').first().click();
    await page.waitForURL(/\/schools\/\d+$/);
  }));

test('a summary of marks that a deputy head loads stands on the page with its shares, a small class without figures', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const wizard = importWizard(page);
    await wizard.open();
    const lines = [
      'Класс;Предмет;Учебный год;Период;Учеников;5;4;3;2',
      '8А;Физика;2025/2026;3 четверть;25;4;10;9;1',
      '8Б;Физика;2025/2026;3 четверть;20;1;2;1;0',
    ];
    await wizard.drop({ name: 'сводка.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) });
    await wizard.openFile('сводка.csv');
    await wizard.waitForHeading(/К загрузке готовы 2 строки/u);
    await wizard.load();
    await wizard.waitForHeading(/Загружены 2 строки/u);
    const loaded = page.url();
    await page.goto('/results/lists?term=q3');
    await page.getByRole('heading', { level: 1, name: /отметки \d+.класс\S*$/u }).waitFor();
    const rows = page.getByRole('table', { name: /^Отметки классов/u }).locator('tbody tr');
    expect((await rows.nth(0).innerText()).replace(/\s/gu, ' ')).toContain('58,3 % (14 из 24) 95,8 % (23 из 24)');
    expect(await rows.nth(1).innerText()).toContain('меньше 5 отметок');
    await expectAccessible(page);
    await page.goto(loaded);
    await wizard.explainRevert();
    await wizard.revert();
    await wizard.waitForHeading(/отменена/u);
  }));
