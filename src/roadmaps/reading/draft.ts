/** A measure while its row is being read: texts by field, and what was done to get them. */
import type { MeasureWarning, MeasureWarningCode, Place } from './model.ts';

export type Field = 'text' | 'deadline' | 'responsible' | 'result';

export interface Draft {
  number: string | null;
  text: string;
  deadline: string;
  responsible: string;
  result: string;
  readonly warnings: MeasureWarning[];
  readonly place: Place;
}

export interface DraftSection {
  title: string | null;
  readonly drafts: Draft[];
}

export function draft(place: Place, fields: Partial<Pick<Draft, Field | 'number'>> = {}): Draft {
  return { number: null, text: '', deadline: '', responsible: '', result: '', ...fields, warnings: [], place };
}

/** Adds a warning once. */
export function warn(to: Draft, code: MeasureWarningCode, words: string | null = null, place: Place = to.place): void {
  if (to.warnings.some((each) => each.code === code && each.words === words)) return;
  to.warnings.push({ code, words, place });
}
