/** The school year of a plan: as a person says, as its title says, as its dates say, or as its approval suggests. */
import { parseDeadline } from '../deadline/parse.ts';
import type { Expression, MonthOf } from '../deadline/model.ts';
import type { DraftSection } from './draft.ts';
import { type Head, schoolYearIn } from './head.ts';
import type { Line } from './lines.ts';
import type { ProblemCode } from './model.ts';

/** A line of nothing but the school year. */
const ALONE = /^\(?20\d{2}\s*[/\\–—-]\s*(?:20)?\d{2}\s*(?:уч\p{L}*\.?\s*г\p{L}*\.?)?\)?\.?$/iu;

interface Given {
  readonly schoolYear?: number | null;
  readonly presentYear: number;
}

/** Where a year was taken from that neither a person nor the plan itself says. */
type YearProblem = Extract<ProblemCode, `schoolYear${string}`>;

export function planYear(
  { title, approval }: Head,
  lines: readonly Line[],
  sections: readonly DraftSection[],
  { schoolYear, presentYear }: Given,
): { readonly start: number; readonly guessed: YearProblem | null } {
  if (schoolYear) return { start: schoolYear, guessed: null };
  const titled = title === null ? null : schoolYearIn(title);
  if (titled !== null) return { start: titled, guessed: null };
  const about = lines.find(
    ({ text }) =>
      (ALONE.test(text) ||
        /^(?:на|в)\s+20\d{2}|^об?\s/iu.test(text) ||
        (text.length < 120 &&
          /\d{2}\s*уч\S*\s*г\S*$/iu.test(text) &&
          !/итог|результат|прошл|(?:^|\s)за\s/iu.test(text))) &&
      schoolYearIn(text) !== null,
  );
  if (about !== undefined) return { start: schoolYearIn(about.text)!, guessed: null };
  const voted = byDeadlines(sections);
  if (voted !== null) return { start: voted, guessed: 'schoolYearGuessed' };
  if (approval.date !== null) return { start: yearOf(monthIn(approval.date)), guessed: 'schoolYearOfApproval' };
  // «на 2024 год»: the school year that ends in it.
  const calendar = /(?:на|в)\s+(20\d{2})(?!\d)/u.exec(title ?? '')?.[1];
  if (calendar !== undefined) return { start: Number(calendar) - 1, guessed: 'schoolYearOfCalendarYear' };
  return { start: presentYear, guessed: 'schoolYearPresent' };
}

function monthIn(day: string): { month: number; year: number } {
  return { month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)) };
}

/** August is the eve of its own year's school year: plans are made then. */
function yearOf({ month, year }: { readonly month: number; readonly year: number }): number {
  return month >= 8 ? year : year - 1;
}

/** The school year that most printed dates lie in; August counts half. */
function byDeadlines(sections: readonly DraftSection[]): number | null {
  const votes = new Map<number, number>();
  for (const { deadline } of sections.flatMap(({ drafts }) => drafts)) {
    if (!/20\d{2}/u.test(deadline)) continue;
    for (const { month, year } of monthsIn(parseDeadline(deadline).expression)) {
      if (year === undefined) continue;
      const start = yearOf({ month, year });
      votes.set(start, (votes.get(start) ?? 0) + (month === 8 ? 0.5 : 1));
    }
  }
  const best = [...votes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? null;
}

function monthsIn(expression: Expression): readonly MonthOf[] {
  switch (expression.kind) {
    case 'month':
    case 'day':
    case 'until':
    case 'untilMonth':
      return [expression];
    case 'monthRange':
    case 'dayRange':
      return [expression.from, expression.to];
    case 'monthList':
      return expression.months;
    case 'list':
    case 'phases':
    case 'both':
      return expression.items.flatMap(monthsIn);
    default:
      return [];
  }
}
