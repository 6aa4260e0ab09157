const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const WORDS = 4;
const SYLLABLES = 2;

/**
 * A password to hand over on paper: four pronounceable words and four digits in Latin letters, which look the same in both
 * keyboard layouts' documentation and are dictated without mistakes. About 62 bits: 4 words x 2 syllables x log2(14 x 5),
 * and log2(10^4).
 * @param random gives whole numbers below its argument; `browserRandom` in the browser.
 */
export function passphrase(random: (below: number) => number): string {
  const pick = (letters: string): string => letters[random(letters.length)];
  const word = (): string => Array.from({ length: SYLLABLES }, () => pick(CONSONANTS) + pick(VOWELS)).join('');
  const digits = String(random(10_000)).padStart(4, '0');
  return [...Array.from({ length: WORDS }, word), digits].join('-');
}

/** Uniform whole numbers from the browser's generator; values that would favour small numbers are drawn again. */
export function browserRandom(below: number): number {
  const limit = 2 ** 32 - (2 ** 32 % below);
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn);
  while (drawn[0] >= limit);
  return drawn[0] % below;
}
