/** Where a date lies in a school year and how it is drawn. Pure. */
import { daysInMonth, partsOf } from '../../deadline/days.ts';
import type { Undated, UndatedReason } from '../../carrying/undated.ts';
import type { OccurrenceState, Timing } from '../../model.ts';

export type Look = 'open' | 'overdue' | 'submitted' | 'finished';

export interface Bar {
  /** Shares of the school year, 0..1. */
  readonly from: number;
  readonly to: number;
  readonly shape: 'bar' | 'diamond' | 'arrow';
  readonly look: Look;
}

/** A day as a share of the school year; months are equally wide, so that their names stand evenly. */
export function shareOf(day: string, schoolYear: number): number {
  const { year, month, day: date } = partsOf(day);
  const months = (year - schoolYear) * 12 + month - 9;
  return clamp((months + (date - 1) / daysInMonth(year, month)) / 12);
}

interface Dated {
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
  readonly timing: Timing;
}

/** null: nothing dated is known. A single day is a diamond, what has no end an arrow. */
export function barOf(one: Dated, schoolYear: number): Bar | null {
  const look: Look =
    one.timing === 'finished'
      ? 'finished'
      : one.state === 'submitted'
        ? 'submitted'
        : one.timing === 'overdue'
          ? 'overdue'
          : 'open';
  const { opensOn, dueOn } = one;
  if (dueOn === null) {
    return opensOn === null ? null : { from: shareOf(opensOn, schoolYear), to: 1, shape: 'arrow', look };
  }
  const to = endOf(dueOn, schoolYear);
  if (opensOn === null || opensOn === dueOn) return { from: to, to, shape: 'diamond', look };
  return { from: shareOf(opensOn, schoolYear), to, shape: 'bar', look };
}

/** The end of a day, so that a month fills its column. */
function endOf(day: string, schoolYear: number): number {
  const { year, month } = partsOf(day);
  return clamp(shareOf(day, schoolYear) + 1 / daysInMonth(year, month) / 12);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** «по графику ВПР: в календари не внесено: график ВПР»; null where something is drawn. */
export function undatedInWords(
  { deadline, undated }: { readonly deadline: string; readonly undated: Undated | null },
  t: { readonly undated: Readonly<Record<UndatedReason, (words: string) => string>> },
): string | null {
  if (undated === null) return null;
  const why = t.undated[undated.why](undated.words);
  return deadline === '' ? why : `${deadline} — ${why}`;
}
