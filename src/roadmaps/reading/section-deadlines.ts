/** Plans by months: the title of a section is the deadline of its measures, or the month that their own words leave out. */
import type { Expression } from '../deadline/model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { MONTH_GENITIVES } from '../deadline/words.ts';
import { type DraftSection, warn } from './draft.ts';
import { fold } from './fold.ts';

const TIMES: ReadonlySet<Expression['kind']> = new Set([
  'month',
  'monthRange',
  'monthList',
  'partOfMonth',
  'day',
  'dayRange',
  'until',
  'holidays',
  'quarter',
  'term',
  'schoolYear',
  'planPeriod',
  'continuous',
]);
const LONGEST_TITLE = 60;

/** «Сентябрь», «I четверть», «В ТЕЧЕНИЕ ГОДА»: nothing but a time. */
export function isTimeTitle(title: string): boolean {
  if (title.length > LONGEST_TITLE || !/\p{L}{3}/u.test(title)) return false;
  const { expression, warnings } = parseDeadline(plain(title));
  return TIMES.has(expression.kind) && !warnings.some(({ code }) => code === 'partNotUnderstood');
}

/** «1. Сентябрь», «Октябрь:». */
function plain(title: string): string {
  return title.replace(/^(?:\d{1,2}|[IVXХ]+)[.)]\s+/u, '').replace(/[\s.:]+$/u, '');
}

/** Measures without a deadline take the time that heads their section. */
export function takeSectionDeadlines(sections: readonly DraftSection[]): void {
  for (const { title, drafts } of sections) {
    if (title === null || !isTimeTitle(title)) continue;
    for (const one of drafts) {
      if (one.deadline !== '') continue;
      one.deadline = plain(title);
      warn(one, 'deadlineFromSection', one.deadline);
    }
  }
}

/** «2 неделя», «третья декада». */
const PART = /^(?:\p{L}+|\d{1,2})(?:\s?-\s?\S{1,3})? (?:недел|декад|половин)\p{L}*$/u;
const WHOLE = /^в течении? (?:всего )?месяца$|^в течение (?:всего )?месяца$/u;
const DAY = /^(до |к )?(\d{1,2})(?:-?го)?(?: числа)?$/u;

/**
 * The words by which a deadline is understood: in a section of a month «в течение месяца» is the month, «2 неделя» its week and
 * «до 15 числа» its day. Anything else is understood by itself.
 */
export function wordsInSection(deadline: string, title: string | null): string {
  if (title === null || !isTimeTitle(title)) return deadline;
  const { expression } = parseDeadline(plain(title));
  if (expression.kind !== 'month') return deadline;
  const words = fold(deadline).replace(/[\s.,;]+$/u, '');
  if (WHOLE.test(words)) return plain(title);
  if (PART.test(words)) return `${plain(title)}, ${words}`;
  const day = DAY.exec(words);
  if (day === null) return deadline;
  const year = expression.year === undefined ? '' : ` ${expression.year}`;
  return `${day[1] ?? ''}${day[2]} ${MONTH_GENITIVES[expression.month - 1]}${year}`;
}
