/** Words, numbers and marks of a normalised deadline, each with its place, so that what is left over can be quoted. */

export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly at: number }
  /** «01.10.2023», «1.10.23», «01.10». */
  | {
      readonly kind: 'date';
      readonly text: string;
      readonly day: number;
      readonly month: number;
      readonly year?: number;
      readonly at: number;
    }
  /** «09.2023». */
  | {
      readonly kind: 'monthYear';
      readonly text: string;
      readonly month: number;
      readonly year: number;
      readonly at: number;
    }
  /** «2023/2024», «2023-24», «2023/24»: a school year. */
  | { readonly kind: 'years'; readonly text: string; readonly start: number; readonly at: number }
  | { readonly kind: 'mark'; readonly text: string; readonly at: number };

const PATTERN =
  /(?<years>(?:19|20)\d\d ?[/-] ?(?:20)?\d\d(?!\d|\.\d))|(?<date>\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?(?!\d))|(?<month>(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d))|(?<ordinal>\d{1,2}-?(?:й|я|е|го|ое|ая|ый|ой|ом|ую|ю)(?!\p{L}))|(?<number>\d+)|(?<word>\p{L}+)|(?<mark>[^\s\p{L}\d])/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const at = match.index;
    const [found] = match;
    const { years, date, month: monthYear, ordinal, number, word } = match.groups!;
    if (years !== undefined && isSchoolYear(years)) {
      tokens.push({ kind: 'years', text: found, start: Number(years.slice(0, 4)), at });
    } else if (years !== undefined) {
      // Two years that do not follow each other are two numbers.
      const [first, second] = years.split(/ ?[/-] ?/u) as [string, string];
      tokens.push({ kind: 'number', text: first, value: Number(first), at });
      tokens.push({ kind: 'mark', text: '-', at });
      tokens.push({ kind: 'number', text: second, value: Number(second), at });
    } else if (date !== undefined) {
      const [day, month, year] = date.split('.').map(Number) as [number, number, number?];
      const full = year === undefined ? undefined : year < 100 ? 2000 + year : year;
      tokens.push({ kind: 'date', text: found, day, month, ...(full === undefined ? {} : { year: full }), at });
    } else if (monthYear !== undefined) {
      const [month, year] = monthYear.split('.').map(Number) as [number, number];
      tokens.push({ kind: 'monthYear', text: found, month, year, at });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: found, value: Number(number), at });
    else if (word !== undefined || ordinal !== undefined) tokens.push({ kind: 'word', text: found, at });
    else tokens.push({ kind: 'mark', text: found, at });
  }
  return tokens;
}

function isSchoolYear(text: string): boolean {
  const [first, second] = text.split(/ ?[/-] ?/u) as [string, string];
  return Number(second.slice(-2)) === (Number(first) + 1) % 100;
}
