/** Numbers of pages and lines that stand at the same place of many pages: they belong to the paper and not to the plan. */
import type { TextLine } from './lines.ts';

/** Part of the page at its top and bottom in which such lines stand. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^[-–—\s]*(?:(?:стр(?:аница|\.)?|с\.|page)\s*)?\d{1,3}(?:\s*(?:из|\/|of)\s*\d{1,3})?[-–—.\s]*$/iu;

export interface LinesOfPage {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** The lines of each page without those of the paper. */
export function withoutRunning(pages: readonly LinesOfPage[]): readonly (readonly TextLine[])[] {
  const seen = new Map<string, number>();
  for (const { height, lines } of pages) {
    const keys = new Set(lines.filter((line) => inMargin(line, height)).map((line) => keyOf(line, height)));
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return pages.map(({ height, lines }) =>
    lines.filter((line, index) => {
      if (!inMargin(line, height)) return true;
      const text = textOf(line);
      // A number alone at the very edge is the page's even where a plan has one page.
      const outermost = index === 0 || index === lines.length - 1;
      if (outermost && PAGE_NUMBER.test(text)) return false;
      return pages.length < 2 || (seen.get(keyOf(line, height)) ?? 0) < Math.max(2, pages.length * 0.5);
    }),
  );
}

function inMargin({ base }: TextLine, height: number): boolean {
  return base < height * MARGIN || base > height * (1 - MARGIN);
}

function keyOf(line: TextLine, height: number): string {
  return `${line.base < height / 2 ? 'top' : 'bottom'}|${textOf(line).replace(/\d+/gu, '#')}`;
}

function textOf({ pieces }: TextLine): string {
  return pieces.map(({ text }) => text).join(' ');
}
