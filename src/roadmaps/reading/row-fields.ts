/** The fields of one row by the columns of its table; a row that the extraction has moved sideways is moved back and marked. */
import { parseDeadline } from '../deadline/parse.ts';
import { oneLine, type Row } from './blocks.ts';
import { deadlineAndParties } from './both-in-one.ts';
import type { Field } from './draft.ts';
import type { Columns, Role } from './header.ts';
import { looksLikeDeadline, looksLikeParties, numberOf, splitNumber } from './looks.ts';
import type { MeasureWarningCode } from './model.ts';

export interface RowFields {
  number: string | null;
  text: string;
  deadline: string;
  responsible: string;
  result: string;
  direction: string;
  /** Texts in columns that were not understood, and of notes. */
  note: string;
  /** Fields whose value comes from a merged cell that began above. */
  readonly inherited: Set<Role>;
  readonly remarks: (readonly [MeasureWarningCode, string | null])[];
}

export function fieldsOf(row: Row, columns: Columns): RowFields {
  const shift = shiftOf(row, columns);
  const fields = collect(row, columns, shift);
  if (shift !== 0) fields.remarks.push(['columnsShifted', null]);
  const { number, rest } = splitNumber(fields.text);
  // «1 | Выявление школ | 1.1. Анализ списков»: the number of the direction, and the measure's own in its text.
  const inside = fields.number !== null && number?.startsWith(`${fields.number}.`);
  if (number !== null && (fields.number === null || inside)) [fields.number, fields.text] = [number, rest];
  const own = (field: Field): boolean => !fields.inherited.has(field);
  const { deadline, responsible } = fields;
  if (own('deadline') && own('responsible') && deadline !== '' && !looksLikeDeadline(deadline)) {
    if (looksLikeDeadline(responsible) && !looksLikeParties(responsible)) {
      [fields.deadline, fields.responsible] = [responsible, deadline];
      fields.remarks.push(['valueMoved', deadline], ['valueMoved', responsible]);
    } else if (looksLikeParties(deadline)) {
      fields.responsible = responsible === '' ? deadline : `${responsible}\n${deadline}`;
      fields.deadline = '';
      fields.remarks.push(['valueMoved', deadline]);
    }
  }
  return fields;
}

function collect(row: Row, columns: Columns, shift: number): RowFields {
  const fields: RowFields = {
    number: null,
    text: '',
    deadline: '',
    responsible: '',
    result: '',
    direction: '',
    note: '',
    inherited: new Set(),
    remarks: [],
  };
  for (const { column, text, inherited } of row.cells) {
    if (text === '') continue;
    const role = columns.get(column + shift) ?? 'note';
    if (inherited) fields.inherited.add(role);
    if (role === 'number') {
      const number = numberOf(text);
      if (number !== null) fields.number = number;
      // What stands in the number's column and is no number belongs to the measure.
      else fields.text = fields.text === '' ? oneLine(text) : `${oneLine(text)} ${fields.text}`;
    } else if (role === 'text') fields.text = fields.text === '' ? oneLine(text) : `${fields.text} ${oneLine(text)}`;
    else if (role === 'both') takeBoth(fields, text);
    else if (role === 'deadline') fields.deadline = bothDeadlines(fields.deadline, deadlineLines(text));
    else fields[role] = added(fields[role], text);
  }
  return fields;
}

/** «октябрь, Завуч» under «Срок, ответственный». */
function takeBoth(fields: RowFields, text: string): void {
  const { deadline, rest } = deadlineAndParties(text);
  if (deadline !== null) fields.deadline = bothDeadlines(fields.deadline, deadline);
  if (rest !== '') fields.responsible = added(fields.responsible, rest);
}

/** «Декабрь 2025 г.» above «Февраль 2026 г.»: paragraphs that are deadlines each stay apart; other lines are one deadline. */
function deadlineLines(text: string): string {
  const lines = text.split('\n');
  const years = lines.filter((line) => /\d{4}/u.test(line)).length;
  return lines.length > 1 && lines.every(isPoint) && (years === 0 || years === lines.length) ? text : oneLine(text);
}

function isPoint(text: string): boolean {
  return ['day', 'month'].includes(parseDeadline(text).expression.kind) && !/[-–—]\s*$/u.test(text);
}

/** «Начало» and «Окончание» in two columns are one span; other deadlines of two columns are two. */
function bothDeadlines(first: string, second: string): string {
  if (first === '' || first === second) return second;
  return isPoint(first) && isPoint(second) ? `${first} – ${second}` : `${first}; ${second}`;
}

function added(first: string, second: string): string {
  return first === '' ? second : `${first}\n${second}`;
}

/** By how many columns the row was moved to the left; 0 unless another reading fits clearly better. */
function shiftOf(row: Row, columns: Columns): number {
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length < 3) return 0;
  const width = Math.max(...columns.keys());
  let best = 0;
  let bestScore = fit(row, columns, 0) + 1;
  for (const shift of [1, -1]) {
    const fits = filled.every(({ column }) => column + shift >= 0 && column + shift <= width);
    const score = fits ? fit(row, columns, shift) : Number.NEGATIVE_INFINITY;
    if (score > bestScore) [best, bestScore] = [shift, score];
  }
  return best;
}

function fit(row: Row, columns: Columns, shift: number): number {
  let score = 0;
  for (const { column, text } of row.cells) {
    if (text === '') continue;
    const role = columns.get(column + shift);
    if (role === 'number') score += numberOf(text) === null ? (text.length > 12 ? -3 : -1) : 1;
    else if (role === 'deadline') score += looksLikeDeadline(text) ? 2 : looksLikeParties(text) ? -1 : 0;
    else if (role === 'responsible') score += looksLikeParties(text) ? 1 : looksLikeDeadline(text) ? -2 : 0;
    else if (role === 'text') score += looksLikeDeadline(text) ? -2 : numberOf(text) === null ? 0 : -2;
  }
  return score;
}
