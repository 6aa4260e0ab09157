import { expect, test } from 'vitest';
import type { Measure, Roadmap } from './model.ts';
import { readPlainText } from './read-text.ts';
import { readRoadmap } from './read.ts';

function read(text: string): Roadmap {
  return readRoadmap(readPlainText(text), { presentYear: 2026 });
}

function measures(plan: Roadmap): readonly Measure[] {
  return plan.sections.flatMap((section) => section.measures);
}

function codes({ warnings, deadline }: Measure): readonly string[] {
  return [...deadline.warnings, ...warnings].map(({ code }) => code);
}

test('a cell in each line, blank lines between rows: texts before the table are no measures', () => {
  const plan = read(`План мероприятий
по объективности в 2024/2025 учебном году

Работа идёт по направлениям:
1. Обеспечение порядка в аудиториях;
2. Разъяснительная работа.
\tМероприятия
\tСроки
\tОтветственный

\tРабота с учителями

\t1. Изучить\tпорядок проведения
\tОктябрь
\tЗавуч

\t2. Составить  список
наблюдателей
\t
\t

\tРабота с родителями

\t1. Провести собрание
\tПо графику
(при необходимости)
\tКлассный руководитель
`);
  expect(plan.sections.map(({ title, measures: all }) => [title, all.length])).toEqual([
    ['Работа с учителями', 2],
    ['Работа с родителями', 1],
  ]);
  const [first, second, third] = measures(plan);
  expect(first).toMatchObject({ number: '1', text: 'Изучить порядок проведения' });
  expect(second).toMatchObject({
    number: '2',
    text: 'Составить список наблюдателей',
    deadline: { verbatim: 'Октябрь' },
  });
  expect(codes(second)).toEqual(expect.arrayContaining(['inherited', 'mergeNotSeen']));
  expect(third.deadline).toMatchObject({ type: 'BY_SCHEDULE + CONDITIONAL', condition: 'при необходимости' });
});

test('a row cut by the end of a page is one measure, also when its columns slipped', () => {
  const plan = read(`Дорожная карта на 2024/2025 учебный год
№ п/п\tНаименование мероприятия\tИсполнители\tСроки\tРезультаты
1\t2\t3\t4\t5
1.\tИзучение списка школ,\tУправление образования\tпостоянно\tсписок
\n1\t2\t3\t4\t5
находящихся в зоне риска\tМБУ «Центр Небыль»\tноябрь 2024 г. – май 2025 г.\tданные собраны\t
2.\tВыявление затруднений\tМБУ «Центр Небыль»\t\tмаршруты составлены
3.\tПривлечение специалистов: анализ деятельности\tОО\tпостоянно\tконтроль каче-
\n1\t2\t3\t4\t5
\tшкол при проведении процедур.\t\t\tства
`);
  expect(measures(plan).map(({ number, text }) => [number, text])).toEqual([
    ['1', 'Изучение списка школ, находящихся в зоне риска'],
    ['2', 'Выявление затруднений'],
    ['3', 'Привлечение специалистов: анализ деятельности школ при проведении процедур.'],
  ]);
  const [first, second, third] = measures(plan);
  expect(codes(first)).toEqual(expect.arrayContaining(['cutByPage', 'columnsShifted']));
  expect(first.deadline.type).toBe('CONTINUOUS');
  expect(second.deadline.verbatim).toBe('ноябрь 2024 г. – май 2025 г.');
  expect(codes(second)).toContain('deadlineFromRowAbove');
  expect(third.result).toBe('контроль качества');
});

test('columns stand in any order and bars part them as well', () => {
  const plan = read(`| Ответственный | Что сделать: мероприятия | Итог | Когда |
|---|---|---|---|
| Завуч | Посещение уроков | Справка | в течение года |
| Психолог | Беседы с родителями | Журнал | апрель-май |`);
  expect(measures(plan)).toMatchObject([
    {
      text: 'Посещение уроков',
      deadline: { type: 'CONTINUOUS_YEAR' },
      responsible: [{ post: 'Завуч' }],
      result: 'Справка',
    },
    { text: 'Беседы с родителями', deadline: { type: 'MONTH_RANGE' }, responsible: [{ post: 'Психолог' }] },
  ]);
});

