/**
 * From the words of a plan to a deadline. Whatever the words, there is an answer: what was understood, what was not (quoted), and
 * what a person should confirm. Nothing is repaired silently.
 */
import { Cursor } from './cursor.ts';
import { phrase } from './grammar.ts';
import type { Deadline, DeadlineWarning, Expression } from './model.ts';
import { normalize } from './normalize.ts';
import { tokenize } from './tokens.ts';

/** A longer text is a paragraph in the wrong column, and no plan has more deadlines in one cell. */
const LONGEST = 600;
const CONDITION =
  /^(при|по) (мере )?(необходимости|наличии|потребности|желанию)|^в случае|^если|^по необходимости|^при выявлении/u;
const NOTHING = /^[-–—.,;:\s]*$/u;

export function parseDeadline(verbatim: string): Deadline {
  const warnings: DeadlineWarning[] = [];
  const warn = (code: DeadlineWarning['code'], words: string | null = null): void =>
    void warnings.push({ code, words });
  const { text, foreign } = normalize(verbatim.slice(0, LONGEST));
  for (const word of foreign) warn('foreignLetters', word);
  if (verbatim.length > LONGEST) warn('partNotUnderstood', `${verbatim.slice(LONGEST, LONGEST + 60)}…`);
  if (NOTHING.test(text)) {
    warn('noDeadline');
    return { verbatim, expression: { kind: 'none' }, condition: null, notes: [], warnings };
  }
  const { rest, condition, notes } = asides(text);
  if (/,\s*$/u.test(rest)) warn('trailingComma');
  const unread: string[] = [];
  const phases = rest
    .split(/(?:[,;]\s*)?(?<![\p{L}])(?:а )?(?:затем|далее|потом)(?![\p{L}])/u)
    .map((part) => readPart(part, unread));
  const known = phases.filter((each) => each.kind !== 'unknown');
  if (known.length > 1) warn('twoPhases');
  const expression = inOrder(known, condition);
  if (expression.kind === 'unknown') warn('notUnderstood');
  else for (const words of unread) warn('partNotUnderstood', words);
  if (mentionsLostDash(expression)) warn('lostDash');
  return { verbatim, expression, condition, notes, warnings };
}

/** «при необходимости» and nothing else is a condition without a window of its own. */
function inOrder(phases: readonly Expression[], condition: string | null): Expression {
  const [first, second] = phases;
  if (first === undefined) return condition === null ? { kind: 'unknown' } : { kind: 'continuous' };
  return second === undefined ? first : { kind: 'phases', items: phases };
}

interface Asides {
  readonly rest: string;
  readonly condition: string | null;
  readonly notes: readonly string[];
}

/** Brackets hold a condition or a remark; a condition may also stand at an end without them. */
function asides(text: string): Asides {
  const notes: string[] = [];
  let condition: string | null = null;
  let rest = text.replace(/\(([^()]*)\)?/gu, (_, inside: string) => {
    const words = inside.replace(/^[\s.,;]+|[\s.,;]+$/gu, '');
    if (CONDITION.test(words)) condition ??= words;
    else if (belongs(words, text)) return `, ${words} `;
    else if (words !== '') notes.push(words);
    return ' ';
  });
  const bare = /(?:^|,\s*|\s)((?:при|по мере|по) необходимости|в случае необходимости)\s*[.,]?\s*$/u.exec(rest);
  if (bare) {
    condition ??= bare[1]!;
    rest = rest.slice(0, bare.index);
  }
  return { rest: rest.replace(/\s+/gu, ' ').trim(), condition, notes };
}

/**
 * «сентябрь-май (ежемесячно)», «2 раза в год (сентябрь, май)», «октябрь (1-я неделя)», «апрель (по отдельному графику)»: what stands
 * in brackets is a part of the deadline.
 */
function belongs(words: string, text: string): boolean {
  if (PART_ALONE.test(words)) return true;
  const unread: string[] = [];
  const { kind } = readPart(words, unread);
  if (unread.length > 0) return false;
  if (kind === 'repeat' || kind === 'termEnds' || kind === 'bySchedule' || kind === 'byPlan') return true;
  return (kind === 'month' || kind === 'monthList') && /раза? в /u.test(text);
}

