/** What is typed in the table and not yet stored: kept in this browser until the server has it. */
import { canonical } from '../../plans/compare.ts';
import { type Edit, type Plan, subjectsOf, type Values } from './merge.ts';

export type DraftEntry =
  | {
      readonly op: 'setMeasure';
      readonly id: number;
      readonly field: string;
      readonly value: unknown;
      /** What the field said when the edit began. */
      readonly base: unknown;
    }
  | { readonly op: 'setSection'; readonly id: number; readonly value: string; readonly base: string }
  | {
      readonly op: 'addMeasure';
      readonly sectionId: number;
      readonly after: number | null | undefined;
      readonly value: string;
    };

export type Drafts = Readonly<Record<string, DraftEntry>>;

export const NO_DRAFTS: Drafts = {};

export function draftKey(entry: DraftEntry): string {
  if (entry.op === 'setMeasure') return `measure:${entry.id}:${entry.field}`;
  return entry.op === 'setSection' ? `section:${entry.id}` : `new:${entry.sectionId}:${entry.after ?? ''}`;
}

/** The entry as a change, and what it began from. A row that has changed since is sent as old, so that nothing is overwritten. */
export function editOf(entry: DraftEntry, plan: Plan): { edit: Edit; bases: ReadonlyMap<string, Values> } {
  if (entry.op === 'addMeasure') {
    const section = plan.sections.find(({ id }) => id === entry.sectionId);
    const number = nextNumber(section?.measures.map((one) => one.number) ?? []);
    return {
      edit: {
        op: 'addMeasure',
        sectionId: entry.sectionId,
        ...(entry.after === undefined ? {} : { after: entry.after }),
        measure: { text: entry.value.trim(), number },
      },
      bases: new Map(),
    };
  }
  const key = entry.op === 'setMeasure' ? `measure:${entry.id}` : `section:${entry.id}`;
  const stored = subjectsOf(plan).get(key);
  const field = entry.op === 'setMeasure' ? entry.field : 'title';
  const same = stored !== undefined && canonical(stored.values[field]) === canonical(entry.base);
  const revision = same ? stored.revision : 0;
  const bases = new Map([[key, { [field]: entry.base }]]);
  if (entry.op === 'setSection')
    return { edit: { op: 'setSection', id: entry.id, revision, title: entry.value }, bases };
  return { edit: { op: 'setMeasure', id: entry.id, revision, fields: { [field]: entry.value } }, bases };
}

/** «3.4» after «3.3»; nothing where the last row has no number or one that does not count on. */
export function nextNumber(numbers: readonly (string | null)[]): string | null {
  if (numbers.length === 0) return '1';
  const last = /^(.*?)(\d+)(\D*)$/u.exec(numbers.at(-1) ?? '');
  return last === null ? null : `${last[1]}${Number(last[2]) + 1}${last[3]}`;
}
