import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type SampleFile, sampleFiles } from '#demo/samples/samples.ts';
import { DEFECTS } from '#demo/samples/defects.ts';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { importWizard } from './pages/import-wizard.ts';
import { scalesPage } from './pages/scales.ts';
import { signInPage } from './pages/sign-in.ts';
import { worksPage } from './pages/works.ts';

let sound: SampleFile;
let flawed: SampleFile;
let unknown: SampleFile;
let loaded: SampleFile;

beforeAll(async () => {
  [sound, flawed, unknown, loaded] = (await sampleFiles()) as [SampleFile, SampleFile, SampleFile, SampleFile];
});

/** The wizard with one file dropped and opened. */
async function withFile(page: Page, login: string, file: SampleFile) {
  await signIn(page, login);
  const wizard = importWizard(page);
  await wizard.open();
  await wizard.drop(file);
  await wizard.openFile(file.name);
  return wizard;
}

test('an empty sign-in form says what is missing and leads to the field', () =>
  visit(async ({ page }) => {
    const form = signInPage(page);
    await form.open();
    await form.submit();
    expect(await form.summary()).toEqual(['Напишите логин', 'Напишите пароль']);
    await form.followSummary('Напишите пароль');
    expect(await page.locator(':focus').getAttribute('autocomplete')).toBe('current-password');
    await expectAccessible(page);
    await form.speak('English');
    expect(await form.heading()).toBe('Sign in to Obektiv');
  }));

test('a person signs in and reads what to do', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    await page.getByRole('heading', { level: 1, name: /^(Вас жд[её]т|Вас ждут|Сегодня ничего не ждёт)/ }).waitFor();
    await expectAccessible(page);
  }));

test('a file goes from the drop to the results, and out of them again', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const wizard = importWizard(page);
    await wizard.open();
    await expectAccessible(page);
    await wizard.drop(sound);
    expect((await wizard.received())[0]).toContain('Выгрузка ФИС ОКО «Индивидуальные результаты»');
    await expectAccessible(page);

    await wizard.openFile(sound.name);
    await wizard.waitForHeading(/^К загрузке готов/);
    expect(await wizard.step()).toContain('Просмотр');
    await page
      .getByRole('figure', { name: /^Баллы/ })
      .getByText('отметка 5')
      .waitFor();
    await expectAccessible(page);

    await wizard.load();
    await wizard.waitForHeading(/^Загружен[аоы]/);
    await expectAccessible(page);

    await wizard.explainRevert();
    await page.getByText('Работы из этого файла уйдут из результатов.').waitFor();
    await expectAccessible(page);
    await wizard.revert();
    await wizard.waitForHeading(/отменена$/);
  }));

test('all problems of a file stand on one page, and flawed rows can be left out knowingly', () =>
  visit(async ({ page }) => {
    const wizard = await withFile(page, 'coordinator', flawed);
    await wizard.chooseSchool(/СОШ № 3/);
    await wizard.waitForHeading(/\d+ ошиб\S* и \d+ замечани\S*$/);
    expect(await wizard.step()).toContain('Проверка');
    // The heading counts what the table lists, and every planted defect is there, the repeated code twice.
    const [errors, warnings] = (await page.getByRole('heading', { level: 1 }).innerText()).match(
      /\d+(?=\s+(ошиб|замечани))/g,
    )!;
    expect(await wizard.problems().count()).toBe(Number(errors) + Number(warnings));
    expect(Number(errors) + Number(warnings)).toBeGreaterThanOrEqual(DEFECTS.length + 2);
    expect((await wizard.kinds()).map((kind) => kind.replace(/\s+/g, ' '))).toContain('балл выше наибольшего 1');
    await expectAccessible(page);

    await wizard.showKind('балл не целое число');
    await expect.poll(() => wizard.problems().count()).toBe(1);
    const table = await wizard.downloadProblems();
    expect((await readFile(await table.path())).subarray(0, 2).toString()).toBe('PK');

    await wizard.leaveOutFlawed();
    await page.getByRole('link', { name: 'Загрузить исправленный файл' }).waitFor({ state: 'detached' });
    await wizard.toPreview();
    await wizard.waitForHeading(/^К загрузке готов/);
    await page.getByText('Не войдут из-за ошибок').waitFor();
    await wizard.putAside();
    await wizard.waitForHeading(/отложен$/);
  }));

