/** Latin letters inside Cyrillic words, given back in Cyrillic where every one of them has its like. */

const LIKE: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  b: 'ь',
  c: 'с',
  e: 'е',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
};

const WORD = /[\p{L}\p{M}]+/gu;

/** Words of both alphabets, longer than two letters; a Roman figure with a Cyrillic «Х» is no word. */
export function mixedWords(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) if (isMixed(word)) found.add(word);
  return [...found];
}

function isMixed(word: string): boolean {
  return (
    word.length > 2 &&
    /\p{Script=Cyrillic}/u.test(word) &&
    /\p{Script=Latin}/u.test(word) &&
    !/^[IVXLCХС]+$/u.test(word)
  );
}

/** @returns the text in one alphabet, or null where a letter has no like. */
export function inCyrillic(text: string): string | null {
  let lost = false;
  const mended = text.normalize('NFC').replace(WORD, (word) => {
    if (!isMixed(word)) return word;
    // A recogniser that knows both alphabets reads «объ» as «obj».
    const whole = word.replace(/obj/gu, 'объ').replace(/Obj/gu, 'Объ');
    return Array.from(whole, (letter) => {
      if (!/\p{Script=Latin}/u.test(letter)) return letter;
      lost ||= LIKE[letter] === undefined;
      return LIKE[letter] ?? letter;
    }).join('');
  });
  return lost ? null : mended;
}
