import type { Download, Locator, Page } from 'playwright-core';
import type { SampleFile } from '#demo/samples/samples.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The import wizard: files are dropped, read, asked about, checked, looked at, loaded and taken out again. */
export function importWizard(page: Page) {
  const heading = (name: RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  return {
    open: async (): Promise<void> => {
      await page.goto('/results/upload');
      await heading(/Загрузите протоколы/).waitFor();
    },
    /** Gives files to the drop zone and waits until the server has read all of them. */
    drop: async (...files: readonly SampleFile[]): Promise<void> => {
      await page
        .getByLabel('Файлы с результатами')
        .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: XLSX, buffer: bytes })));
      await heading(files.length === 1 ? /^Файл прочитан$/ : /^Прочитан[ыо] \d/).waitFor();
    },
    /** Rows of the files just read. */
    received: (): Promise<string[]> => page.locator('tbody tr').allInnerTexts(),
    openFile: (name: string) => page.getByRole('link', { name, exact: true }).click(),
    waitForHeading: (name: RegExp) => heading(name).waitFor(),
    step: (): Promise<string> => page.locator('[aria-current="step"]').innerText(),
    chooseSchool: async (name: string | RegExp): Promise<void> => {
      const school = page.getByLabel('Из какой школы эти работы?');
      const option = school.getByRole('option', { name }).first();
      await school.selectOption(await option.getAttribute('value'));
      await press('Сохранить ответ');
    },
    columnIs: (column: string, role: string) =>
      page.getByLabel(`Что стоит в столбце «${column}»`).selectOption({ label: role }),
    roleOf: (column: string): Promise<string> =>
      page
        .getByLabel(`Что стоит в столбце «${column}»`)
        .evaluate((select) => (select as unknown as { selectedOptions: { text: string }[] }).selectedOptions[0].text),
    keepMappingAs: (name: string) => page.getByLabel('Сохранить разметку под названием').fill(name),
    readByMapping: () => press('Прочитать по этой разметке'),
    /** Kinds of problems with their counts: «балл выше наибольшего 1». */
    kinds: (): Promise<string[]> => page.locator('button[aria-pressed]').allInnerTexts(),
    showKind: (name: string) => press(new RegExp(`^${name}`)),
    problems: (): Locator => page.locator('tbody tr'),
    /** The tick appears with the server's answer. */
    leaveOutFlawed: () => page.getByLabel(/^Загрузить без/).click(),
    goOn: () => press('Далее'),
    toPreview: () => press('К просмотру'),
    load: () => press(/^Загрузить \d/),
    /** Opens the explanation of what a revert does, then does it. */
    explainRevert: () => press('Отменить загрузку'),
    revert: () => press('Отменить загрузку'),
    putAside: () => press('Отложить файл'),
    downloadProblems: async (): Promise<Download> => {
      const begun = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Скачать в Excel' }).click();
      return begun;
    },
  };
}