test('a table without a header is read by what stands in its columns, and that is said', () => {
  const plan = read(`1\tРазработать план мероприятий\tдо 10 сентября\tДиректор\tУтверждённый план
2\tПровести семинар для учителей\tоктябрь\tМетодист\tМатериалы семинара
3\tСобрать списки наблюдателей\tноябрь\tЗавуч\tСогласованные списки`);
  expect(measures(plan).map(({ number, deadline }) => [number, deadline.type])).toEqual([
    ['1', 'DEADLINE(date, no year)'],
    ['2', 'MONTH'],
    ['3', 'MONTH'],
  ]);
  expect(plan.problems.map(({ code }) => code)).toEqual(['headerMissing', 'schoolYearPresent']);
});

test('items of an order have their deadlines and addressees; the addressee is no measure', () => {
  const plan = read(`УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ВЫДУМАННОГО ОКРУГА
ПРИКАЗ
02.11.2024 № 15
Об объективности в 2024/2025 учебном году
ПРИКАЗЫВАЮ:
1. Утвердить план мероприятий.
2. Руководителям ОО:
2.1. Провести самоанализ.
Срок: до 30 ноября 2024 г.
2.2. Назначить ответственных лиц в 2024/2025 учебном году.
2.3. Обеспечить наблюдение в 2024/2025 учебном году.
3. Методисту (Небылова Н. Н.):
3.1. Подготовить отчет. Срок: ежемесячно, последний понедельник месяца.
4. Контроль за исполнением возложить на Небылову Н. Н., заместителя начальника.
Начальник Управления образования
И. И. Придуманный`);
  expect(plan).toMatchObject({
    title: 'Об объективности в 2024/2025 учебном году',
    organisation: 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ВЫДУМАННОГО ОКРУГА',
    approval: { order: '15', date: '2024-11-02' },
    schoolYear: '2024/2025',
  });
  expect(measures(plan).map(({ number, deadline }) => [number, deadline.type])).toEqual([
    ['1', 'NONE'],
    ['2.1', 'DEADLINE(date)'],
    ['2.2', 'NONE'],
    ['2.3', 'CONTINUOUS_YEAR'],
    ['3.1', 'RECURRING_MONTH(last Monday)'],
    ['4', 'NONE'],
  ]);
  expect(measures(plan)[1].responsible).toEqual([{ post: 'Руководители', person: null, organisation: 'ОО' }]);
  expect(codes(measures(plan)[3])).toContain('deadlineFromText');
});

const TABLE = `Приложение к приказу от 10.09.2024 № 5
Дорожная карта на 2024/2025 учебный год
№\tМероприятие\tСрок\tОтветственный\tРезультат
`;

test.each<[string, string, number]>([
  ['outsidePlan', '1\tДело\tноябрь 2027 г.\tЗавуч\tСправка', 0],
  ['beforeApproval', '1\tДело\tдо 01.09.2024\tЗавуч\tСправка', 0],
  ['untilMonth', '1\tДело\tдо мая\tЗавуч\tСправка', 0],
  ['monthWithoutYear', '1\tДело\tоктябрь\tЗавуч\tСправка', 0],
  ['lostDash', '1\tДело\tноябрь декабрь 2024\tЗавуч\tСправка', 0],
  ['trailingComma', '1\tДело\tноябрь 2024 г.,\tЗавуч\tСправка', 0],
  ['twoPhases', '1\tДело\tоктябрь-ноябрь, затем постоянно\tЗавуч\tСправка', 0],
  ['referenceNotAttached', '1\tДело\tсогласно плана ВШК\tЗавуч\tСправка', 0],
  ['noDeadline', '1\tДело\t\tЗавуч\tСправка', 0],
  ['noResponsible', '1\tДело\tмай\t\tСправка', 0],
  ['noNumber', '\tДело\tмай\tЗавуч\tСправка', 0],
  ['foreignLetters', '1\tНеобъeктивная оценка\tмай\tЗавуч\tСправка', 0],
  ['targetInWords', '1\tДело\tмай\tЗавуч\tОбучено 20 учителей', 0],
  ['recurrenceInText', '1\tРаботы в конце каждой четверти\tоктябрь\tЗавуч\tСправка', 0],
  ['duplicateNumber', '1\tДело\tмай\tЗавуч\tСправка\n1\tИное\tмай\tЗавуч\tОтчёт', 1],
  ['brokenNumber', '1\tДело\tмай\tЗавуч\tСправка\n5\tИное\tмай\tЗавуч\tОтчёт', 1],
  ['identicalRows', '1\tДело\tмай\tЗавуч\tСправка\n1\tДело\tмай\tЗавуч\tСправка', 0],
  ['resultRepeated', '1\tДело\tмай\tЗавуч\tОбщая справка\n2\tИное\tмай\tЗавуч\tОбщая справка', 1],
  ['measureTwice', '1\tДело\tмай\tЗавуч\tСправка\nРаздел второй\t\t\t\t\n1\tДело\tиюнь\tЗавуч\tОтчёт', 1],
  ['valueMoved', '1\tДело\tДиректор школы\tмай\tСправка', 0],
])('the defect %s is shown and not repaired away', (code, rows, at) => {
  const plan = read(TABLE + rows);
  expect(codes(measures(plan)[at])).toContain(code);
});

