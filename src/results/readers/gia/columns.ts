/** What the columns of a protocol of a state exam are, by their headers: layouts differ in places, not in words. */
import type { TableRow } from '#src/platform/tables/source.ts';
import { headerTexts } from '../cells.ts';
import { headerKey } from '../headers.ts';
import { documentNumber, isPersonalHeader } from '../personal.ts';

export type ExamColumn =
  | 'order'
  | 'school'
  | 'schoolName'
  | 'className'
  | 'participant'
  | 'pupil'
  | 'variant'
  | 'short'
  | 'extended'
  | 'total'
  | 'testScore'
  | 'mark'
  | 'testScoreOrMark'
  | 'exam'
  | 'appeal'
  | 'subjectCode'
  | 'subject'
  | 'date'
  | 'personal';

const COLUMNS: readonly (readonly [ExamColumn, RegExp])[] = [
  ['order', /^(№|№ ?п ?\/ ?п|п\/п|columnname)$/u],
  ['school', /^(код оо|код школы|код оу|schoolcode|логин оо)$/u],
  ['schoolName', /^(наименование оо|название оо|школа)$/u],
  ['className', /^(класс|classcode)$/u],
  ['participant', /^(код участника|participantcode)$/u],
  ['pupil', /^(ключ ученика|свой ключ|ключ|pupil|pupil_key|№ личного дела|номер личного дела)$/u],
  ['variant', /^(вариант|№ варианта|номер варианта|variantcode)$/u],
  ['short', /кратк(им|ой|ие)|^краткие$|^testresult[ab]cell$/u],
  ['extended', /развернут|устн(ая|ой) част|^testresult[cd]cell$/u],
  ['total', /^(первичный балл|primarymark)$/u],
  ['testScoreOrMark', /^(тестовый балл|итоговый балл) ?\/ ?оценка$/u],
  ['testScore', /^(тестовый балл|итоговый балл|mark100)$/u],
  ['mark', /^(оценка|отметка|итоговая оценка|итоговая отметка|mark5)$/u],
  ['exam', /^экзамен$/u],
  ['appeal', /апелляц/u],
  ['subjectCode', /^(код предмета|subjectcode)$/u],
  ['subject', /^(предмет|наименование предмета|subjectname)$/u],
  ['date', /^(дата|дата экзамена|examdate)$/u],
];

/** Columns of a header row by 0-based index. */
export type ExamColumns = ReadonlyMap<number, { readonly role: ExamColumn; readonly header: string }>;

export function examColumns(row: TableRow): ExamColumns {
  const texts = headerTexts(row);
  const document = documentNumber(texts);
  return new Map(
    texts.flatMap((header, index): [number, { role: ExamColumn; header: string }][] => {
      if (header === '') return [];
      if (index === document || isPersonalHeader(header)) return [[index, { role: 'personal', header }]];
      const key = headerKey(header).replace(/развёрнут/u, 'развернут');
      const role = COLUMNS.find(([, pattern]) => pattern.test(key))?.[0];
      return role === undefined ? [] : [[index, { role, header }]];
    }),
  );
}

const PLACES = new WeakMap<ExamColumns, ReadonlyMap<ExamColumn, number>>();

/** Index of the first column of a role; asked for several times a row, so remembered. */
export function columnAt(columns: ExamColumns, role: ExamColumn): number | undefined {
  let places = PLACES.get(columns);
  if (places === undefined) {
    places = new Map([...columns].toReversed().map(([index, column]) => [column.role, index]));
    PLACES.set(columns, places);
  }
  return places.get(role);
}

function has(columns: ExamColumns, role: ExamColumn): boolean {
  return columnAt(columns, role) !== undefined;
}

/** A row of headers: results and whose they are, or the layout of appeals. */
export function isExamHeader(columns: ExamColumns): boolean {
  const whose = has(columns, 'school') || has(columns, 'participant') || has(columns, 'personal');
  if (!whose) return false;
  if (has(columns, 'exam') && has(columns, 'appeal')) return true;
  return has(columns, 'short') || has(columns, 'extended');
}

export function isAppealsHeader(columns: ExamColumns): boolean {
  return has(columns, 'exam') && has(columns, 'appeal');
}

/** The second row of a heading: only results, under a common «Текущие» or «Баллы». */
export function isSubheader(columns: ExamColumns, row: TableRow): boolean {
  const filled = row.values.filter((value) => value !== null).length;
  return (
    columns.size > 0 &&
    columns.size >= filled / 2 &&
    !isExamHeader(columns) &&
    !row.values.some((value) => typeof value === 'number')
  );
}
