/** Words of planning: months, weekdays, ordinals, parts of the school year. Stems, because cases and slips vary the ends. */
import type { RepeatUnit, Season, TermKind } from './model.ts';

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
] as const;
const MONTH_ENDS = /^(ь|я|е|ю|а|ем|ом|й|у|)$/u;
const SHORT_MONTHS: Readonly<Record<string, number>> = {
  янв: 1,
  фев: 2,
  февр: 2,
  мар: 3,
  апр: 4,
  авг: 8,
  сен: 9,
  сент: 9,
  окт: 10,
  ноя: 11,
  нояб: 11,
  дек: 12,
};

/** 1..12, or null for any other word. */
export function monthOf(word: string): number | null {
  const short = SHORT_MONTHS[word];
  if (short !== undefined) return short;
  for (const [index, stem] of MONTHS.entries()) {
    if (!word.startsWith(stem)) continue;
    const end = word.slice(stem.length);
    // «ма» alone is no month, and «март» begins with «ма» too.
    if (stem === 'ма' ? /^(й|я|е|ю|ем)$/u.test(end) : MONTH_ENDS.test(end)) return index + 1;
  }
  return null;
}

export const MONTH_NAMES = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;
/** «30 ноября», «до мая». */
export const MONTH_GENITIVES = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

const WEEKDAYS = [
  /^понедельник/u,
  /^вторник/u,
  /^сред(а|у|ы|е|ой|ам)$/u,
  /^четверг/u,
  /^пятниц/u,
  /^суббот/u,
  /^воскресень/u,
];

/** 1 = Monday; null for any other word. */
export function weekdayOf(word: string): number | null {
  const index = WEEKDAYS.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}

export const WEEKDAY_NAMES = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;

const ORDINALS = [
  /^перв/u,
  /^втор(?!ник)/u,
  /^трет/u,
  /^четверт(ый|ая|ое|ой|ого|ую)/u,
  /^пят(ый|ая|ое|ой|ого|ую)/u,
  /^шест/u,
];
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, і: 1, іі: 2, ііі: 3, іv: 4 };

/** «первый», «1-й», «I», «последний» (-1); null for any other word. */
export function ordinalOf(word: string): number | null {
  if (word.startsWith('последн')) return -1;
  const digits = /^(\d{1,2})(-?(й|я|е|ой|ый|ая|ое|го|ую|ю|ом|м))?$/u.exec(word);
  if (digits) return Number(digits[1]);
  const roman = ROMAN[word];
  if (roman !== undefined) return roman;
  const index = ORDINALS.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}

/** «раз», «два раза», «трижды»: how many; null for any other word. */
export function countOf(word: string): number | null {
  if (/^\d{1,2}$/u.test(word)) return Number(word);
  const index = [
    /^(один|одного|одну|раз|однажды)$/u,
    /^(два|две|двух|дважды)$/u,
    /^(три|трех|трижды)$/u,
    /^(четыре|четырех)$/u,
    /^(пять|пяти)$/u,
  ].findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}

export function termKindOf(word: string): TermKind | null {
  if (/^четверт(ь|и|ям|ей|ях|ью)$/u.test(word)) return 'quarterTerm';
  if (word.startsWith('триместр')) return 'trimester';
  if (word.startsWith('модул')) return 'module';
  return word.startsWith('полугоди') ? 'halfYearTerm' : null;
}

export function repeatUnitOf(word: string): RepeatUnit | null {
  if (/^(день|дня|дни|дней)$/u.test(word)) return 'day';
  if (word.startsWith('недел')) return 'week';
  if (word.startsWith('месяц')) return 'month';
  if (word.startsWith('квартал') || word === 'кв') return 'quarter';
  if (word.startsWith('полугоди')) return 'halfYear';
  return /^(год|года|году|лет)$/u.test(word) ? 'year' : null;
}

const SEASONS: readonly (readonly [RegExp, Season])[] = [
  [/^осен/u, 'autumn'],
  [/^зим/u, 'winter'],
  [/^весен|^весн/u, 'spring'],
  [/^лет(?:н|о$|ом$|а$)/u, 'summer'],
];

/** «осенние», «весной»; null for any other word. */
export function seasonOf(word: string): Season | null {
  return SEASONS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const ADVERBS: readonly (readonly [RegExp, RepeatUnit])[] = [
  [/^ежедневн/u, 'day'],
  [/^еженедельн/u, 'week'],
  [/^ежемесячн/u, 'month'],
  [/^(ежеквартальн|поквартальн)/u, 'quarter'],
  [/^(ежегодн)/u, 'year'],
];

/** «ежемесячно»; null for any other word. */
export function repeatAdverbOf(word: string): RepeatUnit | null {
  return ADVERBS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Organisations whose schedules and plans a school or district cannot set; regions name their institutes by letters of their own. */
export const EXTERNAL =
  /(^|[\s"(])(рособрнадзор|минпросвещен|министерств|минобр|фцт\S*|фгбу|рцмко|минобразован|минпрос|\p{L}{0,4}(?:рцои|цоко|ипк|ипп|ирро|имц|ммц)\p{L}{0,4}(?!\p{L})|\p{L}{0,3}иро\p{L}{0,2}(?!\p{L})|дпо(?!\p{L})|институт\S* развития|фипи|фиоко|фис(?!\p{L})|ресурсн\S* центр|федеральн|региональн|краев|областн|департамент)/u;
