/**
 * What of a text is a figure that somebody answers for: numbers in digits of any script, in letters, in signs; and days. Years, classes,
 * numbers of orders and points, and the names of schools and measures are none.
 */
import { quoted } from '#src/platform/quotes.ts';
import { iso } from '../deadline/days.ts';

export interface FoundNumber {
  readonly words: string;
  /** Place in the text, from 0. */
  readonly at: number;
  /** A sign or word of per cent follows. */
  readonly percent: boolean;
}

export interface FoundDay {
  readonly words: string;
  readonly at: number;
  /** ISO day; «--MM-DD» where the year is left out. */
  readonly day: string;
}

/** Words with digits that are names. */
export interface Names {
  readonly anywhere: readonly string[];
  /** Words that people typed freely: they count as a name only in quotes. */
  readonly inQuotes: readonly string[];
}

export const NO_NAMES: Names = { anywhere: [], inQuotes: [] };

/** Thousands may be parted by any of the spaces that people and programs put there. */
const NUMBER = /(?:(?<=^|[\s(])[-−](?=\d))?\d+(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d))*(?:[.,]\d+)?[оoОO]*/gu;
const PER_CENT = /^\s?(?:%|‰|процент)/u;

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const OF_MONTH = '(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)';
const DAY_IN_DIGITS = /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)?\d{2})(?!\d)/gu;
const DAY_IN_WORDS = new RegExp(`(?<!\\d)(\\d{1,2})\\s(${OF_MONTH})(?:\\s((?:19|20)\\d{2})(?!\\d))?`, 'giu');
const CENTURY = 2000;

