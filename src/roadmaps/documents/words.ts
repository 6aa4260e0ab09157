/** Names, days and titles as official documents print them. */
import type { PrintedParty } from './model.ts';
import { printed, TITLE_CASES } from './text.ts';

/** 2026-09-01 as 01.09.2026. */
export function dayInPrint(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}.${month}.${year}`;
}

const DAY_AND_MONTH = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** 2026-09-01 as «1 сентября 2026 г.», as dates stand in sentences. */
export function dayInWords(iso: string): string {
  return `${DAY_AND_MONTH.format(new Date(iso))} ${iso.slice(0, 4)} г.`;
}

/** A post at the beginning of its line. */
export function capitalised(post: string): string {
  return `${post.charAt(0).toUpperCase()}${post.slice(1)}`;
}

const SURNAME = String.raw`\p{Lu}[\p{L}’']*(?:-\p{Lu}[\p{L}’']*)?`;
const SURNAME_FIRST = new RegExp(`^(${SURNAME})\\s+(\\p{Lu})\\.\\s?(?:(\\p{Lu})\\.)?$`, 'u');
const THREE_NAMES = new RegExp(`^(${SURNAME})\\s+(\\p{Lu})\\p{Ll}+(?:-\\p{Lu}?\\p{Ll}+)?\\s+(\\p{Lu})\\p{Ll}+$`, 'u');

/** «Иванова И. И.» and «Иванова Ирина Игоревна» as «И. И. Иванова», as a signature wants it; what is not such a name stays as it is. */
export function initialsFirst(person: string): string {
  const name = person.replace(/\s+/gu, ' ').trim();
  const [, surname, first, second] = SURNAME_FIRST.exec(name) ?? THREE_NAMES.exec(name) ?? [];
  if (surname === undefined) return name;
  return `${[first, second].flatMap((letter) => (letter === undefined ? [] : [`${letter}.`])).join(' ')} ${surname}`;
}

/** Post, organisation and person of one party in a line, in the order in which such cells are written and read. */
export function partyInPrint({ post, organisation, person }: PrintedParty): string {
  return [post, organisation, person].flatMap((part) => (part === null || part === '' ? [] : [part])).join(' ');
}

/** «План мероприятий …» -> «плана мероприятий …»; a title of another kind is named as a document. */
export function titleOf(title: string): string {
  return inCase(title, 1, printed.quoted(title));
}

/** «Дорожная карта …» -> «дорожную карту …», what an order approves. */
export function titleAsObject(title: string): string {
  return inCase(title, 2, printed.quotedAsObject(title));
}

const BRACKETED_ROADMAP = /(\(\s*[«"„“]?)([Дд])орожная\s+карта([»"“”]?\s*\))/u;

function inCase(title: string, form: 1 | 2, otherwise: string): string {
  const words = title.split(' ');
  for (let adjectives = 0; adjectives === 0 || isAdjective(words[adjectives - 1] ?? ''); adjectives += 1) {
    const rest = words.slice(adjectives).join(' ');
    const found = TITLE_CASES.find(([beginning]) => beginning.test(rest));
    if (found === undefined) continue;
    const before = words.slice(0, adjectives).map((word) => `${declined(word.toLowerCase(), form)} `);
    const titled = `${before.join('')}${rest.replace(found[0], found[form])}`;
    return form === 1 ? withBracketedInGenitive(titled) : titled;
  }
  return otherwise;
}

/** The name in brackets is declined with the words before it: «плана мероприятий («дорожной карты»)». */
function withBracketedInGenitive(title: string): string {
  return title.replace(BRACKETED_ROADMAP, (_, open: string, first: string, close: string) =>
    [open, first === 'Д' ? printed.roadmapOf.replace('д', 'Д') : printed.roadmapOf, close].join(''),
  );
}

function isAdjective(word: string): boolean {
  return /^\p{L}+(?:ый|ий|ой|ая|яя)$/iu.test(word);
}

/** «муниципальный» -> «муниципального» (of), «муниципальная» -> «муниципальной» (of), «муниципальную» (what). */
function declined(adjective: string, form: 1 | 2): string {
  const stem = adjective.slice(0, -2);
  if (/(?:ая|яя)$/u.test(adjective)) {
    if (form === 2) return `${stem}${adjective.endsWith('яя') ? 'юю' : 'ую'}`;
    return `${stem}${/(?:яя|[жчшщ]ая)$/u.test(adjective) ? 'ей' : 'ой'}`;
  }
  if (form === 2) return adjective;
  return `${stem}${/[^гкх]ий$/u.test(adjective) ? 'его' : 'ого'}`;
}
