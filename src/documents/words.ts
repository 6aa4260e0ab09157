/** Words of a block as lines of runs: what every renderer starts from. */
import type { Run, Words } from './model.ts';

/** Lines at the line feeds; no line is lost, an empty one stays an empty list. */
export function linesOf(words: Words): readonly (readonly Run[])[] {
  const runs: readonly Run[] = typeof words === 'string' ? [{ text: words }] : words;
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [first, ...more] = printable(run.text).split('\n');
    if (first !== '') lines.at(-1)!.push({ ...run, text: first });
    for (const text of more) lines.push(text === '' ? [] : [{ ...run, text }]);
  }
  return lines;
}

export function plainText(words: Words): string {
  return linesOf(words)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
}

/** One kind of line feed; characters that XML cannot hold and halves of surrogate pairs are left out. */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
      .replace(/\t/gu, ' ')
      // oxlint-disable-next-line no-control-regex -- these are exactly the characters that must go
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/gu, '')
  );
}

/** Where a line may end: at spaces, and behind hyphens, dashes and strokes that nothing keeps together. */
export const ENDS_OF_LINES = /([ \n]+|(?<=[-–—/])(?!\u2060))/u;

const NO_BREAK = '\u00a0';
const JOINER = '\u2060';

/** Keeps together what may not be parted at the end of a line: «№ 12», «2026/2027 учебный год», «2026 г.», «12 %», «И. О. Фамилия». */
export function bound(text: string): string {
  return text
    .replace(/№ (?=[\p{L}\d])/gu, `№${NO_BREAK}`)
    .replace(/(?<=\d) (?=(?:г\.|гг\.|%|ч\.|мин\.)(?!\p{L}))/gu, NO_BREAK)
    .replace(/(?<=\d{4}) (учебн\p{L}+) (?=год)/gu, `${NO_BREAK}$1${NO_BREAK}`)
    .replace(/(?<!\p{L})(\p{Lu}\.) ?(\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, (_, first: string, second: string) =>
      [first, second, ''].join(NO_BREAK),
    )
    .replace(/(?<=\p{Lu}\p{Ll}+) (\p{Lu}\.)(?: (\p{Lu}\.))?/gu, (_, first: string, second?: string) =>
      ['', first, ...(second === undefined ? [] : [second])].join(NO_BREAK),
    );
}

/** Also keeps short words and numbers with what follows: no line ends in «в» or «10», by no-break spaces alone. */
export function boundShort(text: string): string {
  return bound(text)
    .replace(/(?<![\p{L}\d-])(\p{L}{1,2}) (?=[\p{L}\d«"(№])/gu, `$1${NO_BREAK}`)
    .replace(/(?<![\p{L}\d.,/])(\d{1,3}) (?=\p{Ll})/gu, `$1${NO_BREAK}`)
    .replace(/: (?=\d{1,3}(?![\d.,]\d))/gu, `:${NO_BREAK}`);
}

/** Also keeps short endings with what they follow: no line begins with «-х». */
export function boundTightly(text: string): string {
  return boundShort(text)
    .replace(/(?<=\d)-(?=\p{L}{1,3}(?!\p{L}))/gu, `${JOINER}-${JOINER}`)
    .replace(/(?<=[\p{L}\d])\/(?=[\p{L}\d])/gu, `${JOINER}/${JOINER}`);
}

/** Takes the bonds off again: where the room is too narrow for them. */
export function unbound(text: string): string {
  return text.replaceAll(NO_BREAK, ' ').replaceAll(JOINER, '');
}
