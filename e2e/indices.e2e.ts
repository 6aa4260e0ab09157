/** Indices of the demo region, and a table of term marks through the wizard. */
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { importWizard } from './pages/import-wizard.ts';
import { indicesPage } from './pages/indices.ts';

test('an analyst reads what an index counts, how schools stand to the region, and one school', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const indices = indicesPage(page);
    await indices.open('?kind=oge&year=2026');
    expect(await indices.heading()).toMatch(/^Индекс ОГЭ 2026: [\d,]+.%, .+ из .+/u);
    await indices.chart().waitFor();
    expect(await page.locator('main').innerText()).toContain('Официальная формула не опубликована, эта — наша');
    await expectAccessible(page);
    await indices.openSchool('СОШ № 17 г. Заозёрска');
    await indices.waitForHeading(/СОШ № 17.*выше, чем обычно в крае/u);
    await expectAccessible(page);
  }));

test('the same pupils are compared, with the share for which a pair was found', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const indices = indicesPage(page);
    await page.goto('/indices/pupils?pairing=termWork&kind=oge&year=2026');
    await indices.waitForHeading(/^Отметку подтвердили/u);
    expect((await indices.row('СОШ № 17 г. Заозёрска')).length).toBeGreaterThan(6);
    await expectAccessible(page);
  }));

test('thresholds of a year are set as a new version with its ground', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const indices = indicesPage(page);
    await indices.open('/settings');
    await expectAccessible(page);
    await indices.press('Задать пороги года');
    await indices.press('Сохранить новую версию');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await indices.setThreshold('Год', '2019');
    await indices.setThreshold('I степень: балл ЕГЭ по другому предмету', '75');
    await indices.setThreshold('Основание (необязательно)', 'приказ края');
    await indices.press('Сохранить новую версию');
    await indices.waitForHeading(/край задал их для 1 года/u);
    expect(await indices.row('приказ края')).toContain('70, 75, «5»');
  }));

test('a table of term marks is asked about, loaded and taken out again', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const wizard = importWizard(page);
    await wizard.open();
    const lines = ['Ключ ученика;Класс;Предмет;Отметка', 'у-901;8А;Физика;4', 'у-902;8А;Физика;3', 'у-903;8А;Физика;5'];
    await wizard.drop({ name: 'отметки.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) });
    await wizard.openFile('отметки.csv');
    await wizard.waitForHeading(/остал/u);
    await expectAccessible(page);
    await page.getByLabel('Учебный год', { exact: true }).fill('2025');
    await page.getByLabel('Учебный период', { exact: true }).selectOption('q4');
    await page.getByRole('button', { name: 'Сохранить ответы' }).click();
    await wizard.waitForHeading(/К загрузке готовы 3 строки/u);
    await expectAccessible(page);
    await wizard.load();
    await wizard.waitForHeading(/Загружены 3 строки/u);
    await wizard.explainRevert();
    await wizard.revert();
    await wizard.waitForHeading(/отменена/u);
  }));

test('codes of subjects show which row counts', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    await page.goto('/results/codes');
    await page.getByRole('heading', { level: 1, name: /код/u }).waitFor();
    await expectAccessible(page);
  }));

test('a teacher is not offered indices', () =>
  visit(async ({ page }) => {
    await signIn(page, 'teacher');
    expect(await page.getByRole('navigation').first().getByRole('link', { name: 'Индексы' }).count()).toBe(0);
  }));
