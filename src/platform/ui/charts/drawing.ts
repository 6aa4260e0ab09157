import type { Language } from '../i18n.ts';
import { documentPalette, type Palette } from './palette.ts';
import { el, type SvgNode } from './svg.ts';

/** How a chart is drawn: as wide as its place, in a language, in the colours of screen or paper. */
export interface Drawing {
  /** Pixels. */
  readonly width: number;
  readonly language: Language;
  readonly palette: Palette;
}

export const documentDrawing: Drawing = { width: 640, language: 'ru', palette: documentPalette };

/** The figures of a chart as a table: its text alternative. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const LABEL = 13;
/** Mean width of a letter of Golos Text, as a share of the size; enough to keep labels apart. */
const LETTER = 0.56;

export function textWidth(text: string, size = LABEL): number {
  return text.length * size * LETTER;
}

/** A text in as many lines as its words need within `width` pixels. */
export function wrapped(text: string, width: number, size = LABEL): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

interface LabelStyle {
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: number;
}

export function label(x: number, y: number, text: string, style: LabelStyle): SvgNode {
  return el(
    'text',
    {
      x,
      y,
      fill: style.fill,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-size': style.size ?? LABEL,
      'font-weight': style.weight,
    },
    text,
  );
}

/** The outermost element; `title` is what a screen reader says. */
export function picture(
  width: number,
  height: number,
  title: string,
  ...children: Parameters<typeof el>[2][]
): SvgNode {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      role: 'img',
      'aria-label': title,
      'font-family': 'inherit',
    },
    ...children,
  );
}

/** A scale from numbers to pixels. */
export function linear(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const factor = (to[1] - to[0]) / (from[1] - from[0] || 1);
  return (value) => to[0] + (value - from[0]) * factor;
}

/** Round numbers from 0 to at least `top`, about `about` of them, whole when `whole`. */
export function ticks(top: number, about: number, whole = true): number[] {
  const rough = top / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const used = whole ? Math.max(1, Math.round(step)) : step;
  const found: number[] = [];
  for (let value = 0; value <= top + used * 1e-9; value += used) found.push(Number(value.toPrecision(12)));
  return found;
}
