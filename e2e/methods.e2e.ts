import { expect, test } from 'vitest';
import { METHODS } from '#src/objectivity/methods/list.ts';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { findingPage } from './pages/finding.ts';
import { findingsPage } from './pages/findings.ts';

test('every method has its page: formula that the browser draws, source, limits', () =>
  visit(async ({ page }) => {
    await signIn(page, 'analyst');
    await page.goto('/methods');
    for (const { id, words } of METHODS) {
      await page.getByRole('link', { name: words.ru.title, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: words.ru.title }).waitFor();
      const formula = page.getByRole('region', { name: 'Формула' }).locator('math[display="block"]').first();
      await formula.waitFor();
      const box = await formula.boundingBox();
      expect([id, box!.height > 15 && box!.width > 60]).toEqual([id, true]);
      await page.getByRole('region', { name: 'Источники' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('navigation', { name: 'Где это' }).getByRole('link', { name: 'Методы' }).click();
    }
  }));

test('a reason leads to its method, and the method shows a finding of this region with its figures', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const list = findingsPage(page);
    await list.open();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    await finding.openMethod();
    await page.getByRole('region', { name: 'Формула' }).waitFor();
    const example = page.getByRole('region', { name: 'Пример из ваших данных' });
    expect(await example.innerText()).toMatch(/\d/u);
    await example.getByRole('link', { name: /^Открыть страницу этого/u }).click();
    await finding.ready();
  }));

test('the pages of methods speak English, in the dark too', () =>
  visit(
    async ({ page }) => {
      await signIn(page, 'association');
      await page.goto('/methods/reference');
      await page.getByRole('region', { name: 'Формула' }).waitFor();
      const person = page.getByRole('banner').getByRole('button').last();
      await person.click();
      await page.getByLabel('English').check();
      try {
        await page.getByRole('heading', { level: 1, name: 'The honest reference' }).waitFor();
        await page.getByRole('region', { name: 'What is known of its limits' }).waitFor();
        await page.keyboard.press('Escape');
        // Half faded words have half the contrast.
        await page.getByLabel('English').waitFor({ state: 'hidden' });
        await expectAccessible(page);
      } finally {
        // The account remembers the language, and the next test speaks Russian.
        await person.click();
        await page.getByLabel('Русский').check();
        await page.getByRole('region', { name: 'Формула' }).waitFor();
      }
    },
    { dark: true },
  ));

test('a finding says by which reference it was judged, what would change it and who wrote', () =>
  visit(async ({ page }) => {
    await signIn(page, 'coordinator');
    const list = findingsPage(page);
    await list.open();
    await page.getByText(/^Если проверить .+ подтверждённых\.$/u).waitFor();
    await list.openFirstUnit();
    const finding = findingPage(page);
    await finding.ready();
    await finding.passage('Честный эталон').getByText('Замороженного эталона для этой работы нет.').waitFor();
    await finding
      .passage('Кто писал')
      .getByText(/^Писали \d+ из \d+/u)
      .waitFor();
    const change = finding.passage('Что изменит этот признак');
    await change.getByText(/ниже порога|выше порога|из всех работ сразу|сказать нельзя/u).waitFor();
    const readings = async () => {
      const answer = await page.request.get('/api/audit?kind=read');
      return ((await answer.json()) as { entries: unknown[] }).entries.length;
    };
    const before = await readings();
    await change.getByRole('button', { name: 'Показать, с каких работ начать' }).click();
    await change.getByRole('table', { name: 'Работы в порядке чтения' }).waitFor();
    expect(await readings()).toBe(before + 1);
    await expectAccessible(page);
  }));

test('a school coordinator reads how much would change the sign, but no codes', () =>
  visit(async ({ page }) => {
    await signIn(page, 'school');
    const list = findingsPage(page);
    await list.open('?show=all');
    await list.openUnit(/^6Б, Математика/u);
    const finding = findingPage(page);
    await finding.ready();
    const change = finding.passage('Что изменит этот признак');
    await change.getByText(/открывают сотрудники/u).waitFor();
    expect(await change.getByRole('button').count()).toBe(0);
    const answers = [
      await page.request.get(`/api${new URL(page.url()).pathname}/change/papers`),
      await page.request.get(`/api${new URL(page.url()).pathname}/package.zip`),
    ];
    expect(answers.map((answer) => answer.status())).toEqual([403, 403]);
  }));
