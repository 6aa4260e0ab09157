/** What stands under the words of a deadline: its days, and what a person should look at. */
import type { DeadlineWarning, Window } from '../../deadline/model.ts';
import { deadlineText, warningInWords, windowInWords } from '../../deadline/text.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { PlanMeasure } from './merge.ts';

/** Spans that a cell names; the rest is counted. */
const NAMED = 2;

/** Doubts that change which days are meant; the rest is said on the page of remarks. */
const SHOWN: ReadonlySet<string> = new Set([
  'notUnderstood',
  'partNotUnderstood',
  'lostDash',
  'trailingComma',
  'augustOfWhichYear',
  'untilMonth',
  'impossibleDate',
  'reversedRange',
  'outsidePlan',
  'beforeApproval',
  'referenceNotAttached',
]);

export interface DeadlineLines {
  /** «01.11.2026 – 30.11.2026»; null: there are no days. */
  readonly days: string | null;
  readonly more: number;
  readonly doubts: readonly string[];
  /** A person should say whether it was read rightly. */
  readonly asks: boolean;
}

export function deadlineLines(
  { deadline, windowsSet, deadlineConfirmed }: Pick<PlanMeasure, 'deadline' | 'windowsSet' | 'deadlineConfirmed'>,
  language: Language,
): DeadlineLines {
  const windows: readonly Window[] = windowsSet ?? deadline.windows;
  const named = windows.slice(0, NAMED).map((window) => windowInWords(window, language));
  const doubts =
    deadlineConfirmed || windowsSet !== null
      ? []
      : // Usual terms stand in for those of the school: there are days, and the page of remarks says whose they are.
        deadline.warnings.filter(
          ({ code }) => SHOWN.has(code) && !(code === 'referenceNotAttached' && windows.length > 0),
        );
  return {
    days: named.length ? named.join(', ') : null,
    more: windows.length - named.length,
    asks: doubts.length > 0 && deadline.ambiguous,
    doubts: doubts.map((warning) =>
      warning.code === 'referenceNotAttached' && warning.words !== null
        ? deadlineText[language].waits(warning.words)
        : warningInWords(warning as DeadlineWarning, language),
    ),
  };
}
