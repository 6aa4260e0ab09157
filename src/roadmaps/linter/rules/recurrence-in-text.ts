/** «… в конце каждой четверти» in the measure's words, and a single deadline beside it. */
import { formatDeadline } from '../../deadline/format.ts';
import type { Deadline, Expression } from '../../deadline/model.ts';
import { parseDeadline } from '../../deadline/parse.ts';
import { fold } from '../../reading/fold.ts';
import type { Mend } from '../model.ts';
import type { Reviewed } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { partsOf } from '../rewrite.ts';
import { writing } from '../writing.ts';

/** Adverbs and counts: «ежегодный конкурс» is a name, «ежегодно» an order. */
const RECURRENCE =
  /(?<!\p{L})(?:ежемесячно|ежеквартально|ежегодно|еженедельно|(?:не реже (?:чем )?)?(?:\d|один|два|три) раза? в (?:год|месяц|квартал|четверть|полугодие|неделю|триместр)|(?:в конце|по итогам|по окончании) кажд\p{L}+ (?:четверти|триместра|полугодия|месяца|квартала)|кажд(?:ую четверть|ый (?:месяц|квартал|триместр)|ое полугодие))(?!\p{L})/u;

/** Deadlines that say how often themselves, or leave it to a schedule or an event. */
const SAID: ReadonlySet<Expression['kind']> = new Set([
  'repeat',
  'termEnds',
  'monthList',
  'bySchedule',
  'byPlan',
  'duringEvent',
  'onEvent',
  'list',
]);
const FRAMES: ReadonlySet<Expression['kind']> = new Set(['schoolYear', 'planPeriod', 'continuous']);

export const recurrenceInText = eachMeasure(['recurrenceInText'], function* (one) {
  const { measure, deadline } = one;
  if (deadline.expression.kind === 'list' || partsOf(deadline.expression).some(({ kind }) => SAID.has(kind))) return;
  const words = RECURRENCE.exec(fold(measure.text))?.[0] ?? RECURRENCE.exec(fold(measure.result ?? ''))?.[0];
  if (words === undefined) return;
  const [mend = writing(measure, 'deadline'), ...otherMends] = mends(one, words);
  yield remarkOn(one, 'recurrenceInText', 'look', 'deadline', {
    words,
    facts: { value: measure.deadline },
    mend,
    otherMends,
  });
});

/** The recurrence as the deadline; beside a frame («в течение года») it stands within it, beside a date after it. */
function mends({ measure, deadline }: Reviewed, words: string): readonly Mend[] {
  const found = parseDeadline(words.replace(/кажд\p{L}+ (?=четверти|триместра|полугодия)/u, ''));
  if (!recurs(found)) return [];
  const canonical = formatDeadline(found);
  const within = `${measure.deadline}, ${canonical}`;
  const beside = `${measure.deadline}; ${canonical}`;
  const values = measure.deadline === '' ? [] : [FRAMES.has(deadline.expression.kind) ? within : beside];
  const whole = FRAMES.has(deadline.expression.kind) ? values : [...values, canonical];
  // Beside words that were not understood the recurrence may be lost again: «(октябрь; ежемесячно».
  return whole
    .filter((value) => recurs(parseDeadline(value)))
    .map((value): Mend => ({ kind: 'setField', measureId: measure.id, field: 'deadline', value }));
}

function recurs({ expression }: Pick<Deadline, 'expression'>): boolean {
  return partsOf(expression).some(({ kind }) => kind === 'repeat' || kind === 'termEnds');
}
