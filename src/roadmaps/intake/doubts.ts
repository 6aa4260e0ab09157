/** What in a draft a person should look at, and beside which field it is said. Pure. */
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline, type DeadlineContext, type ResolvedDeadline } from '../deadline/resolve.ts';
import type { DeadlineWarning, WarningCode } from '../deadline/model.ts';
import type { MeasureWarning, MeasureWarningCode } from '../reading/model.ts';
import type { DraftMeasure } from './model.ts';

export type DoubtField = 'number' | 'text' | 'deadline' | 'responsible' | 'result' | 'row';

/** Told beside the field and nothing to decide: the reading is sure of itself, or the plan is complete without it. */
const INFORMS: ReadonlySet<MeasureWarningCode> = new Set([
  'inherited',
  'noNumber',
  'targetInWords',
  'resultRepeated',
  'recurrenceInText',
]);
const DEADLINE_ASKS: ReadonlySet<WarningCode> = new Set([
  'noDeadline',
  'outsidePlan',
  'beforeApproval',
  'twoPhases',
  'trailingComma',
]);

export interface Doubt {
  readonly field: DoubtField;
  readonly warning: MeasureWarning;
  /** Whether a person has to look; otherwise it is only told. */
  readonly asks: boolean;
}

const FIELDS: Readonly<Partial<Record<MeasureWarningCode, DoubtField>>> = {
  deadlineFromText: 'deadline',
  deadlineFromRowAbove: 'deadline',
  recurrenceInText: 'deadline',
  noNumber: 'number',
  duplicateNumber: 'number',
  brokenNumber: 'number',
  noResponsible: 'responsible',
  resultRepeated: 'result',
  resultOfNeighbour: 'result',
  targetInWords: 'result',
};

/** Doubts of the reading that still hold for the measure as it stands now. */
export function doubtsOf(measure: DraftMeasure): readonly Doubt[] {
  return measure.warnings
    .filter((warning) => stillHolds(warning, measure))
    .map((warning) => ({
      field: fieldOf(warning, measure),
      warning,
      asks: !measure.checked && !INFORMS.has(warning.code),
    }));
}

function fieldOf({ code, words }: MeasureWarning, measure: DraftMeasure): DoubtField {
  if (words === 'text' || words === 'deadline' || words === 'responsible' || words === 'result' || words === 'number') {
    return words;
  }
  const known = FIELDS[code];
  if (known !== undefined) return known;
  if (words === null) return 'row';
  if (measure.deadline.includes(words)) return 'deadline';
  if (measure.result.includes(words)) return 'result';
  if (measure.text.includes(words)) return 'text';
  return measure.parties.some(({ post, person, organisation }) =>
    [post, person, organisation].some((part) => part?.includes(words)),
  )
    ? 'responsible'
    : 'row';
}

/** What a person has mended is no longer said. */
function stillHolds({ code, words }: MeasureWarning, measure: DraftMeasure): boolean {
  if (code === 'noResponsible') return measure.parties.length === 0;
  if (code === 'noNumber') return measure.number === null;
  if (code === 'foreignLetters' && words !== null) {
    const parties = measure.parties.map((party) => `${party.post} ${party.person} ${party.organisation}`).join(' ');
    return `${measure.text} ${measure.result} ${parties}`.includes(words);
  }
  return true;
}

/** Kinds of doubt that many rows share, the most frequent first: they may be answered together. */
export function sharedDoubts(
  measures: readonly DraftMeasure[],
): readonly { readonly code: MeasureWarningCode; readonly count: number; readonly first: string }[] {
  const found = new Map<MeasureWarningCode, { count: number; first: string }>();
  for (const measure of measures) {
    const codes = new Set(doubtsOf(measure).flatMap(({ asks, warning }) => (asks ? [warning.code] : [])));
    for (const code of codes) {
      const known = found.get(code);
      if (known === undefined) found.set(code, { count: 1, first: measure.id });
      else known.count += 1;
    }
  }
  return [...found]
    .map(([code, { count, first }]) => ({ code, count, first }))
    .filter(({ count }) => count >= SHARED)
    .sort((a, b) => b.count - a.count);
}

/** Fewer are looked at one by one. */
const SHARED = 3;

/** Deadlines repeat from row to row: each text is worked out once for a calendar. */
export class Deadlines {
  readonly #known = new Map<string, ResolvedDeadline>();
  readonly #context: DeadlineContext;

  constructor(context: DeadlineContext) {
    this.#context = context;
  }

  of(words: string): ResolvedDeadline {
    let resolved = this.#known.get(words);
    if (resolved === undefined) {
      resolved = resolveDeadline(parseDeadline(words), this.#context);
      this.#known.set(words, resolved);
    }
    return resolved;
  }
}

/** Warnings of a deadline that a person has to answer. */
export function askingOfDeadline(measure: DraftMeasure, resolved: ResolvedDeadline): readonly DeadlineWarning[] {
  if (measure.checked || measure.deadlineConfirmed || measure.windowsSet !== null) return [];
  if (resolved.ambiguous) return resolved.warnings;
  return resolved.warnings.filter(({ code }) => DEADLINE_ASKS.has(code));
}

/** Whether a person should look at the measure. */
export function asksForLook(measure: DraftMeasure, resolved: ResolvedDeadline): boolean {
  return (
    measure.text.trim() === '' ||
    doubtsOf(measure).some(({ asks }) => asks) ||
    askingOfDeadline(measure, resolved).length > 0
  );
}
