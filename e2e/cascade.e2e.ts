/** A district's plan goes to three schools and its month comes back: proposals, answers, returned and accepted reports, the analytic report. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { schoolYearOf } from '#src/platform/clock.ts';
import { expectAccessible, signIn, visit } from './fixtures.ts';
import { cascade } from './pages/cascade.ts';

const SCHOOLS = ['СОШ № 3 г. Заозёрска', 'СОШ № 4 г. Заозёрска', 'СОШ № 5 г. Заозёрска'] as const;
const TITLE = 'План округа для трёх школ';
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

async function call<T>(page: Page, path: string, body: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([address, json]) => {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json,
      });
      return { ok: response.ok, text: await response.text() };
    },
    [path, JSON.stringify(body)] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return JSON.parse(answer.text) as T;
}

const measure = (number: string, text: string, post: string, targets: readonly object[] = []) => ({
  number,
  text,
  deadline: 'ежемесячно',
  result: 'Справка',
  targets,
  parties: [{ part: 'responsible', post, person: null, organisation: null, staffPostId: null }],
});

/** A draft of the district: two measures for schools, the first with a figure to reach, and one of its own. */
async function districtPlan(page: Page): Promise<number> {
  const schoolYear = schoolYearOf(new Date());
  const { id } = await call<{ id: number }>(page, '/api/plans', { title: TITLE, schoolYear });
  const target = { value: 2, comparison: 'atLeast', words: 'не менее 2 педагогов' };
  const measures = [
    measure('1', 'Обучить экспертов школы', 'Руководители ОО', [target]),
    measure('2', 'Сверить отметки с работами', 'Руководители ОО'),
    measure('3', 'Собрать сведения школ', 'Методист'),
  ];
  await call(page, `/api/plans/${id}/changes`, {
    changes: [
      { op: 'addSection', title: 'Кадры и контроль' },
      ...measures.map((one) => ({ op: 'addMeasure', sectionId: 'added', measure: one })),
    ],
  });
  return id;
}

const docxText = (path: string): string =>
  strFromU8(unzipSync(readFileSync(path))['word/document.xml']!)
    .replaceAll(/<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '');

