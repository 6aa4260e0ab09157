import { label, linear, textWidth } from '#src/platform/ui/charts/drawing.ts';
import type { Palette } from '#src/platform/ui/charts/palette.ts';
import { el, type SvgNode } from '#src/platform/ui/charts/svg.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { DifferenceUnit } from '../../effect/model.ts';
import { amount } from '../../effect/figures-text.ts';

export const STRIP_WIDTH = 420;
const HEIGHT = 66;
const MIDDLE = 26;
const EDGE = 48;

export interface StripData {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly unit: DifferenceUnit;
}

/** A difference as a dot with its interval against a dashed line at zero; the sentence beside it says the same figures. */
export function drawInterval(data: StripData, zero: string, palette: Palette, language: Language): SvgNode {
  const { difference, low, high, unit } = data;
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  const x = linear([from, to], [EDGE, STRIP_WIDTH - EDGE]);
  // A narrow interval far from zero: its figures stand to either side.
  const narrow = x(high) - x(low) < 64;
  const figure = (value: number): string => amount(value, unit, language, true);
  // The word at zero stays within the picture.
  const zeroX = Math.min(Math.max(x(0), textWidth(zero) / 2), STRIP_WIDTH - textWidth(zero) / 2);
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: STRIP_WIDTH,
      height: HEIGHT,
      viewBox: `0 0 ${STRIP_WIDTH} ${HEIGHT}`,
      'aria-hidden': 'true',
      'font-family': 'inherit',
    },
    el('line', { x1: EDGE / 2, x2: STRIP_WIDTH - EDGE / 2, y1: MIDDLE, y2: MIDDLE, stroke: palette.line }),
    el('line', {
      x1: x(0),
      x2: x(0),
      y1: 6,
      y2: MIDDLE + 22,
      stroke: palette.soft,
      'stroke-width': 1,
      'stroke-dasharray': '3 3',
    }),
    label(zeroX, HEIGHT - 4, zero, { fill: palette.soft, anchor: 'middle' }),
    el('line', { x1: x(low), x2: x(high), y1: MIDDLE, y2: MIDDLE, stroke: palette.ink, 'stroke-width': 2 }),
    [low, high].map((end) =>
      el('line', {
        x1: x(end),
        x2: x(end),
        y1: MIDDLE - 5,
        y2: MIDDLE + 5,
        stroke: palette.ink,
        'stroke-width': 2,
      }),
    ),
    label(x(low), MIDDLE + 20, figure(low), { fill: palette.soft, anchor: narrow ? 'end' : 'middle' }),
    label(x(high), MIDDLE + 20, figure(high), { fill: palette.soft, anchor: narrow ? 'start' : 'middle' }),
    el('circle', {
      cx: x(difference),
      cy: MIDDLE,
      r: 5,
      fill: palette.ink,
      stroke: palette.paper,
      'stroke-width': 1.5,
    }),
    label(x(difference), 12, figure(difference), { fill: palette.ink, anchor: 'middle', weight: 600 }),
  );
}
