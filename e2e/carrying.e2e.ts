import { expect, test } from 'vitest';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { measurePage, untouchedDate } from './pages/measure.ts';

const first = { name: 'Протокол.pdf', content: Buffer.from('%PDF-1.7 protocol without a signature') };
const second = { name: 'Протокол с подписью.pdf', content: Buffer.from('%PDF-1.7 protocol with a signature') };

test('a measure is carried out with evidence, returned with a remark, handed in again and accepted', async () => {
  let address = { planId: 0, measureId: 0, occurrenceId: 0 };
  await visit(async ({ page, context, complaints }) => {
    await signIn(page, 'school');
    address = await untouchedDate(page);
    const measure = measurePage(page, address);
    await measure.open();
    await expectAccessible(page);
    const { submit } = measure;
    await submit.open();
    await expectAccessible(page);
    await submit.send();
    expect(await submit.faults()).toEqual(['Выберите файл']);
    await submit.choose({ name: 'Пустой.pdf', content: Buffer.alloc(0) });
    await submit.send();
    expect(await submit.faults()).toEqual(['Файл «Пустой.pdf» пустой: в нём 0 байт.']);
    await page.getByRole('button', { name: 'Выбрать другой' }).click();
    await submit.choose(first);
    await submit.explain('Протокол совещания, пункт 2');
    // The line drops: what was typed and chosen stays, and the second attempt arrives.
    await context.setOffline(true);
    await submit.send();
    await page.getByRole('alert').getByText('Связь прервалась').waitFor();
    await context.setOffline(false);
    expect(complaints.splice(0).every((line) => line.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
    expect(await page.getByLabel('Пояснение').inputValue()).toBe('Протокол совещания, пункт 2');
    await submit.send();
    await submit.sent();
    await measure.waitFor('на проверке');
    expect((await measure.pieces())[0]).toContain('Протокол совещания, пункт 2');
    await expectAccessible(page);
  });
  await visit(async ({ page }) => {
    await signIn(page, 'deputy');
    await page.goto('/week?whose=all');
    await page
      .getByRole('rowgroup')
      .filter({ hasText: 'Ждут вашей проверки' })
      .getByRole('link', { name: /^Проверить/u })
      .first()
      .waitFor();
    await expectAccessible(page);
    const measure = measurePage(page, address);
    await measure.open();
    await page.getByRole('button', { name: 'Вернуть с замечанием' }).click();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await page.getByText('Напишите, чего не хватает').first().waitFor();
    await page.getByLabel('Что исправить').fill('Нет подписи на второй странице');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await measure.waitFor(/^Вернули: /u);
  });
  await visit(async ({ page }) => {
    await signIn(page, 'school');
    const measure = measurePage(page, address);
    await measure.open();
    await page.getByRole('link', { name: 'Представить исправленное' }).click();
    await page.getByRole('heading', { level: 1, name: 'Представить исправленное' }).waitFor();
    await page.getByText('Нет подписи на второй странице', { exact: true }).waitFor();
    await measure.submit.choose(second);
    await measure.submit.send();
    await measure.submit.sent();
    await measure.waitFor('версия 2');
    await page.getByText('Прежние: 1').click();
    await measure.waitFor('заменено новым');
  });
  await visit(async ({ page }) => {
    await signIn(page, 'deputy');
    const measure = measurePage(page, address);
    await measure.open();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Протокол с подписью.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('Протокол с подписью.pdf');
    await measure.press('Принять');
    await measure.waitFor('Принято: ');
    await page.getByRole('button', { name: 'Отметить выполненным' }).click();
    await page.getByRole('button', { name: 'Вернуть в работу' }).waitFor();
    const history = page.getByRole('table', { name: 'Что происходило' });
    expect(await history.locator('tbody tr').count()).toBeGreaterThanOrEqual(5);
    await expectAccessible(page);
  });
});

test('a second window that does not know what the first has sent is told, keeps what was typed, and its piece becomes a new version', () =>
  visit(async ({ page, context }) => {
    await signIn(page, 'school');
    const address = await untouchedDate(page);
    const other = await context.newPage();
    const [first, second] = [measurePage(page, address), measurePage(other, address)];
    await first.submit.open();
    await second.submit.open();
    for (const [window, submit, words] of [
      [page, first.submit, 'Из первого окна'],
      [other, second.submit, 'Из второго окна'],
    ] as const) {
      await submit.kind('Заметка');
      await window.getByLabel('Что сделано').fill(words);
    }
    await first.submit.send();
    await first.submit.sent();
    await second.submit.send();
    await other.getByRole('alert').getByText('уже представили «Из первого окна»').waitFor();
    expect(await other.getByLabel('Что сделано').inputValue()).toBe('Из второго окна');
    await expectAccessible(other);
    await other.getByRole('radio', { name: 'Новая версия вместо «Из первого окна»' }).check();
    await second.submit.send();
    await second.submit.sent();
    await second.waitFor('версия 2');
    expect(await second.pieces()).toHaveLength(2);
  }));

test('the dates of a plan are read as a calendar, by person and along the year, and walked through by the keyboard', () =>
  visit(async ({ page }) => {
    await signIn(page, 'head');
    const { planId } = await untouchedDate(page);
    await page.goto(`/plans/${planId}/calendar?month=2026-11`);
    const days = page.getByRole('table', { name: 'ноябрь 2026: сроки по дням' });
    await days.waitFor();
    await expectAccessible(page);
    await days.locator('[data-day="2026-11-10"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').getAttribute('data-day')).toBe('2026-11-17');
    await page.keyboard.press('PageDown');
    await page.getByRole('table', { name: 'декабрь 2026: сроки по дням' }).waitFor();
    expect(await page.locator(':focus').getAttribute('data-day')).toBe('2026-12-17');
    for (let week = 0; week < 3; week++) await page.keyboard.press('ArrowUp');
    await days.waitFor();
    expect(await page.locator(':focus').getAttribute('data-day')).toBe('2026-11-26');
    // Six weeks of a month stand on the screen of an old computer.
    const last = await days.locator('tr').last().boundingBox();
    expect(last!.y + last!.height).toBeLessThanOrEqual(768);

    await page.goto(`/plans/${planId}/people`);
    await page.getByRole('heading', { level: 1, name: /ответственн/u }).waitFor();
    await expectAccessible(page);
    await page.goto(`/plans/${planId}/timeline`);
    await page.getByText('по графику ВПР — в календари не внесено: график ВПР').first().waitFor();
    await page.getByRole('button', { name: 'Показать таблицей' }).click();
    await page.getByRole('table', { name: /Сроки мероприятий/u }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Показать полосой' }).click();
    await expectAccessible(page);
  }));

test('a substitution is entered by an order and ended', () =>
  visit(async ({ page }) => {
    await signIn(page, 'head');
    await page.goto('/plans/substitutions');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Внести замещение' }).click();
    await page.getByRole('alert').getByText('Выберите, кого замещают').waitFor();
    await page.getByLabel('Кого замещают').selectOption({ index: 1 });
    await page.getByLabel('Кто замещает').selectOption({ index: 1 });
    await page.getByLabel('С какого дня').fill('01.09.2026');
    await page.getByLabel('Номер приказа').fill('45-к');
    await page.getByLabel('Дата приказа').fill('31.08.2026');
    await page.getByRole('button', { name: 'Внести замещение' }).click();
    await page.getByRole('heading', { level: 1, name: 'Сейчас 1 замещение' }).waitFor();
    await page.getByRole('button', { name: /^Прекратить замещение/u }).click();
    await page.getByRole('heading', { level: 1, name: 'Сейчас никто никого не замещает' }).waitFor();
  }));

test('a district sees its own week and how its schools stand, and opens one of them', () =>
  visit(
    async ({ page }) => {
      await signIn(page, 'coordinator');
      await page.goto('/week');
      const schools = page.getByRole('table', { name: 'Как у организаций, которые входят в вашу' });
      await schools.waitFor();
      await expectAccessible(page);
      const school = schools.getByRole('link').first();
      const name = await school.innerText();
      await school.click();
      await page.getByRole('heading', { level: 1 }).getByText(name).waitFor();
      expect(await page.getByRole('link', { name: /^Представить подтверждение/u }).count()).toBe(0);
      await expectAccessible(page);
    },
    { dark: true },
  ));