/** A part of the month that stands before the bracket. */
const PART_ALONE = /^\S+(?: ?- ?\S+)? (?:недел|декад|половин)\p{L}*$/u;

/** One phase: items after commas, semicolons and «и»; what no rule reads is collected. */
function readPart(text: string, unread: string[]): Expression {
  const cursor = new Cursor(tokenize(text));
  const items: Expression[] = [];
  let skippedFrom = -1;
  const flush = (): void => {
    if (skippedFrom < 0) return;
    const words = cursor.textFrom(skippedFrom).replace(/^[\s.,;:]+|[\s.,;:]+$/gu, '');
    if (/[\p{L}\p{N}]/u.test(words) && !/^(и|а|г|гг|год|года|сроки?|дата|период)[\s:.-]*$/u.test(words))
      unread.push(words);
    skippedFrom = -1;
  };
  while (!cursor.ended) {
    const start = cursor.at;
    const found = phrase(cursor);
    if (found !== null && cursor.at > start) {
      const end = cursor.at;
      cursor.at = start;
      flush();
      cursor.at = end;
      items.push(found);
    } else {
      if (skippedFrom < 0) skippedFrom = start;
      cursor.at = start + 1;
    }
  }
  flush();
  return combine(items);
}

const FRAMES: ReadonlySet<Expression['kind']> = new Set([
  'schoolYear',
  'continuous',
  'planPeriod',
  'calendarYear',
  'term',
]);
const SPANS: ReadonlySet<Expression['kind']> = new Set(['monthRange', 'dayRange', 'since']);
/** What a yearly deadline may name beside the word. */
const DATED: ReadonlySet<Expression['kind']> = new Set([
  'month',
  'monthList',
  'day',
  'until',
  'untilMonth',
  'partOfMonth',
]);
const REFERENCES: ReadonlySet<Expression['kind']> = new Set(['bySchedule', 'byPlan', 'duringEvent', 'onEvent']);

function combine(items: readonly Expression[]): Expression {
  const [first, second] = items;
  if (first === undefined) return { kind: 'unknown' };
  if (second === undefined) return first;
  // «в течение года (1 раз в квартал)», «ежемесячно в течение года»: the frame bounds the repetition.
  const frame = items.find(({ kind }) => FRAMES.has(kind));
  const inside = items.filter((item) => item !== frame);
  if (
    frame !== undefined &&
    inside.every(({ kind }) => REFERENCES.has(kind) || kind === 'repeat' || kind === 'termEnds')
  ) {
    return { kind: 'both', items: [frame, ...inside] };
  }
  // «в дни проведения ВПР (по графику)»: the schedule is of the event.
  if (first.kind === 'duringEvent' && second.kind === 'bySchedule' && second.of === null && items.length === 2) {
    return { ...first, scheduled: true };
  }
  const repeat = items.find(({ kind }) => kind === 'repeat');
  const yearly = repeat?.kind === 'repeat' && repeat.unit === 'year';
  const span = items.find(({ kind }) => SPANS.has(kind) || (yearly && DATED.has(kind)));
  const ordered = items.filter((item) => REFERENCES.has(item.kind));
  // «март-апрель, по графику Рособрнадзора»: the months hold until the schedule is there.
  if (items.length === 2 && ordered.length === 1 && items.some(({ kind }) => SPANS.has(kind) || DATED.has(kind))) {
    return { kind: 'both', items };
  }
  if (repeat !== undefined && span !== undefined && items.length === 2) return { kind: 'both', items: [span, repeat] };
  const months = items.every(({ kind }) => kind === 'month' || kind === 'monthList');
  if (months) {
    return {
      kind: 'monthList',
      months: items.flatMap((item) =>
        item.kind === 'monthList' ? item.months : item.kind === 'month' ? [monthOf(item)] : [],
      ),
    };
  }
  return { kind: 'list', items };
}

function monthOf({ month, year }: { readonly month: number; readonly year?: number }) {
  return { month, ...(year === undefined ? {} : { year }) };
}

function mentionsLostDash(expression: Expression): boolean {
  if ('items' in expression) return expression.items.some(mentionsLostDash);
  return expression.kind === 'monthRange' && expression.lostDash;
}
