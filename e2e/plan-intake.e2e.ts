import { randomUUID } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { planIntake } from './pages/plan-intake.ts';
import { wordPlan } from '#demo/samples/word-plan.ts';

test('a Word plan is read beside its source, a mistaken field is mended by the keyboard, and it is saved as a plan', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const intake = planIntake(page);
    await intake.open();
    await expectAccessible(page);
    await intake.drop('Дорожная карта.docx', await wordPlan(randomUUID()));
    await intake.waitForReview();
    expect(await intake.title()).toBe('4 мероприятия, 2 требуют взгляда');
    await page.getByText('другая организация').waitFor();
    await expectAccessible(page);

    await intake.nextDoubtful();
    expect(await intake.field('Мероприятие').inputValue()).toBe('Обучение педагогов');
    expect(await intake.markedInSource().innerText()).toContain('ноябрь декабрь 2026');
    await expectAccessible(page);
    const deadline = intake.field('Срок');
    await deadline.fill('ноя');
    await intake.suggestions().first().waitFor();
    await expectAccessible(page);
    await deadline.press('ArrowDown');
    await deadline.press('Enter');
    expect(await deadline.inputValue()).toBe('ноябрь');
    await page.getByText('01.11.2026 – 30.11.2026').first().waitFor();
    await intake.agree();

    expect(await intake.field('Мероприятие').inputValue()).toBe('Наблюдение на ВПР');
    await intake.field('Срок').fill('до 15 марта');
    await intake.press('Добавить ответственного');
    await intake.field('Должность 1').fill('Учитель математики');
    await intake.field('Мероприятие').fill('Наблюдение на проверочных работах');
    await intake.agree();
    await intake.waitUntilStored();
    expect(await intake.title()).toBe('4 мероприятия: сомнений не осталось');

    // A reload loses nothing.
    await page.reload();
    await intake.waitForReview();
    await intake.row(/Наблюдение на проверочных работах/).waitFor();
    await intake.save();
    await intake.waitForPlan();
    await page.getByText('Наблюдение на проверочных работах').first().waitFor();
  }));

test('rows are split, joined, removed and taken back, and what is unknown is attached or left out', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const intake = planIntake(page);
    await intake.open();
    await intake.drop('План.docx', await wordPlan(randomUUID()));
    await intake.waitForReview();
    await intake.openRow(/Анализ результатов ВПР/);
    const words = intake.field('Мероприятие');
    await words.press('Home');
    for (let letter = 0; letter < 6; letter += 1) await words.press('ArrowRight');
    await intake.press('Разделить');
    await intake.waitForHeading(/^5 мероприятий/);
    expect(await words.inputValue()).toBe('результатов ВПР');
    await intake.press('Присоединить к предыдущему');
    await intake.waitForHeading(/^4 мероприятия/);
    expect(await words.inputValue()).toBe('Анализ результатов ВПР');
    await intake.press('Убрать мероприятие');
    await intake.waitForHeading(/^3 мероприятия/);
    await intake.press('Вернуть');
    await intake.waitForHeading(/^4 мероприятия/);
    await intake.waitUntilStored();
  }));

test('the same file is recognised, and files that are no plan are answered in words', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const intake = planIntake(page);
    const plan = await wordPlan(randomUUID());
    await intake.open();
    await intake.drop('План.docx', plan);
    await intake.waitForReview();
    await intake.open();
    await intake.drop('Копия плана.docx', plan);
    await page.getByText('Этот файл уже получен').waitFor();
    await intake.press('Продолжить');
    await intake.waitForReview();

    const mark = strToU8(randomUUID());
    const zeroes = new Uint8Array(300 * 1024 * 1024);
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['Обрезан.docx', plan.subarray(0, plan.length >> 1)],
      ['Снимок.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...mark])],
      ['Бомба.docx', zipSync({ '[Content_Types].xml': mark, 'word/document.xml': [zeroes, { level: 9 }] })],
    ];
    for (const [name, bytes] of files) {
      await intake.open();
      await intake.drop(name, bytes);
      await intake.waitForHeading(/не удалось прочитать/);
      expect(await intake.refusal()).toContain('Ничего не потеряно');
      await expectAccessible(page);
    }
  }));

test('a ready plan is taken as a basis', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const intake = planIntake(page);
    await intake.open();
    await page.getByRole('button', { name: 'Взять за основу: Школа' }).click();
    await intake.waitForReview();
    expect(Number.parseInt(await intake.title(), 10)).toBeGreaterThan(60);
    await intake.save();
    await intake.waitForPlan();
  }));

test('a school sets its year by usual dates, and a deadline by terms and schedules gets days from it', () =>
  visit(async ({ page }) => {
    await signIn(page, 'head');
    await page.goto('/plans/calendars');
    await page.getByRole('heading', { level: 1, name: /Календарь/ }).waitFor();
    await page.getByRole('button', { name: 'четверти', exact: true }).click();
    await page.getByLabel('1 четверть: по').fill('23.10.2020');
    await page.getByRole('button', { name: 'Сохранить календарь' }).click();
    await page.getByRole('alert').getByText('1 четверть: начало позже конца').waitFor();
    const [year] = (await page.getByLabel('1 четверть: с').inputValue()).split('.').slice(-1);
    await page.getByLabel('1 четверть: по').fill(`23.10.${year}`);
    await page.getByRole('button', { name: 'Сохранить календарь' }).click();
    await page.getByRole('heading', { level: 1, name: /4 части года/ }).waitFor();
    await page.getByRole('button', { name: 'график ВПР' }).click();
    await page.getByRole('button', { name: 'Вставить из Excel' }).click();
    await page.getByLabel('Строки из таблицы').fill(`4 класс\t14.04.${Number(year) + 1}\n5 класс\tкогда скажут`);
    await page.getByRole('button', { name: 'Взять даты' }).click();
    await page.getByText('Прочитано: 1').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Сохранить график' }).click();
    await page.getByRole('rowheader', { name: /График проведения ВПР/ }).waitFor();
    await expectAccessible(page);
  }));
