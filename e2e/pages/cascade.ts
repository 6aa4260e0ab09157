import type { Locator, Page } from 'playwright-core';

/** A district's plan on its way to schools and back: sending, the board, proposals, months, the analytic report. */
export function cascade(page: Page) {
  const heading = (name: RegExp | string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Страницы плана' }).getByRole('link', { name, exact: true }).click();
  return {
    heading,
    press,
    tab,
    openPlan: async (planId: number, title: string): Promise<void> => {
      await page.goto(`/plans/${planId}`);
      await heading(title);
    },
    /** The newest notice whose words match. */
    followNotice: async (words: RegExp): Promise<void> => {
      await page.goto('/notices');
      await page.getByRole('main').getByRole('link', { name: words }).first().click();
    },
    chooseSchools: async (...names: readonly string[]): Promise<void> => {
      const schools = page.getByRole('region', { name: 'Школы', exact: true });
      await schools.getByRole('button', { name: 'Снять все' }).click();
      for (const name of names) await schools.getByLabel(name, { exact: true }).check();
    },
    approvePlan: async (order: string, day: string): Promise<void> => {
      await press('Утвердить план');
      const panel = page.getByRole('region', { name: 'Утверждение плана приказом' });
      await panel.getByLabel('Номер приказа').fill(order);
      await panel.getByLabel('Дата приказа').fill(day);
      await panel.getByLabel('Должность утверждающего').fill('Директор');
      const knowingly = panel.getByLabel('Замечания видел, утверждаю так');
      if (await knowingly.count()) await knowingly.check();
      await panel.getByRole('button', { name: 'Утвердить план' }).click();
      await page.getByText(`Утверждён приказом от ${day} № ${order}`).waitFor();
    },
    reopenPlan: async (reason: string): Promise<void> => {
      await press('Вернуть в проект');
      const panel = page.getByRole('region', { name: 'Вернуть план в проект' });
      await panel.getByLabel('Почему план возвращается').fill(reason);
      await panel.getByRole('button', { name: 'Вернуть в проект' }).click();
      await page.getByRole('button', { name: 'Утвердить план' }).waitFor();
    },
    changeMeasure: async (words: string, into: string): Promise<void> => {
      await page.locator('table button[id^="cell-"]', { hasText: words }).first().click();
      await page.getByRole('textbox', { name: /^Мероприятие,/u }).fill(into);
      await page.keyboard.press('Enter');
      await page.locator('table button[id^="cell-"]', { hasText: into }).first().waitFor();
      await page.getByText('Всё сохранено').waitFor();
    },
    /** Row of the board. */
    school: (name: string): Locator => page.getByRole('row').filter({ hasText: name }),
    proposal: (words: RegExp): Locator => page.getByRole('article').filter({ hasText: words }),
    /** The latest month that may be told of: in its row, the link or button of that name. */
    latestMonth: (name: string): Promise<void> =>
      page.getByRole('table').getByText(name, { exact: true }).last().click(),
    paragraph: (words: string): Locator => page.getByRole('textbox').filter({ hasText: words }),
    download: async (name: string): Promise<{ name: string; path: string }> => {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      const file = await started;
      return { name: file.suggestedFilename(), path: await file.path() };
    },
  };
}
