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
