/** Which attached calendars a reference of a plan means: «по графику ВПР», «согласно плана ВШК», «во время проведения». */
import type { CalendarEvent } from './calendar.ts';
import { normalize } from './normalize.ts';

type Asked = 'schedule' | 'plan' | 'event';

/**
 * @param name the reference as words («график впр»); @param of what it is of («впр»), or null.
 * @returns events whose kind may answer and one of whose names means the same.
 */
export function eventsNamed(
  events: readonly CalendarEvent[],
  name: string,
  of: string | null,
  asked: Asked,
): readonly CalendarEvent[] {
  const key = simple(of ?? name);
  return events.filter(
    ({ kind, names }) =>
      answers(kind, asked) &&
      names.some(
        (each) => simple(each) === key || simple(each) === simple(name) || (key !== '' && simple(each).includes(key)),
      ),
  );
}

/** A plan does not answer a reference to a schedule; a procedure of a schedule answers «во время проведения». */
function answers(kind: CalendarEvent['kind'], asked: Asked): boolean {
  if (kind === undefined || kind === asked) return true;
  return asked === 'event' ? kind === 'schedule' : asked === 'schedule' && kind === 'event';
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/всероссийск\p{L}* проверочн\p{L}* работ\p{L}*/gu, 'впр'],
  [/внутришкольн\p{L}* контрол\p{L}*/gu, 'вшк'],
  [/(?:внутренн\p{L}* систем\p{L}* оценк\p{L}* качеств\p{L}*(?: образовани\p{L}*)?)/gu, 'всоко'],
  [/государственн\p{L}* итогов\p{L}* аттестаци\p{L}*/gu, 'гиа'],
  [/основн\p{L}* государственн\p{L}* экзамен\p{L}*/gu, 'огэ'],
  [/един\p{L}* государственн\p{L}* экзамен\p{L}*/gu, 'егэ'],
];

/** «графику ВПР», «График проведения всероссийских проверочных работ» and «ВПР» are one reference, in whatever case. */
function simple(name: string): string {
  let words = name
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N} ]/gu, '');
  for (const [long, short] of SHORT) words = words.replace(long, short);
  return words
    .replace(/^(график\p{L}*|план\p{L}*|расписани\p{L}*)\s*/u, '')
    .replace(/^(проведени\p{L}*|начал\p{L}*|окончани\p{L}*)\s*/u, '')
    .replace(/\p{L}{6,}/gu, (word) => word.slice(0, 5))
    .trim();
}

/**
 * Deadlines are matched in small letters; what a person is shown keeps the capitals of the plan.
 * @param verbatim the deadline as printed.
 * @returns «график впр» → «график ВПР»; a capital that only begins the deadline is not kept.
 */
export function printedCapitals(verbatim: string): (name: string) => string {
  const capitals = new Map<string, string>();
  for (const { 0: word, index } of verbatim.matchAll(/\p{L}+/gu)) {
    if (/\p{Lu}/u.test(word.slice(index === 0 ? 1 : 0))) capitals.set(normalize(word).text, word);
  }
  return (name) => name.replace(/\p{L}+/gu, (word) => capitals.get(word) ?? word);
}
