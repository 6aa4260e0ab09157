/** The names of columns, in any order and wording, and the rows that repeat them. */
import type { Cell, Row } from './blocks.ts';
import { fold } from './fold.ts';
import { numberOf } from './looks.ts';

export type Role = 'number' | 'text' | 'direction' | 'deadline' | 'responsible' | 'both' | 'result' | 'note';

/** Role of each column of the grid; the same role may stand in two columns. */
export type Columns = ReadonlyMap<number, Role>;

const LONGEST_NAME = 120;

/** The first that fits is the role: «Дата проведения мероприятия» is a deadline, «Ответственный за мероприятие» is not a measure. */
const NAMES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:№|n|no|nº|#)(?:\s|$|п|\.|\/)|^п\s?\/\s?п|^номер|^№|^пункт(?:\s|$)/u, 'number'],
  [/^срок\S*(?:,|\s*\/|\s+и)\s*(?:ответственн|исполнител)/u, 'both'],
  [
    /ответственн|исполнител|^ответ-|^отв(?:\.|\s|$)|^исп\.|^кем (?:выполн|провод|реализ)|^кто(?:\s|$)|кто (?:проводит|отвечает|выполняет)/u,
    'responsible',
  ],
  [
    /примечан|отметк[аи] об?|комментари|ссылк|^участник|аудитори|^категори|^охват|^мест[оа] |^статус|^выполнени|рассматрив|^форм[аы] (?:проведени|контрол|работ)|^уровень|^источник|^объект/u,
    'note',
  ],
  [
    /результат|показател|ожидаем|индикатор|итог|эффект|продукт|критери|(?:вид|форма) (?:документа|отч|представлен|завершен)|^выход|^документ|подтвержда|^форма$/u,
    'result',
  ],
  [/срок|^дата|^даты|период|когда|^время|^месяц|дата (?:проведен|исполнен|реализац)/u, 'deadline'],
  [
    /^(?:начало|окончание|конец|завершение)(?: (?:работ|реализации|выполнения|исполнения|проведения)\S*)?$/u,
    'deadline',
  ],
  [
    /мероприят|наименовани|содержани|действи|^мер[аы](?:\s|$)|поручени|^что$|что (?:дела|сдела|надо|нужно|провод)|^вопрос|^тема|^вид(?:ы)? (?:работ|деятельн)/u,
    'text',
  ],
  [/направлени|задач|раздел|^блок|этап/u, 'direction'],
  [/^цел[ьи]/u, 'note'],
  [/^работ/u, 'text'],
];

export function nameOf(text: string): Role | null {
  const words = fold(text).replace(/["*]/gu, '').trim();
  if (words === '' || words.length > LONGEST_NAME) return null;
  return NAMES.find(([name]) => name.test(words))?.[1] ?? null;
}

/** Columns named by a row, or null: such a row names what is done, and when or by whom, in short words. */
export function columnsOf(row: Row): Columns | null {
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length < 2 || filled.some(({ text }) => text.length > LONGEST_NAME || /\d{2}\.\d{2}\.\d{4}/u.test(text))) {
    return null;
  }
  const columns = new Map<number, Role>();
  for (const { column, text } of filled) {
    const name = nameOf(text);
    if (name !== null) columns.set(column, name);
  }
  for (const { column, span } of filled) {
    const role = columns.get(column);
    if (role === undefined) continue;
    for (let under = column + 1; under < column + span; under += 1) {
      if (!columns.has(under)) columns.set(under, role);
    }
  }
  const roles = [...columns.values()];
  if (!roles.includes('text')) promote(columns, filled);
  const has = (role: Role): boolean => [...columns.values()].includes(role);
  const named =
    filled.filter(({ column }) => columns.has(column)).length >= Math.max(2, Math.ceil(filled.length * 0.6));
  const distinct = new Set(columns.values()).size;
  if (!named || distinct < 2 || !has('text') || !(has('deadline') || has('responsible') || has('both'))) return null;
  // The name of a column is a noun phrase: a measure has more words and a number.
  const numbered = filled.some(({ text }) => /^\d+(?:\.\d+)*[.)]?(?:\s|$)/u.test(text));
  return numbered ? null : oneOfEach(columns, filled);
}

/** Where no column is called a measure: «Направления деятельности» alone, then «Объект контроля», then «Цель». */
const PROMOTED: readonly RegExp[] = [/направлени|задач|раздел|^блок|этап/u, /^(?:объект|предмет) /u, /^цел[ьи]/u];

function promote(columns: Map<number, Role>, filled: readonly Cell[]): void {
  for (const name of PROMOTED) {
    const at = filled.find(({ column, text }) => columns.has(column) && name.test(fold(text)));
    if (at === undefined) continue;
    columns.set(at.column, 'text');
    return;
  }
}

/** A column without a name in which numbers stand, left of the measures: that of numbers. */
export function withNumbers(columns: Columns, rows: readonly Row[]): Columns {
  if ([...columns.values()].includes('number')) return columns;
  const text = Math.min(...[...columns].filter(([, role]) => role === 'text').map(([column]) => column));
  for (let column = 0; column < text; column += 1) {
    if (columns.has(column)) continue;
    const texts = rows.flatMap(({ cells }) => cells.filter((each) => each.column === column && each.text !== ''));
    const numbers = texts.filter((each) => numberOf(each.text) !== null).length;
    if (numbers >= 2 && numbers >= texts.length * 0.6) return new Map([...columns, [column, 'number']]);
  }
  return columns;
}

/** A second column of measures is the direction they belong to; second results, deadlines and parties are kept and joined. */
function oneOfEach(columns: Map<number, Role>, filled: readonly Cell[]): Columns {
  const starts = new Set(filled.map(({ column }) => column));
  const texts = [...columns].filter(([at, role]) => role === 'text' && starts.has(at)).map(([column]) => column);
  for (const column of texts.slice(1)) columns.set(column, 'note');
  return columns;
}

/**
 * A second row of a header: «Начало», «Окончание» under «Сроки». What stands there names its columns, or they are of what stands above.
 * Null for any other row.
 */
export function withSecondRow(columns: Columns, header: Row, row: Row): Columns | null {
  const own = row.cells.filter(({ text, inherited }) => text !== '' && !inherited);
  const goesOn = row.cells.some(
    ({ inherited, column, text }) =>
      inherited && header.cells.some((each) => each.column === column && each.text === text),
  );
  if (!goesOn || own.length === 0) return null;
  const above = (at: number): Cell | undefined =>
    header.cells.find(({ column, span }) => span > 1 && column <= at && at < column + span);
  if (own.some(({ column, text }) => above(column) === undefined || text.length > LONGEST_NAME)) return null;
  const all = new Map(columns);
  for (const { column, text } of own) {
    const role = nameOf(text) ?? columns.get(above(column)?.column ?? column);
    if (role !== undefined) all.set(column, role);
  }
  return all;
}

/** «1 2 3 4 5» under the header or on top of a page. */
export function isColumnNumbers(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== '').map(({ text }) => text);
  return filled.length >= 3 && filled.every((text, index) => text.replace(/[.\s]/gu, '') === String(index + 1));
}

export function isSameHeader(row: Row, header: Row | null): boolean {
  if (header === null) return false;
  return lettersOf(row) === lettersOf(header);
}

function lettersOf({ cells }: Row): string {
  return cells
    .map(({ text }) => fold(text).replace(/[^\p{L}]/gu, ''))
    .join('|')
    .replace(/\|+$/u, '');
}