test('a row that nothing is made of stands in the problems with its place', () => {
  const plan = read(`${TABLE}\t\t\tЗавуч\tСправка\n1\tДело\tмай\tЗавуч\tСправка`);
  expect(plan.problems).toEqual([{ code: 'rowNotUnderstood', place: 'строка 4', words: 'Завуч | Справка' }]);
  expect(measures(plan)).toHaveLength(1);
});

const ROWS = '\n№\tМероприятие\tСрок\tОтветственный\n1\tПровести совещание\tсентябрь\tДиректор\n';

test('a note of approval under a title of capitals is no part of it', () => {
  const plan = read(`ПЛАН МЕРОПРИЯТИЙ ПО ОБЪЕКТИВНОСТИ\n\nУТВЕРЖДАЮ\nДиректор школы\nВ. В. Выдумкин\n${ROWS}`);
  expect(plan.title).toBe('ПЛАН МЕРОПРИЯТИЙ ПО ОБЪЕКТИВНОСТИ');
  expect(plan.approval.by).toBe('Директор школы В. В. Выдумкин');
});

test.each([
  '2028/2029 учебный год',
  '(2028-2029 учебный год)',
  '2028/2029 уч. год.',
  '2028/29 УЧЕБНЫЙ ГОД',
  '2028–2029',
])('«%s» alone under the title is the school year', (line) => {
  expect(read(`План мероприятий\n${line}\n${ROWS}`).schoolYear).toBe('2028/2029');
});

test('a dashed line with its own deadline below an item of a list is a measure of its own', () => {
  const plan = read(`План мероприятий на 2026/2027 учебный год
1) Провести педсовет (октябрь, директор)
2) Обсудить итоги за апрель, май
3) Контроль тетрадей по русскому языку ежемесячно, завуч
- наблюдение на ВПР, апрель
- справка для Приказа № 5, 12.09.2026
4) Вынести вопрос, на совещание при директоре`);
  expect(
    measures(plan).map(({ text, deadline, responsible }) => [text, deadline.verbatim, responsible.length]),
  ).toEqual([
    ['Провести педсовет', 'октябрь', 1],
    ['Обсудить итоги за апрель, май', '', 0],
    ['Контроль тетрадей по русскому языку', 'ежемесячно', 1],
    ['наблюдение на ВПР - справка для Приказа № 5, 12.09.2026', 'апрель', 0],
    ['Вынести вопрос, на совещание при директоре', '', 0],
  ]);
});

test.each([
  ['Срок: октябрь 2024 г.', '', 'schoolYearGuessed'],
  ['Срок: октябрь', 'Утверждено приказом от 02.09.2024 № 5\n', 'schoolYearOfApproval'],
  ['Срок: октябрь', '', 'schoolYearPresent'],
])('where the school year of a plan that names none was taken from: %s %s', (deadline, approval, code) => {
  const plan = read(`${approval}План работы\n1. Провести педсовет\n${deadline}\n2. Подвести итоги\nСрок: май`);
  expect(plan.problems.map((each) => each.code)).toEqual([code]);
});

test('the name of a school keeps the quotes in which it is cut out of a longer line', () => {
  const plan = read(`План работы МБОУ «Средняя школа № 7» по объективности на 2024/2025 учебный год\n${ROWS}`);
  expect(plan.organisation).toBe('МБОУ «Средняя школа № 7»');
});
