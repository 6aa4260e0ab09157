/**
 * Persons named outside the columns: «Ученик: Выдумкина Проба» above the table of an electronic journal, a title «Отчёт об
 * успеваемости ученика …». Such a cell keeps its label and loses the name; a key of the school's own stays.
 */
import type { CellValue } from '#src/platform/tables/source.ts';
import { cellText } from './cells.ts';
import { isPersonalHeader, looksLikeName } from './personal.ts';

const LABELLED = /^([^:]{2,60}):\s*(.*)$/u;
/** Stands where a name stood: an empty value would let the next cell be taken for it. */
const TAKEN_OUT = '—';
/** Cheap sign that a cell may name a person beside a label or in a title; nearly no cell of a table has it. */
const MAY_NAME = /:|учени|обучающ|учащ|школьни/iu;
const NAMED_IN_TITLE =
  /((?:^|\s)(?:ученик|учени[цч]|обучающ|учащ|школьни)\p{Ll}*:?\s+)((?:\p{Lu}[\p{Ll}-]+|\p{Lu}\.)(?:\s*(?:\p{Lu}[\p{Ll}-]+|\p{Lu}\.)){1,2})/u;

/** A key that schools give their pupils: no spaces, with a digit, «17-042», «А-1203», «№12». A name never has a digit. */
export function looksLikeKey(text: string): boolean {
  return text.length <= 40 && /^[\p{L}\d№#/._-]*\d[\p{L}\d/._-]*$/u.test(text);
}

/** A key that means the same pupil in every file: not the number of a row, which the redacted copy has in place of a name. */
export function isOwnKey(text: string): boolean {
  return looksLikeKey(text) && !/^№\d+$/u.test(text);
}

/** Headers that announce names, cells of the form «Ученик: …» aside: those name one person, not a column. */
export function announcesNames(text: string): boolean {
  return isPersonalHeader(text) && !LABELLED.test(text);
}

export interface RedactedFacts {
  readonly values: readonly CellValue[];
  /** Labels whose names were taken out. */
  readonly labels: readonly string[];
}

/** The row without the persons it names beside a label; null when it names none. */
export function withoutNamedPersons(values: readonly CellValue[]): RedactedFacts | null {
  let count = 0;
  let possible = false;
  for (const value of values) {
    if (value === null) continue;
    count += 1;
    possible ||= typeof value === 'string' && MAY_NAME.test(value);
  }
  if (!possible && count !== 2) return null;
  const kept = [...values];
  const labels: string[] = [];
  const filled = values.flatMap((value, index) => (value === null ? [] : [index]));
  for (const [position, index] of filled.entries()) {
    const value = values[index];
    if (typeof value !== 'string') continue;
    const text = value.replace(/[\s\u00a0]+/gu, ' ').trim();
    const labelled = LABELLED.exec(text);
    if (labelled !== null && isPersonalHeader(labelled[1])) {
      if (labelled[2] === '') {
        const next = filled[position + 1];
        if (next !== undefined && !looksLikeKey(cellText(values[next]))) kept[next] = TAKEN_OUT;
      } else if (!looksLikeKey(labelled[2])) kept[index] = `${labelled[1]}: ${TAKEN_OUT}`;
      if (kept.some((cell, place) => cell !== values[place])) labels.push(labelled[1]);
      continue;
    }
    const next = filled[position + 1];
    if (filled.length === 2 && position === 0 && isPersonalHeader(text) && looksLikeName(cellText(values[next]))) {
      kept[next] = TAKEN_OUT;
      labels.push(text);
      continue;
    }
    const title = NAMED_IN_TITLE.exec(text);
    if (title !== null) {
      kept[index] = text.replace(title[2], '').trim();
      labels.push(title[1].trim());
    }
  }
  return labels.length === 0 ? null : { values: kept, labels };
}
