/** The whole way of a plan: the office's Word file, mended, approved, and one measure of it carried out until its evidence is accepted. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signIn, visit } from './fixtures.ts';
import { cascade } from './pages/cascade.ts';
import { firstDate, measurePage, type MeasureAddress } from './pages/measure.ts';
import { planIntake } from './pages/plan-intake.ts';
import { wordPlan } from '#demo/samples/word-plan.ts';

const unsigned = { name: 'Справка.pdf', content: Buffer.from('%PDF-1.7 an analysis without a signature') };
const signed = { name: 'Справка с подписью.pdf', content: Buffer.from('%PDF-1.7 an analysis with a signature') };

test('a Word plan is imported, mended and approved, and a measure of it is carried out, returned, handed in again and accepted', async () => {
  let planId = 0;
  await visit(async ({ page }) => {
    await signIn(page, 'deputy2');
    const intake = planIntake(page);
    await intake.open();
    await intake.drop('План школы.docx', await wordPlan(randomUUID()));
    await intake.waitForReview();
    await intake.nextDoubtful();
    await intake.field('Срок').fill('ноябрь');
    await intake.agree();
    await intake.field('Срок').fill('до 15 марта 2027 г.');
    await intake.press('Добавить ответственного');
    await intake.field('Должность 1').fill('Учитель математики');
    await intake.agree();
    await intake.waitUntilStored();
    await intake.save();
    await intake.waitForPlan();
    planId = Number(new URL(page.url()).pathname.split('/').at(-1));
  });

  let address: MeasureAddress | null = null;
  await visit(async ({ page }) => {
    await signIn(page, 'head2');
    await page.goto(`/plans/${planId}`);
    await cascade(page).approvePlan('145', '28.08.2026');
    address = await firstDate(page, planId, 'Анализ результатов ВПР');
  });

  await visit(async ({ page }) => {
    await signIn(page, 'school2');
    const { submit, waitFor } = measurePage(page, address!);
    await submit.open();
    await submit.choose(unsigned);
    await submit.send();
    await submit.sent();
    await waitFor('на проверке');
  });
  await visit(async ({ page }) => {
    await signIn(page, 'deputy2');
    const measure = measurePage(page, address!);
    await measure.open();
    await measure.return('Справка не подписана');
    await measure.waitFor('Справка не подписана');
  });
  await visit(async ({ page }) => {
    await signIn(page, 'school2');
    const measure = measurePage(page, address!);
    await measure.open();
    await page.getByRole('link', { name: 'Представить исправленное' }).click();
    await page.getByRole('heading', { level: 1, name: 'Представить исправленное' }).waitFor();
    await measure.submit.choose(signed);
    await measure.submit.send();
    await measure.submit.sent();
    await measure.waitFor('версия 2');
  });
  await visit(async ({ page }) => {
    await signIn(page, 'deputy2');
    const measure = measurePage(page, address!);
    await measure.open();
    await measure.press('Принять');
    await measure.waitFor('Принято: ');
    const [latest] = await measure.pieces();
    expect(latest).toContain('Справка с подписью.pdf');
    expect(latest).toContain('Принято: ');
  });
});
