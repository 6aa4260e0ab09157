/**
 * One spelling of a deadline for matching: lower case, one kind of space and dash, «е» for «ё», Cyrillic in place of Latin
 * letters that look the same inside a Cyrillic word («Maй» typed with a Latin M). The words themselves stay as printed.
 */

const SAME_LOOK: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  i: 'і',
  r: 'г',
  u: 'и',
  n: 'п',
};

export interface Normalized {
  readonly text: string;
  /** Words in which Latin letters stood among Cyrillic ones, as printed. */
  readonly foreign: readonly string[];
}

export function normalize(verbatim: string): Normalized {
  const foreign: string[] = [];
  const visible = verbatim.normalize('NFC').replace(/\u00ad|[\u200b-\u200f\u2060\ufeff]/gu, '');
  // Nearly every deadline is of one alphabet, and words of one alphabet need no look.
  const words = /[a-z]/iu.test(visible)
    ? visible.replace(/[\p{L}\p{M}]+/gu, (word) => {
        if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word;
        foreign.push(word);
        return Array.from(word.toLowerCase(), (letter) => SAME_LOOK[letter] ?? letter).join('');
      })
    : visible;
  const text = words
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/(?<!\p{L})теч\./gu, 'течение ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[«»„“”"]/gu, '"')
    .replace(/(?<=\d)-?(?:х|ух|ти|ми)(?=\s)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, foreign };
}
