import { label, linear } from '#src/platform/ui/charts/drawing.ts';
import type { Palette } from '#src/platform/ui/charts/palette.ts';
import { el, type SvgNode } from '#src/platform/ui/charts/svg.ts';
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';

export const STRIP_WIDTH = 260;
const HEIGHT = 46;
const MIDDLE = 23;
const EDGE = 10;

/** A school's mean on a scale from 0 to 100 per cent: the school is a dot in ink, the region a grey bar; each bears its figure. */
export function drawMeanStrip(school: number, region: number | null, palette: Palette, language: Language): SvgNode {
  const x = linear([0, 100], [EDGE, STRIP_WIDTH - EDGE]);
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
    el('line', { x1: x(0), x2: x(100), y1: MIDDLE, y2: MIDDLE, stroke: palette.line }),
    [0, 50, 100].map((at) =>
      el('line', { x1: x(at), x2: x(at), y1: MIDDLE - 3, y2: MIDDLE + 3, stroke: palette.line }),
    ),
    region === null
      ? null
      : el(
          'g',
          {},
          el('line', {
            x1: x(region),
            x2: x(region),
            y1: MIDDLE - 8,
            y2: MIDDLE + 8,
            stroke: palette.regionLine,
            'stroke-width': 4,
          }),
          label(x(region), HEIGHT - 2, formatNumber(region, language), { fill: palette.soft, anchor: 'middle' }),
        ),
    el('circle', { cx: x(school), cy: MIDDLE, r: 5, fill: palette.ink, stroke: palette.paper, 'stroke-width': 1.5 }),
    label(x(school), 12, formatNumber(school, language), { fill: palette.ink, anchor: 'middle', weight: 600 }),
  );
}
