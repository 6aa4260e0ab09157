import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { findingPage } from './pages/finding.ts';
import { findingsPage } from './pages/findings.ts';
import { schoolPage } from './pages/school.ts';

/** Words that accuse or rank; the product has none of them. */
const FORBIDDEN = /наруш|виновн|рейтинг|подозр/iu;

const byName = new Intl.Collator('ru', { numeric: true }).compare;

test('an analyst sees where signs are worth discussing, in the order of names and without a ranking', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    expect(await list.heading()).toMatch(/^В\s.+\sкласс.*стоит обсудить$/u);
    expect(await list.units().count()).toBeGreaterThan(5);
    const municipalities = await list.municipalities();
    expect(municipalities).toEqual([...municipalities].sort(byName));
    expect(await page.locator('th[aria-sort], th button').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(FORBIDDEN);
    await expectAccessible(page);
  }));

test('conditions stand in the address, survive a reload and are taken off again', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.showLevel('школы');
    await list.ofMunicipality('Лукоморский округ');
    await page.waitForURL(/level=school.*municipality=\d+/u);
    await page.reload();
    await list.table.waitFor();
    const schools = await list.schools();
    expect(schools.length).toBeGreaterThan(0);
    await list.clearConditions();
    await page.waitForURL((url) => !url.searchParams.has('municipality'));
    await expect.poll(async () => (await list.municipalities()).length).toBeGreaterThan(1);
  }));

test('a search that finds nothing says so and offers a way back', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.search('Такой школы нет');
    await page.getByRole('heading', { name: 'Под эти условия ничего не подходит' }).waitFor();
    await expectAccessible(page);
    await list.clearConditions();
    await list.table.waitFor();
  }));

test('small samples are a list of their own that claims nothing', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.showRows('где мало работ');
    await page.getByText('Это не значит, что признака нет или что он есть.').waitFor();
    expect(await list.table.getByRole('columnheader').allInnerTexts()).not.toContain('Сила');
    await expectAccessible(page);
  }));

test('the list is walked by arrow keys and downloads as a spreadsheet', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.units().first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await list.units().nth(1).getAttribute('href');
    expect(await page.locator(':focus').getAttribute('href')).toBe(second);
    const file = await list.download();
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  }));

test('a coordinator opens a class and reads why, how it can be wrong and what can be done', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const list = findingsPage(page);
    await list.open();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    expect(await finding.heading()).toMatch(/^В /u);
    expect((await finding.reasons()).length).toBeGreaterThan(0);
    expect((await finding.caveats()).length).toBeGreaterThan(0);
    expect((await finding.steps()).length).toBeGreaterThan(0);
    await page
      .getByText(/вероятность, что сигнал ложный: /u)
      .first()
      .waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(FORBIDDEN);
    await expectAccessible(page);
    const file = await finding.download();
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  }));

test('papers open by request only, and the journal keeps who read them', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const list = findingsPage(page);
    await list.open();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    const readings = async () => {
      const answer = await page.request.get('/api/audit?kind=read');
      return ((await answer.json()) as { entries: { action: string }[] }).entries.length;
    };
    const before = await readings();
    await finding.openPapers();
    expect(await readings()).toBe(before + 1);
    await expectAccessible(page);
    const table = await finding.readAsTable('Работы');
    expect(await table.getByRole('row').count()).toBeGreaterThan(10);
    await page.getByRole('region', { name: /^Таблица: / }).focus();
    await expectAccessible(page);
  }));

test('a printed finding is a report: no chrome, all its parts', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const list = findingsPage(page);
    await list.open();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Разделы' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Напечатать' }).isVisible()).toBe(false);
    for (const part of ['Баллы', 'Задания', 'Как этот признак может ошибаться', 'Параметры расчёта'])
      expect(await finding.passage(part).isVisible()).toBe(true);
  }));

test('a teacher sees own classes only and is spoken to about them', () =>
  visit(async ({ page }) => {
    await signIn(page, 'teacher');
    const list = findingsPage(page);
    await list.open('?show=all');
    await list.table.waitFor();
    const units = await list.units().allInnerTexts();
    expect(units.length).toBeGreaterThan(0);
    expect(units.every((unit) => /^6[АБ]/u.test(unit))).toBe(true);
    expect(await list.heading()).toMatch(/ваших классов/u);
    await list.open();
    expect(await list.heading()).toMatch(/ваш(ем|их) класс/u);
    await expectAccessible(page);
  }));

test('a school coordinator reads the sign but not the papers', () =>
  visit(async ({ page }) => {
    await signIn(page, 'school');
    const list = findingsPage(page);
    await list.open('?show=all');
    await list.openUnit(/^6Б, Математика/u);
    const finding = findingPage(page);
    await finding.ready();
    await finding
      .passage('Работы')
      .getByText(/Матрицу работ открывают сотрудники/u)
      .waitFor();
    expect(await finding.passage('Работы').getByRole('button').count()).toBe(0);
  }));

test('a finding of another municipality is not there', async () => {
  let foreign = '';
  await visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const list = findingsPage(page);
    await list.open();
    await list.ofMunicipality('Лукоморский округ');
    await expect.poll(async () => (await list.municipalities()).length).toBe(0);
    foreign = (await list.units().first().getAttribute('href')) ?? '';
  });
  await visit(async ({ page, complaints }) => {
    await signIn(page, 'coordinator');
    await page.goto(foreign);
    await page.getByRole('heading', { name: 'Этого здесь нет, или у вас нет права это видеть' }).waitFor();
    await page.getByRole('link', { name: 'К списку признаков' }).waitFor();
    // The browser itself notes the refusal; nothing else may be noted.
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    complaints.length = 0;
  });
});

test('a school page shows its works beside the region and leads to its classes', () =>
  visit(
    async ({ page }) => {
      await signIn(page, 'coordinator');
      const list = findingsPage(page);
      await list.open('?show=all');
      await list.openSchool('СОШ\u00a0№\u00a03 г.\u00a0Заозёрска');
      const school = schoolPage(page);
      await school.ready();
      expect(await school.heading()).toMatch(/СОШ\s№\s3 г\.\sЗаозёрска/u);
      await school
        .work(/Математика, 6.класс\s*ВПР/u)
        .getByText('6Б')
        .waitFor();
      await school.openOfficial('Математика, 6 класс');
      await school.official().getByText('не является нашим выводом').waitFor();
      await expectAccessible(page);
      await school.openClass('6Б');
      await findingPage(page).ready();
    },
    { dark: true },
  ));