test('the columns of an unknown table are asked for once; names are dropped and said so', () =>
  visit(async ({ page }) => {
    const wizard = await withFile(page, 'coordinator', unknown);
    await wizard.waitForHeading(/остался 1 вопрос$/);
    expect(await wizard.roleOf('ФИО ученика')).toBe('имя или документ: удалить');
    await page.getByText('Столбцы с личными данными не сохранены: ФИО ученика.').waitFor();
    await wizard.columnIs('Четверть', 'отметка по журналу');
    await wizard.keepMappingAs(`Ведомость с четвертью ${randomUUID()}`);
    await expectAccessible(page);
    await wizard.readByMapping();
    await page.getByLabel('Из какой школы эти работы?').waitFor();
    await wizard.putAside();
    await wizard.waitForHeading(/отложен$/);

    await wizard.open();
    await wizard.drop(unknown);
    await wizard.openFile(unknown.name);
    // The saved mapping has answered the first question; the school is still to be told.
    await wizard.chooseSchool(/СОШ/);
    await wizard.waitForHeading(/^(К загрузке готов|В файле .+ замечани)/);
    await wizard.putAside();
    await wizard.waitForHeading(/отложен$/);
  }));

test('a file that was sent before is not taken again and leads to the first', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const wizard = importWizard(page);
    await wizard.open();
    await wizard.drop(loaded);
    const [row] = await wizard.received();
    expect(row).toContain('второй раз он не принят');
    expect(row).toContain('загружен');
  }));

test('a reload of the page with dropped files loses none of them', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const wizard = importWizard(page);
    await wizard.open();
    await wizard.drop(loaded);
    await page.reload();
    await wizard.waitForHeading(/^Файл прочитан$/);
    expect(await wizard.received()).toHaveLength(1);
  }));

test('works are listed with their papers and open with tasks, scores and scale', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const works = worksPage(page);
    await works.open();
    await expectAccessible(page);
    await works.ofGrade('8');
    await page.waitForURL(/grade=8/);
    await expect.poll(async () => (await works.names()).every((name) => name.includes('8'))).toBe(true);
    await works.openWork(/^Математика/);
    expect((await works.heading()).replace(/\s/g, ' ')).toMatch(/^Математика, 8 класс: [\d ]+ работ/);
    expect(await works.tasks().count()).toBeGreaterThan(10);
    await works.histogram().getByText('отметка 3').waitFor();
    await works.editTasks().click();
    await works.responseOf('1').waitFor();
    await expectAccessible(page);
  }));

test('a teacher reads a work of the own classes and cannot change it', () =>
  visit(async ({ page }) => {
    await signIn(page, 'teacher');
    const works = worksPage(page);
    await works.open();
    await works.openWork(/^Математика, 6/);
    expect((await works.heading()).replace(/\s/g, ' ')).toMatch(/из 1 школы$/);
    expect(await works.editTasks().count()).toBe(0);
    await expectAccessible(page);
  }));

test('a scale with an overlap is refused at the field; a sound one is added with its source', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    const scales = scalesPage(page);
    await scales.openForm();
    await scales.describe({ year: 2027, grade: 7, subject: 'География', max: 20 });
    await scales.range(2, [0, 6]);
    await scales.range(3, [6, 10]);
    await scales.range(4, [11, 15]);
    await scales.range(5, [16, 20]);
    expect(await scales.saidAt(3)).toMatch(/пересекаются/i);
    await scales.save();
    expect((await scales.summary()).join(' ')).toContain('Укажите документ');
    await expectAccessible(page);

    await scales.range(3, [7, 10]);
    await page.getByText('Шкала покрывает все баллы от 0 до 20').waitFor();
    await scales.source('Описание работы по географии, 2027, с. 5');
    await scales.save();
    await page.waitForURL(/results\/scales\?year=2027/);
    await scales.row('Описание работы по географии, 2027, с. 5').first().waitFor();
    await expectAccessible(page);
  }));

test.each([
  ['/results', 'coordinator'],
  ['/results/scales', 'coordinator'],
  ['/organization', 'analyst'],
  ['/organization/3', 'admin'],
  ['/jobs', 'coordinator'],
  ['/audit', 'admin'],
  ['/accounts', 'admin'],
  ['/accounts/new', 'head'],
  ['/account', 'teacher'],
])('the page %s is accessible to everybody it is open to (%s)', (path, login) =>
  visit(async ({ page }) => {
    await signIn(page, login);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
  }),
);
