/** One spelling of words for matching: the deadline's own folding, with the line breaks gone. The printed words stay as they are. */
import { normalize } from '../deadline/normalize.ts';

const LONGEST = 4000;

/** The same cells are looked at by many rules; a plan has some hundred of them. */
const KEPT = 2000;
const known = new Map<string, string>();

export function fold(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const folded = folding(text);
  if (known.size >= KEPT) known.clear();
  known.set(text, folded);
  return folded;
}

function folding(text: string): string {
  // A recogniser that knows both alphabets reads «объект» as «object»; letters alone do not tell, the word does.
  return normalize(text.slice(0, LONGEST).replace(/obj(?=\p{Script=Cyrillic})/giu, 'объ')).text;
}

/** Words in which Latin letters stand among Cyrillic ones. */
export function foreignWords(text: string): readonly string[] {
  return [...new Set(normalize(text.slice(0, LONGEST)).foreign)].filter((word) => word.length > 2);
}
