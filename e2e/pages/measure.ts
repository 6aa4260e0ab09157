/** One measure of a plan, and handing in evidence for one of its dates. */
import type { Page } from 'playwright-core';

export interface TestFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface MeasureAddress {
  readonly planId: number;
  readonly measureId: number;
  readonly occurrenceId: number;
}

interface Carrying {
  readonly measures: readonly {
    readonly id: number;
    readonly text: string;
    readonly occurrences: readonly { id: number; opensOn: string | null; dueOn: string | null; state: string }[];
  }[];
}

async function read<T>(page: Page, url: string): Promise<T> {
  return (await page.request.get(url)).json() as Promise<T>;
}

/** The first date of the measure of an approved plan whose text holds `words`. */
export async function firstDate(page: Page, planId: number, words: string): Promise<MeasureAddress> {
  const { measures } = await read<Carrying>(page, `/api/plans/${planId}/carrying`);
  const measure = measures.find(({ text }) => text.includes(words));
  const [occurrence] = measure?.occurrences ?? [];
  if (!measure || !occurrence) throw new Error(`no date of «${words}» in plan ${planId}`);
  return { planId, measureId: measure.id, occurrenceId: occurrence.id };
}

/**
 * A date of the demo's approved plan for which nothing was handed in yet and which a piece of evidence ends. Other stories approve plans of
 * their own on the same site: the demo's is the largest.
 */
export async function untouchedDate(page: Page): Promise<MeasureAddress> {
  const { plans } = await read<{ plans: { id: number; state: string; measures: number }[] }>(page, '/api/plans');
  const [plan] = plans.filter(({ state }) => state === 'approved').toSorted((a, b) => b.measures - a.measures);
  const { measures } = await read<Carrying>(page, `/api/plans/${plan!.id}/carrying`);
  for (const measure of measures) {
    const [one] = measure.occurrences;
    if (measure.occurrences.length !== 1 || one?.state !== 'open' || one.dueOn === null) continue;
    const days = one.opensOn === null ? 0 : (Date.parse(one.dueOn) - Date.parse(one.opensOn)) / 86_400_000;
    if (days <= 31) return { planId: plan!.id, measureId: measure.id, occurrenceId: one.id };
  }
  throw new Error('every date of the demo plan is taken');
}

export function measurePage(page: Page, { planId, measureId, occurrenceId }: MeasureAddress) {
  const address = `/plans/${planId}/measures/${measureId}`;
  const dates = page.getByRole('region', { name: /подтверждения/u });
  return {
    open: async (): Promise<void> => {
      await page.goto(address);
      await dates.waitFor();
    },
    /** The state of the one date, as it stands under its days. */
    async state(): Promise<string> {
      return (await dates.getByRole('listitem').first().locator('p').first().innerText()).split('\n').at(-1)!;
    },
    pieces: (): Promise<string[]> => dates.locator('[data-state]').allInnerTexts(),
    press: (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).first().click(),
    waitFor: (words: string | RegExp): Promise<void> => dates.getByText(words).first().waitFor(),
    async return(remark: string): Promise<void> {
      await page.getByRole('button', { name: 'Вернуть с замечанием' }).click();
      await page.getByLabel('Что исправить').fill(remark);
      await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    },
    submit: {
      open: async (): Promise<void> => {
        await page.goto(`${address}/submit?occurrence=${occurrenceId}`);
        await page.getByRole('button', { name: 'Отправить на проверку' }).waitFor();
      },
      choose: (file: TestFile): Promise<void> =>
        page
          .getByLabel('Файл подтверждения')
          .setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: file.content }),
      explain: (words: string): Promise<void> => page.getByLabel('Пояснение').fill(words),
      kind: (name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check(),
      send: (): Promise<void> => page.getByRole('button', { name: 'Отправить на проверку' }).click(),
      faults: (): Promise<string[]> => page.getByRole('alert').first().getByRole('listitem').allInnerTexts(),
      sent: (): Promise<void> => page.waitForURL((url) => url.pathname === address),
    },
  };
}
