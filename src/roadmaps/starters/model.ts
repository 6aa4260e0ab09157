/** A starter plan: what an empty installation offers. Shapes only; the words are for schools, so they are in Russian. */
import type { KindId } from '../kinds/text.ts';

export const STARTER_KINDS = ['school', 'gymnasium', 'district'] as const;
export type StarterKind = (typeof STARTER_KINDS)[number];

/** Deadlines are in the deadline language and name no year; people are parted by commas. */
export type StarterRow = readonly [kind: KindId, text: string, deadline: string, responsible: string, result: string];

export interface StarterSection {
  readonly title: string;
  readonly rows: readonly StarterRow[];
}

export interface Starter {
  /** Without the school year, which follows it. */
  readonly title: string;
  readonly sections: readonly StarterSection[];
}