test('a district’s plan goes to three schools as drafts, its changes as proposals, and its month comes back as an approved report', () =>
  visit(({ page: districtPage }) =>
    visit(async ({ page: schoolPage }) => {
      const district = cascade(districtPage);
      const school = cascade(schoolPage);
      await signIn(districtPage, 'coordinator');
      await signIn(schoolPage, 'head');
      const year = schoolYearOf(new Date());

      // The district approves its plan and sends it to three schools.
      const planId = await districtPlan(districtPage);
      await district.openPlan(planId, TITLE);
      await district.approvePlan('21-д', `01.09.${year}`);
      await district.tab('Школы');
      await district.heading('План ещё не отправлен школам');
      await expectAccessible(districtPage);
      await districtPage.getByRole('link', { name: 'Отправить школам' }).click();
      await district.heading('Кому и что отправить');
      await expectAccessible(districtPage);
      await district.chooseSchools(...SCHOOLS);
      await district.press(/^Отправить: 3 школы, 2 мероприятия$/u);
      await districtPage.getByText(/^План получили 3.школы\.$/u).waitFor();
      await districtPage.getByRole('link', { name: 'Посмотреть школы' }).click();
      await district.heading(/^План у 3 школ/u);
      await expectAccessible(districtPage);

      // The head of one is told, opens the draft with the district's words and approves it.
      await school.followNotice(new RegExp(`получен план «${TITLE}»`, 'u'));
      await school.heading(TITLE);
      expect(await schoolPage.locator('tr[id^="measure-"]').count()).toBe(2);
      await school.approvePlan('7', `05.09.${year}`);
      await expectAccessible(schoolPage);

      // The district changes its own plan and sends the changes to those who have it.
      await district.openPlan(planId, TITLE);
      await district.reopenPlan('уточнены два мероприятия');
      await district.changeMeasure('Обучить экспертов школы', 'Обучить экспертов школы по критериям');
      await district.changeMeasure('Сверить отметки с работами', 'Сверить отметки с работами за год');
      await district.approvePlan('21-д', `01.09.${year}`);
      await district.tab('Школы');
      await districtPage.getByRole('link', { name: 'Отправить изменения' }).click();
      await districtPage.getByText('изменить 6, снять 0').waitFor();
      await district.press(/^Отправить: 3 школы, 2 мероприятия$/u);
      await districtPage.getByText(/^Новых школ нет\. У 3.школ он уже был: предложения ушли в 3.школы\.$/u).waitFor();

      // The school accepts one proposal and declines the other with a reason, which the district is told.
      await school.followNotice(/2 предложения к плану/u);
      await school.heading(/^Округ предлагает изменить план/u);
      await expectAccessible(schoolPage);
      await school
        .proposal(/по критериям/u)
        .getByRole('button', { name: 'Принять' })
        .click();
      await school.proposal(/по критериям/u).waitFor({ state: 'detached' });
      const second = school.proposal(/за год/u);
      await second.getByRole('button', { name: 'Отклонить' }).click();
      await second.getByLabel('Почему не подходит').fill('Сверяем каждую четверть');
      await expectAccessible(schoolPage);
      await second.getByRole('button', { name: 'Отправить отказ' }).click();
      await school.heading('Округ ничего нового не предлагает');
      await schoolPage.getByRole('cell', { name: 'Сверяем каждую четверть' }).waitFor();
      await school.tab('План');
      await schoolPage.getByText('Обучить экспертов школы по критериям').first().waitFor();
      await districtPage.goto('/notices');
      await districtPage.getByText('отклонено: Сверяем каждую четверть').first().waitFor();
      await expectAccessible(districtPage);

      // The school tells its month, the district returns it, the school answers, the district accepts.
      await school.tab('Отчёты');
      await school.heading(/^Отчёт за месяц/u);
      await expectAccessible(schoolPage);
      await school.latestMonth('Заполнить');
      await schoolPage.getByLabel('Достигнуто: не менее 2 педагогов').fill('три');
      await schoolPage.getByText('Введите целое число, например 12.').first().waitFor();
      await schoolPage.getByLabel('Достигнуто: не менее 2 педагогов').fill('3');
      await schoolPage.getByLabel('Пояснение').fill('Обучены трое.');
      await expectAccessible(schoolPage);
      await school.press('Отправить округу');
      await schoolPage.getByText(/^Отчёт представлен/u).waitFor();
      await district.followNotice(/СОШ № 3 г. Заозёрска»: представлен отчёт/u);
      await district.press('Вернуть с замечанием');
      await districtPage.getByLabel('Что исправить').fill('Назовите темы обучения');
      await expectAccessible(districtPage);
      await district.press('Вернуть школе');
      await districtPage.getByText('Округ вернул отчёт').waitFor();
      await school.followNotice(/возвращён: Назовите темы обучения/u);
      await schoolPage.getByText('Округ вернул отчёт').waitFor();
      await schoolPage.getByLabel('Пояснение').fill('Обучены трое: критерии и типичные ошибки.');
      await school.press('Отправить округу');
      await schoolPage.getByText(/^Отчёт представлен/u).waitFor();
      await district.followNotice(/СОШ № 3 г. Заозёрска»: представлен отчёт/u);
      await district.press('Принять отчёт');
      await districtPage.getByText(/^Отчёт представлен .* и принят/u).waitFor();

      // The board shows who has reported; the analytic report is assembled from the same records.
      await district.openPlan(planId, TITLE);
      await district.tab('Школы');
      await district
        .school(SCHOOLS[0])
        .getByText(/^принят/u)
        .waitFor();
      await expectAccessible(districtPage);
      await district.tab('Отчёты');
      await district.latestMonth('Составить');
      await districtPage.getByText('Все числа в тексте подтверждены данными.').waitFor();
      await expectAccessible(districtPage);

      // A number that the data does not bear out blocks the approval, in words.
      const told = district.paragraph('Отчёт за месяц представили: 1');
      const words = await told.inputValue();
      await told.fill(words.replace('представили: 1', 'представили: 3'));
      await district.press('Сохранить');
      await districtPage.getByText('Пока они есть, отчёт нельзя утвердить и напечатать.').waitFor();
      await districtPage.getByText(/^В тексте 3, по данным 1/u).waitFor();
      expect(await districtPage.getByRole('button', { name: 'Утвердить' }).isDisabled()).toBe(true);
      expect(await districtPage.getByRole('link', { name: 'Скачать Word' }).count()).toBe(0);
      await expectAccessible(districtPage);
      await district.press('Взять числа из данных');
      await districtPage.getByText('Все числа в тексте подтверждены данными.').waitFor();
      const approver = districtPage.getByRole('group', { name: 'Утверждает' });
      await approver.getByLabel('Инициалы и фамилия').fill('Заполярная Светлана Ивановна');
      await district.press('Сохранить');
      await districtPage.getByText('В документе будет: УТВЕРЖДАЮ, Директор, Заполярная Светлана Ивановна.').waitFor();
      await district.press('Утвердить');
      await districtPage.getByText(/^Утверждён в системе:/u).waitFor();
      await district.press('Закрыть от правок и выдать документ');
      await districtPage.getByText(/^Закрыт от правок/u).waitFor();
      await expectAccessible(districtPage);

      const word = await district.download('Скачать Word');
      expect(word.name).toMatch(/\.docx$/u);
      const written = plain(docxText(word.path));
      expect(written).toContain('С. И. Заполярная');
      expect(written).toContain('План направлен школам: 3, утвердили его у себя: 1.');
      expect(written).toContain('Отчёт за месяц представили: 1');
      // The other two have a draft only: they had nothing to report on.
      expect(written).not.toContain('Не представили отчёт');
      const pdf = await district.download('Скачать PDF');
      expect(pdf.name).toMatch(/\.pdf$/u);
      expect(readFileSync(pdf.path).subarray(0, 4).toString('latin1')).toBe('%PDF');
    }),
  ));
