/** A plan written in its table: cells by keyboard, many rows at once, pasting, taking back, two people at one cell. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';

const PASTED = [
  '№\tМероприятие\tСроки\tОтветственные\tОжидаемый результат',
  '1\tПровести семинар по критериям оценивания\tоктябрь 2026\tРуководители ШМО\tПротокол заседания',
  '2\tОрганизовать общественное наблюдение\tпо графику ВПР\tЗаместитель директора\tАкты наблюдения',
  '3\tПроверить работы с участием ШМО\tежемесячно\tРуководители ШМО\tСправка',
].join('\n');

/** Begins an empty plan and returns its address. */
async function newPlan(page: Page, title: string): Promise<string> {
  await page.goto('/plans');
  await page.getByRole('button', { name: 'Составить с чистого листа' }).click();
  await page.getByLabel('Название плана').fill(title);
  await page.getByRole('button', { name: 'Создать план' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

const saved = (page: Page) => page.getByText('Всё сохранено').waitFor();

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Вставить из Excel' }).click();
  await page.getByLabel('Вставьте таблицу сюда').fill(text);
  await page.getByRole('button', { name: 'Прочитать' }).click();
  await page.getByText('Прочитано: 3 мероприятия').waitFor();
  await page.getByRole('button', { name: 'Добавить: 3 мероприятия' }).click();
  await page.getByRole('region', { name: 'Вставить таблицу из Excel или Word' }).waitFor({ state: 'detached' });
}

const cell = (page: Page, words: string) => page.locator('table button[id^="cell-"]', { hasText: words }).first();

test('a plan is pasted, edited by keyboard, changed in bulk, and every gesture is taken back', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy2');
    await newPlan(page, 'План, вставленный из Excel');
    await paste(page, PASTED);
    expect(await page.locator('tr[id^="measure-"]').count()).toBe(3);
    await expectAccessible(page);

    // A cell: Enter opens and saves, Tab goes on to the deadline, Escape leaves it as it was.
    await cell(page, 'Провести семинар').click();
    await page.getByRole('textbox', { name: /^Мероприятие, 1/u }).fill('Провести семинар и разобрать работы');
    await page.keyboard.press('Tab');
    const deadline = page.getByRole('combobox', { name: /^Сроки, 1/u });
    await deadline.fill('до 1 декабря 2026');
    await page.keyboard.press('Enter');
    await cell(page, 'до 1 декабря 2026').waitFor();
    await saved(page);
    await cell(page, 'Акты наблюдения').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Ожидаемый результат, 2/u }).fill('Ничего');
    await page.keyboard.press('Escape');
    await cell(page, 'Акты наблюдения').waitFor();

    // Three rows at once, taken back at once.
    for (const box of await page.getByRole('checkbox', { name: /^Выбрать строку/u }).all()) await box.check();
    const bar = page.getByRole('region', { name: 'Выбрано: 3 строки' });
    await bar.getByRole('button', { name: 'Срок', exact: true }).click();
    await bar.getByLabel('Новый срок, словами плана').fill('в течение учебного года');
    await bar.getByRole('button', { name: 'Записать: 3 строки' }).click();
    await page.getByRole('button', { name: 'Отменить: изменено мероприятие (3 строки)' }).waitFor();
    expect(await page.locator('button[id$="-deadline"]', { hasText: 'в течение учебного года' }).count()).toBe(3);
    await page.getByRole('button', { name: 'Отменить: изменено мероприятие (3 строки)' }).click();
    await cell(page, 'до 1 декабря 2026').waitFor();
    expect(await page.locator('button[id$="-deadline"]', { hasText: 'в течение учебного года' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await cell(page, 'в течение учебного года').waitFor();

    // The history names who, what it was and became.
    await page.getByRole('link', { name: 'История' }).click();
    await page.getByRole('heading', { level: 1, name: /^История плана/u }).waitFor();
    await page.getByText('до 1 декабря 2026').first().waitFor();
    await expectAccessible(page);
  }));

test('two people at one cell: both versions stand side by side, and what is chosen is kept', () =>
  visit(async ({ page, context }) => {
    await signIn(page, 'deputy2');
    const address = await newPlan(page, 'План, который правят двое');
    await paste(page, PASTED);
    const other = await context.newPage();
    await other.goto(address);
    await cell(other, 'Провести семинар').click();
    await other.getByRole('textbox', { name: /^Мероприятие, 1/u }).fill('Мой семинар');

    await cell(page, 'Провести семинар').click();
    await page.getByRole('textbox', { name: /^Мероприятие, 1/u }).fill('Их семинар');
    await page.keyboard.press('Enter');
    await saved(page);

    await other.keyboard.press('Enter');
    const merge = other.getByRole('region', { name: 'Это изменили двое' });
    await merge.waitFor();
    await expectAccessible(other);
    expect(await merge.getByRole('radio', { name: 'Мой семинар' }).isChecked()).toBe(true);
    await merge.getByRole('radio', { name: 'Их семинар' }).check();
    await merge.getByRole('radio', { name: 'Мой семинар' }).check();
    await merge.getByRole('button', { name: 'Сохранить выбранное' }).click();
    await merge.waitFor({ state: 'detached' });
    await cell(other, 'Мой семинар').waitFor();
    await page.reload();
    await cell(page, 'Мой семинар').waitFor();

    // Another field of the same row is no conflict: it is put together without asking.
    await cell(other, 'Протокол заседания').click();
    await other.getByRole('textbox', { name: /^Ожидаемый результат, 1/u }).fill('Протокол и справка');
    await cell(page, 'октябрь 2026').click();
    await page.getByRole('combobox', { name: /^Сроки, 1/u }).fill('ноябрь 2026');
    await page.keyboard.press('Enter');
    await saved(page);
    await other.keyboard.press('Enter');
    await cell(other, 'Протокол и справка').waitFor();
    await cell(other, 'ноябрь 2026').waitFor();
    await saved(other);
  }));

test('what was typed without a connection waits in the browser and is sent when asked', () =>
  visit(async ({ page, context, complaints }) => {
    await signIn(page, 'deputy2');
    await newPlan(page, 'План при обрыве связи');
    await paste(page, PASTED);
    await context.route('**/changes', (route) => route.abort());
    await cell(page, 'Провести семинар').click();
    await page.getByRole('textbox', { name: /^Мероприятие, 1/u }).fill('Семинар без связи');
    await page.keyboard.press('Enter');
    await page.getByText('Не отправлено правок: 1').waitFor();
    await page.reload();
    await page.getByText('Не отправлено правок: 1').waitFor();
    await context.unroute('**/changes');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await saved(page);
    await page.reload();
    await cell(page, 'Семинар без связи').waitFor();
    await saved(page);
    // The broken line is what the test made itself.
    complaints.length = 0;
  }));

test('remarks say the place and the reason, one press mends and one takes it back; approval waits for a word about the rest', () =>
  visit(async ({ page }) => {
    await signIn(page, 'head2');
    await newPlan(page, 'План с замечаниями');
    await paste(page, PASTED.replace('2\tОрганизовать', '5\tОрганизовать'));
    await page.getByRole('link', { name: /^Замечания/u }).click();
    await page.getByRole('heading', { level: 1, name: /^Замечания:/u }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Пронумеровать раздел заново' }).first().click();
    await page.getByText('Исправлено: 1 замечание').waitFor();
    await page.getByRole('button', { name: 'Отменить' }).click();
    await page.getByRole('button', { name: 'Пронумеровать раздел заново' }).first().waitFor();
    await page.getByRole('link', { name: 'План', exact: true }).click();

    await page.getByRole('button', { name: 'Утвердить план' }).click();
    const panel = page.getByRole('region', { name: 'Утверждение плана приказом' });
    await panel.getByLabel('Номер приказа').fill('15');
    await panel.getByLabel('Дата приказа').fill('31.08.2026');
    await panel.getByLabel('Должность утверждающего').fill('Директор');
    await panel.getByLabel('Кто утверждает').fill('А. А. Выдумкина');
    const knowingly = panel.getByLabel('Замечания видел, утверждаю так');
    if (await knowingly.count()) await knowingly.check();
    await panel.getByRole('button', { name: 'Утвердить план' }).click();
    await page.getByText('Утверждён приказом от 31.08.2026 № 15').waitFor();
  }));

test('a remark that only a person can answer leads to the very field; a proposal stands in it and is written by Enter alone', () =>
  visit(async ({ page }) => {
    await signIn(page, 'deputy2');
    await newPlan(page, 'План без сроков');
    await paste(page, PASTED.replace('\tоктябрь 2026\t', '\t\t'));
    const toRemarks = async (): Promise<void> => {
      await page.getByRole('link', { name: /^Замечания/u }).click();
      await page.getByRole('heading', { level: 1, name: /^Замечания:/u }).waitFor();
    };
    const deadline = page.getByRole('combobox', { name: /^Сроки, 1/u });
    const propose = page.getByRole('link', { name: /^Предложить «.*»: как в готовом плане/u }).first();
    await toRemarks();
    const proposed = /«(.*)»/u.exec(await propose.innerText())![1]!;
    await propose.click();
    await deadline.waitFor();
    expect(await deadline.inputValue()).toBe(proposed);
    expect(await deadline.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.getByText('Предложение: как в готовом плане').waitFor();
    await expectAccessible(page);
    // Left, not written.
    await page.getByRole('heading', { level: 1 }).click();
    await deadline.waitFor({ state: 'detached' });
    expect(await cell(page, proposed).count()).toBe(0);
    await toRemarks();
    await propose.click();
    await deadline.waitFor();
    await page.keyboard.press('Enter');
    await cell(page, proposed).waitFor();
    await saved(page);
  }));

test('an address at which no plan stands leads to the list, and says no code', () =>
  visit(async ({ page, complaints }) => {
    await signIn(page, 'deputy2');
    for (const address of ['/plans/abc', '/plans/abc/history', '/plans/99999999999/people', '/plans/999999/remarks']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: /плана нет/u }).waitFor();
      expect(await page.getByRole('main').innerText()).not.toMatch(/[Кк]од ошибки|badInput|planNotFound/u);
      await page.getByRole('main').getByRole('link', { name: 'Все планы' }).last().waitFor();
    }
    // What is not there is asked for on purpose.
    complaints.length = 0;
  }));
