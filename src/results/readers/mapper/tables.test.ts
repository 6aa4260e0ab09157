import { expect, test } from 'vitest';
import type { ReadTable, TableMapping } from '../../model.ts';
import { redactedCopy } from '../redact.ts';
import { readResults } from '../registry.ts';

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

async function tableOf(content: string, mapping: TableMapping): Promise<ReadTable> {
  const { files, tables } = await readResults(text(content), { mapping });
  expect(files).toEqual([]);
  expect(tables).toHaveLength(1);
  return tables[0];
}

const MARKS = 'Шифр;Кл.;Дисциплина;Балл\nа-17;5А;Математика;4\nа-18;5А;Вымысловедение;н/а\nа-18;5А;Математика;7\n';

const marks: TableMapping = {
  sheet: null,
  headerRow: 1,
  content: 'termMarks',
  columns: [
    { header: 'Шифр', role: 'pupil' },
    { header: 'Кл.', role: 'className' },
    { header: 'Дисциплина', role: 'subject' },
    { header: 'Балл', role: 'termMark' },
  ],
  constants: { schoolYear: 2025, term: 'q2', school: 'edu990101' },
};

test('a mapping may say that the rows are marks of a term', async () => {
  const table = await tableOf(MARKS, marks);
  expect(table).toMatchObject({ kind: 'termMarks', reader: 'mapper', mapping: { content: 'termMarks' } });
  expect(table.rows).toEqual([
    {
      row: 2,
      municipality: null,
      school: 'edu990101',
      schoolName: null,
      className: '5А',
      pupil: 'а-17',
      subject: 'Математика',
      schoolYear: 2025,
      term: 'q2',
      mark: 4,
    },
  ]);
  expect(table.problems.map(({ code, row, column, found }) => [code, row, column, found])).toEqual([
    ['mark-unknown', 4, 'D', '7'],
  ]);
});

test('names under a column that a person called the pupil are numbered and leave nothing else', async () => {
  const named = MARKS.replaceAll('а-17', 'Выдумкина Проба').replaceAll('а-18', 'Придумова Сон');
  const table = await tableOf(named, marks);
  expect(JSON.stringify(table)).not.toMatch(/Выдумкина|Придумова/u);
  expect(table.rows[0]).toMatchObject({ pupil: '№2' });
  expect(table.problems.map(({ code }) => code)).toContain('names-numbered');
});

test('summaries, lists and keys are mapped the same way', async () => {
  const summary = await tableOf('Кл.;A;B;C;D;Чел.\n5А;1;9;10;5;25\n', {
    ...marks,
    content: 'termSummaries',
    columns: [
      { header: 'Кл.', role: 'className' },
      { header: 'A', role: 'count2' },
      { header: 'B', role: 'count3' },
      { header: 'C', role: 'count4' },
      { header: 'D', role: 'count5' },
      { header: 'Чел.', role: 'pupils' },
    ],
    constants: { subject: 'Математика', schoolYear: 2025, term: 'year' },
  });
  expect(summary.rows[0]).toMatchObject({ className: '5А', count2: 1, count5: 5, pupils: 25, term: 'year' });
  const list = await tableOf('Учреждение;За что\nПримерная СОШ;МА4\n', {
    ...marks,
    content: 'officialList',
    columns: [
      { header: 'Учреждение', role: 'schoolName' },
      { header: 'За что', role: 'subject' },
    ],
    constants: { year: 2026 },
  });
  expect(list.rows[0]).toMatchObject({ school: 'Примерная СОШ', subject: 'Математика', grade: 4, year: 2026 });
  const keys = await tableOf('Бланк;Наш номер\n40001;17-042\n', {
    ...marks,
    content: 'pupilKeys',
    columns: [
      { header: 'Бланк', role: 'participant' },
      { header: 'Наш номер', role: 'pupil' },
    ],
    constants: {},
  });
  expect(keys.rows[0]).toMatchObject({ participant: '40001', pupil: '17-042' });
});

test('a table whose mapped columns are gone says which, and has no rows', async () => {
  const table = await tableOf('Шифр;Кл.\nа-17;5А\n', marks);
  expect(table.rows).toEqual([]);
  expect(table.problems.map(({ code, allowed }) => [code, allowed])).toEqual([
    ['column-missing', 'Дисциплина'],
    ['column-missing', 'Балл'],
  ]);
});

test.each([
  ['ДКР по математике 2026', 'dkr'],
  ['Административная контрольная работа 2026', 'own'],
  ['Пробный ОГЭ 2026', 'own'],
  ['ВПР 2026', 'vpr'],
] as const)('papers of «%s» in a mapped table are of the kind %s', async (procedure, kind) => {
  const mapping: TableMapping = {
    sheet: null,
    headerRow: 1,
    columns: [
      { header: 'Шифр', role: 'participant' },
      { header: 'Ключ', role: 'pupil' },
      { header: 'Зад. 1', role: 'task', task: { id: '1', max: 2 } },
    ],
    constants: { procedure, subject: 'Математика', grade: 9 },
  };
  const { files } = await readResults(text('Шифр;Ключ;Зад. 1\nu-1;17-042;2\n'), { mapping });
  expect(files[0]).toMatchObject({ procedureKind: kind, year: 2026 });
  expect(files[0].papers[0]).toMatchObject({ pupil: '17-042', scores: [2] });
});

test('a key that is a name is dropped from a paper, and the redacted copy says no name', async () => {
  const content = text('Код участника;Ключ ученика;Класс;1 (2б)\n40001;Выдумкина Проба;4А;2\n40002;17-042;4А;1\n');
  const { files } = await readResults(content);
  expect(files[0].papers.map(({ pupil }) => pupil)).toEqual([undefined, '17-042']);
  expect(JSON.stringify(files)).not.toContain('Выдумкина');
  const copy = await redactedCopy(content);
  expect(new TextDecoder().decode(copy.bytes)).not.toContain('Выдумкина');
});