/** Stretches of text whose digits are no figures. */
const NO_FIGURES: readonly RegExp[] = [
  DAY_IN_DIGITS,
  DAY_IN_WORDS,
  /(?<!\p{L})(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s(?:19|20)\d{2}(?!\d)/giu,
  /(?<!\d)(?:19|20)\d{2}\s?(?:г\.|год|гг\.)/gu,
  /№\s?[\p{L}\d./–-]+/gu,
  /(?<!\p{L})(?:п|пп|ст|ч|рис)\.\s?\d+(?:\.\d+)*/giu,
  /(?<!\p{L})(?:раздел|пункт|приложени|таблиц|форм)\p{L}*\s\d+(?:\.\d+)*/giu,
  // There are eleven classes: a larger number before the word counts them.
  /(?<!\d)(?:1[01]|[1-9])(?:[–-](?:1[01]|[1-9]))?(?:\s?[–-]?\s?(?:х|е|й|го|м|ых|ые))?\s?класс\p{L}*/gu,
  /(?<!\d)(?:3[01]|[12]?\d)[–-](?:х|е|й|я|го|м|ых|ые|ой)(?!\p{L})/gu,
  /https?:\S+/gu,
];

/** A school year: two years, the second next to the first. Other pairs of years are figures that somebody answers for. */
const SCHOOL_YEAR = /((?:19|20)\d{2})\s?[/–-]\s?(?:20)?(\d{2})(?!\d)/gu;

/** A cardinal or collective number from two on, in letters, in any case. */
const WORD =
  '(?:дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:е|[её]х|[её]м|ьмя)|пят(?:ь|и|ью)|шест(?:ь|и|ью)|сем(?:ь|и|ью)' +
  '|вос(?:емь|ьми|емью)|девят(?:ь|и|ью)|десят(?:ь|и|ью|ок|ка|ков|ки)|\\p{L}{2,7}надцат(?:ь|и|ью)|(?:два|три)дцат(?:ь|и|ью)' +
  '|сорока?|(?:пять|шесть|семь|восемь)десят|(?:пяти|шести|семи|восьми)десяти|девяност[оа]|ст[оа]|двест[иу]|трист[ау]' +
  '|четырест[ау]|\\p{L}{2,7}сот|сотн\\p{L}+|тысяч\\p{L}*|тыс|млн|млрд|миллион\\p{L}*|полови\\p{L}+|полтор\\p{L}+|дюжин\\p{L}*' +
  '|об[ае]|обоих|обеих|дво(?:е|их|им)|тро(?:е|их|им)|(?:четв|пят|шест|сем|восьм|девят|дес)ер(?:о|ых|ым)|нол(?:ь|я|ю)|нул(?:ь|я|ю))';
const IN_LETTERS = new RegExp(`(?<!\\p{L})${WORD}(?:\\s+${WORD})*(?!\\p{L})`, 'giu');
/** What reports count: before such a word «один» and «треть» are numbers too, and so are Latin letters. */
const COUNTED =
  '(?:школ|мероприят|работ|педагог|учител|эксперт|материал|срок|отч[её]т|подтвержд|предложен|процент|учени|обучающ|сотрудник|раз(?!\\p{L}{3}))';
const ONE = new RegExp(
  `(?<!\\p{L})(?:(?:ни\\s+)?одн(?:а|о|у|ой|ого|ому|им|ом)|один|треть|трети|четверть|четверти)(?=\\s+${COUNTED})`,
  'giu',
);
const IN_LATIN_LETTERS = new RegExp(`(?<![\\p{L}\\d])(?:[IVX][IVXLCDM]*|[LCDM][IVXLCDM]+)(?=\\s+${COUNTED})`, 'gu');
/** Roman signs, fractions, circled and raised digits, digits of other scripts: figures to a reader, and never bound to a fact. */
const OTHER_SIGNS = /[^\P{N}0-9\uff10-\uff19]+/gu;
const QUOTED = /«[^»]*»/gu;

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** Digits of full width look like figures to a reader, so they are figures here; each stands for one sign, places stay. */
function withPlainDigits(text: string): string {
  return text.replace(/[\uff10-\uff19]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** Takes a name out where it stands as whole words. */
function withoutName(text: string, name: string): string {
  let left = text;
  for (let at = left.indexOf(name); at >= 0; at = left.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (/[\p{L}\d]/u.test(left[at - 1] ?? '') || /[\p{L}\d]/u.test(left[end] ?? '')) continue;
    left = left.slice(0, at) + blank(name) + left.slice(end);
  }
  return left;
}

function withoutNames(text: string, { anywhere, inQuotes }: Names): string {
  const rest = inQuotes.reduce((left, name) => withoutName(withoutName(left, quoted(name)), `«${name}»`), text);
  return anywhere.reduce(withoutName, rest);
}

export function numbersIn(text: string, names: Names = NO_NAMES): FoundNumber[] {
  let plain = withoutNames(withPlainDigits(text), names);
  plain = plain.replace(SCHOOL_YEAR, (found: string, first: string, second: string) =>
    (Number(first) + 1) % 100 === Number(second) ? blank(found) : found,
  );
  for (const pattern of NO_FIGURES) plain = plain.replace(pattern, blank);
  // A point's own number at the start of a paragraph.
  plain = plain.replace(/^\s*\d{1,2}[.)]\s+(?=\p{Lu})/u, blank);
  const quoteless = plain.replace(QUOTED, blank);
  return [
    ...plain.matchAll(NUMBER),
    ...quoteless.matchAll(IN_LETTERS),
    ...quoteless.matchAll(ONE),
    ...quoteless.matchAll(IN_LATIN_LETTERS),
    ...plain.matchAll(OTHER_SIGNS),
  ]
    .map(({ index, 0: { length } }) => ({
      words: text.slice(index, index + length),
      at: index,
      percent: PER_CENT.test(text.slice(index + length)),
    }))
    .sort((a, b) => a.at - b.at);
}

/** Days of the text, those of named documents («приказ от 05.11.2026 № 12») left out. */
export function daysIn(text: string, names: Names = NO_NAMES): FoundDay[] {
  const plain = withoutNames(withPlainDigits(text), names);
  const found = [...plain.matchAll(DAY_IN_DIGITS), ...plain.matchAll(DAY_IN_WORDS)];
  return found
    .filter((match) => !/^(?:\s?г\.|\sгода)?\s?№/u.test(plain.slice(match.index + match[0].length)))
    .map((match): FoundDay => {
      const [words, day, month, year] = match as unknown as [string, string, string, string | undefined];
      const number = /\d/u.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
      const full = year === undefined ? null : Number(year) < 100 ? CENTURY + Number(year) : Number(year);
      const ofYear = iso(full ?? CENTURY, number, Number(day));
      return { words, at: match.index, day: full === null ? `-${ofYear.slice(4)}` : ofYear };
    })
    .sort((a, b) => a.at - b.at);
}

/** As a number: «1 204», «12,5»; not a number where the words are no digits. */
export function valueOf(words: string): number {
  const digits = withPlainDigits(words).replace('−', '-');
  return Number(digits.replace(/[\s\u00a0\u202f\u2009]/gu, '').replace(',', '.'));
}
