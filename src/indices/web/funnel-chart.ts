import { label, linear, picture, ticks, type ChartTable, type Drawing } from '#src/platform/ui/charts/drawing.ts';
import { el, type SvgNode } from '#src/platform/ui/charts/svg.ts';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { FAR, NEAR, spreadOf } from '../funnel.ts';
import type { Position, Reference, Standing } from '../model.ts';
import { LITTLE_DATA, POSITION } from '../text.ts';
import { chartText } from './chart-text.ts';

export interface FunnelUnit extends Standing {
  readonly name: string;
}

export interface FunnelData {
  readonly reference: Reference;
  /** Units with something counted. */
  readonly units: readonly FunnelUnit[];
  /** Below this denominator there is no conclusion. */
  readonly minimum: number;
}

const HEIGHT = 320;
const MARGIN = { top: 28, right: 96, bottom: 44, left: 48 };
const CURVE_POINTS = 60;

const isOutside = (position: Position | null): boolean => position === 'farAbove' || position === 'farBelow';

function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([px, py], index) => `${index ? 'L' : 'M'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
}

/** Shares against denominators; the limits hold chance and the natural spread of schools together, so that they never close. */
export function drawFunnel(data: FunnelData, title: string, { width, language, palette }: Drawing): SvgNode {
  const t = chartText[language];
  const { reference, minimum } = data;
  const units = data.units.filter(({ share }) => share !== null);
  const most = Math.max(minimum * 2, ...units.map(({ denominator }) => denominator));
  const shares = units.map(({ share }) => share ?? 0);
  const highest = Math.min(
    1,
    Math.max(0.1, ...shares, reference.share + FAR * spreadOf(reference, minimum * 2)) * 1.08,
  );
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = linear([0, most], [MARGIN.left, right]);
  const y = linear([0, highest], [bottom, MARGIN.top]);
  const sizes = Array.from(
    { length: CURVE_POINTS + 1 },
    (_, index) => minimum + ((most - minimum) * index) / CURVE_POINTS,
  );
  const limit = (n: number, k: number): number =>
    Math.min(highest, Math.max(0, reference.share + k * spreadOf(reference, n)));
  const band = (k: number): string =>
    `${path([
      ...sizes.map((n): [number, number] => [x(n), y(limit(n, k))]),
      ...[...sizes].reverse().map((n): [number, number] => [x(n), y(limit(n, -k))]),
    ])}Z`;
  const shareTicks = ticks(highest * 100, 4).filter((value) => value <= highest * 100);
  const sizeTicks = ticks(most, 5).filter((value) => value <= most);
  return picture(
    width,
    HEIGHT,
    title,
    el('path', { d: band(FAR), fill: palette.region, 'fill-opacity': 0.5 }),
    el('path', { d: band(NEAR), fill: palette.region }),
    shareTicks.map((value) =>
      el(
        'g',
        {},
        el('line', {
          x1: MARGIN.left,
          x2: right,
          y1: y(value / 100),
          y2: y(value / 100),
          stroke: palette.line,
          'stroke-width': 0.5,
        }),
        label(MARGIN.left - 8, y(value / 100) + 4, `${formatNumber(value, language)}`, {
          fill: palette.soft,
          anchor: 'end',
        }),
      ),
    ),
    sizeTicks.map((value) =>
      label(x(value), bottom + 18, formatNumber(value, language), { fill: palette.soft, anchor: 'middle' }),
    ),
    el('line', { x1: MARGIN.left, x2: right, y1: bottom, y2: bottom, stroke: palette.ink, 'stroke-width': 1 }),
    el('line', {
      x1: MARGIN.left,
      x2: right,
      y1: y(reference.share),
      y2: y(reference.share),
      stroke: palette.regionLine,
      'stroke-width': 1.5,
    }),
    label(right + 8, y(reference.share) + 4, t.region(percent(reference.share, language)), { fill: palette.soft }),
    units.map((unit) =>
      el(
        'g',
        {},
        el('title', {}, `${unit.name}: ${t.of(unit.numerator, unit.denominator)}`),
        el('circle', {
          cx: x(unit.denominator),
          cy: y(Math.min(highest, unit.share ?? 0)),
          r: 4,
          // A full dot stands outside the wide limits; with little data it is only an outline.
          fill: isOutside(unit.position) ? palette.ink : palette.paper,
          stroke: unit.position === null ? palette.soft : palette.ink,
          'stroke-width': 1.25,
          'stroke-dasharray': unit.position === null ? '2 2' : undefined,
        }),
      ),
    ),
    label(0, 14, t.share, { fill: palette.soft }),
    label(right, HEIGHT - 6, t.denominator, { fill: palette.soft, anchor: 'end' }),
    label(width, 14, t.n(units.length), { fill: palette.soft, anchor: 'end' }),
  );
}

export function funnelTable({ units }: FunnelData, language: Language): ChartTable {
  const t = chartText[language];
  return {
    columns: [t.unit, t.numerator, t.denominatorShort, t.share, t.position],
    rows: units.map((unit) => [
      unit.name,
      formatNumber(unit.numerator, language),
      formatNumber(unit.denominator, language),
      percent(unit.share, language),
      unit.position === null ? LITTLE_DATA[language] : POSITION[unit.position][language],
    ]),
  };
}
