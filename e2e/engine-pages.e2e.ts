/** Pages behind the findings: frozen references, the validation of the engine, the difficulty of a work's tasks. */
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { calibrationPage } from './pages/calibration.ts';
import { referencesPage } from './pages/references.ts';
import { worksPage } from './pages/works.ts';

test('an analyst marks a procedure as observed, and it can be chosen as the reference', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const references = referencesPage(page);
    await references.open();
    await references.passage('Действует').getByText('Замороженных эталонов ещё нет.').waitFor();
    await references
      .passage('Заморозить')
      .getByText(/^Процедур с отметкой .+ нет\./u)
      .waitFor();
    await expectAccessible(page);
    await references.passage('Заморозить').getByRole('link', { name: 'Работы' }).click();
    const works = worksPage(page);
    await page.getByRole('table', { name: 'Проверочные работы' }).waitFor();
    await works.openWork(/^Математика, 6/u);
    const address = page.url();
    // The box follows what the server has stored.
    const toggle = async (): Promise<void> => {
      const saved = page.waitForResponse((response) => response.url().includes('/api/procedures/'));
      await Promise.all([saved, page.getByLabel('Проведена с внешними наблюдателями').click()]);
    };
    await toggle();
    try {
      await references.open();
      await references.procedure().waitFor();
      expect(await references.freeze().isDisabled()).toBe(true);
      await references.procedure().selectOption({ index: 1 });
      expect(await references.freeze().isEnabled()).toBe(true);
      await expectAccessible(page);
    } finally {
      // Other tests begin where no procedure was observed.
      await page.goto(address);
      await toggle();
    }
  }));

test('whoever may not freeze a reference reads what is in force and is offered nothing else', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const references = referencesPage(page);
    await references.open();
    await references
      .passage('Регион в целом')
      .getByText(/^Ни одна работа ещё не сравнивалась/u)
      .waitFor();
    expect(await references.freeze().count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Заморозить' }).count()).toBe(0);
    await expectAccessible(page);
  }));

test('the validation shows each kind of regions with its figures, as a chart and as a table', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    await page.goto('/methods/validation');
    await page.getByRole('heading', { level: 1, name: 'Проверка движка' }).waitFor();
    const results = page.getByRole('region', { name: 'Что получилось' });
    await results.getByText(/^Движок нашёл искажённых классов: .*\d/u).waitFor();
    await expectAccessible(page);
    const kinds = results.getByRole('radio');
    expect(await kinds.count()).toBeGreaterThan(1);
    const before = await results.getByRole('table').first().innerText();
    await kinds.nth(1).check();
    expect(await results.getByRole('table').first().innerText()).not.toBe(before);
    await results.getByRole('button', { name: /таблиц/u }).click();
    expect(await results.getByRole('table').last().locator('tbody tr').count()).toBeGreaterThan(3);
    await expectAccessible(page);
  }));

test('the tasks of a work stand on one scale with the participants, with a spreadsheet of the same figures', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const works = worksPage(page);
    await works.open();
    await works.openWork(/^Математика, 6/u);
    const calibration = calibrationPage(page);
    await calibration.openFromWork();
    expect((await calibration.heading()).replace(/\s/gu, ' ')).toMatch(
      /^Математика, 6 класс.*: труднее всего задание .+, легче всего .+/u,
    );
    await calibration.map().waitFor();
    expect(await calibration.tasks().count()).toBeGreaterThan(5);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать в Excel' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);
    await expectAccessible(page);
    await page
      .getByRole('navigation', { name: 'Где вы' })
      .getByRole('link', { name: /^Математика/u })
      .click();
    await page.getByRole('heading', { level: 2, name: 'Задания' }).waitFor();
  }));
