import { formatNumber } from '../format.ts';
import type { Language } from '../i18n.ts';
import { label, LABEL, linear, picture, textWidth, ticks, type ChartTable, type Drawing } from './drawing.ts';
import { el, type SvgNode } from './svg.ts';
import { text } from './text.ts';

export interface HistogramData {
  /** Who is looked at: «5Б». */
  readonly unit: string;
  /** Papers by raw score 0..max. */
  readonly counts: readonly number[];
  /** What it is held against, by raw score 0..max; any number of papers, drawn as a share. */
  readonly region?: { readonly name: string; readonly counts: readonly number[] };
  /** Lowest raw scores of marks 3, 4, 5. */
  readonly thresholds: { readonly 3: number; readonly 4: number; readonly 5: number } | null;
}

const HEIGHT = 264;
const MARGIN = { top: 44, right: 8, bottom: 40, left: 36 };

/** Raw scores of a unit in ink over the region in grey, scaled to the same number of papers; marks begin at the dashed lines. */
export function drawHistogram(data: HistogramData, title: string, { width, language, palette }: Drawing): SvgNode {
  const t = text[language];
  const scores = data.counts.length;
  const n = sum(data.counts);
  const region = scaled(data, n);
  const top = Math.max(1, ...data.counts, ...(region ?? []));
  const bottom = HEIGHT - MARGIN.bottom;
  const y = linear([0, top], [bottom, MARGIN.top + 20]);
  const band = (width - MARGIN.left - MARGIN.right) / scores;
  const x = (score: number) => MARGIN.left + score * band;
  const bar = Math.max(1, Math.min(band * 0.62, 22));
  const every = band >= 19 ? 1 : band >= 10 ? 2 : 5;

  const grid = ticks(top, 3).map((value) => [
    value === 0
      ? null
      : el('line', { x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value), stroke: palette.line }),
    label(MARGIN.left - 8, y(value) + 4, formatNumber(value, language), { fill: palette.soft, anchor: 'end' }),
  ]);
  const boundaries = data.thresholds
    ? ([3, 4, 5] as const).map((mark) => {
        const at = x(data.thresholds![mark]);
        return el(
          'g',
          {},
          el('line', {
            x1: at,
            x2: at,
            y1: MARGIN.top - 12,
            y2: bottom,
            stroke: palette.soft,
            'stroke-dasharray': '3 3',
          }),
          label(at + 5, MARGIN.top - 2, t.mark(mark), { fill: palette.soft }),
        );
      })
    : [];
  const bars = data.counts.map((papers, score) =>
    papers === 0
      ? null
      : el('rect', {
          x: x(score) + (band - bar) / 2,
          y: y(papers),
          width: bar,
          height: bottom - y(papers),
          fill: palette.ink,
        }),
  );
  const axis = data.counts.map((_, score) =>
    score % every === 0 && (score === scores - 1 || every === 1 || scores - 1 - score >= every)
      ? label(x(score) + band / 2, bottom + 18, String(score), { fill: palette.soft, anchor: 'middle' })
      : score === scores - 1
        ? label(x(score) + band / 2, bottom + 18, String(score), { fill: palette.soft, anchor: 'middle' })
        : null,
  );
  return picture(
    width,
    HEIGHT,
    title,
    label(0, 14, t.papers, { fill: palette.soft }),
    label(width - MARGIN.right, 14, t.n(n), { fill: palette.soft, anchor: 'end' }),
    grid.flat(),
    region ? regionArea(region, x, y, bottom, palette.region, palette.regionLine) : null,
    bars,
    el('line', { x1: MARGIN.left, x2: width - MARGIN.right, y1: bottom, y2: bottom, stroke: palette.ink }),
    boundaries,
    region && data.region
      ? directLabels(data, region, { x, y, band, width, ink: palette.ink, soft: palette.soft, paper: palette.paper })
      : null,
    axis,
    label(width - MARGIN.right, HEIGHT - 4, t.score, { fill: palette.soft, anchor: 'end' }),
  );
}

function regionArea(
  region: readonly number[],
  x: (score: number) => number,
  y: (value: number) => number,
  bottom: number,
  fill: string,
  stroke: string,
): SvgNode {
  const steps = region.map((value, score) => `${round(x(score))} ${round(y(value))}H${round(x(score + 1))}`);
  const line = steps.join('V').replace(/V\S+ /g, 'V');
  return el(
    'g',
    {},
    el('path', { d: `M${round(x(0))} ${round(bottom)}V${line.replace(/^\S+ /, '')}V${round(bottom)}Z`, fill }),
    el('path', { d: `M${line}`, fill: 'none', stroke }),
  );
}

interface Frame {
  readonly x: (score: number) => number;
  readonly y: (value: number) => number;
  readonly band: number;
  readonly width: number;
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
}

/** The names of unit and region stand where the two differ most, above whatever is drawn there. */
function directLabels(data: HistogramData, region: readonly number[], frame: Frame): readonly SvgNode[] {
  const excess = data.counts.map((papers, score) => papers - region[score]);
  const unitAt = indexOfLargest(excess);
  const unit = placed(data.unit, unitAt, data.counts, region, frame, []);
  const regionAt = indexOfLargest(
    excess.map((value, score) => (Math.abs(score - unitAt) * frame.band < 90 ? -1e9 : -value)),
  );
  const grey = placed(data.region!.name, regionAt, data.counts, region, frame, [unit]);
  return [halo(grey, frame.soft, frame.paper, 400), halo(unit, frame.ink, frame.paper, 600)];
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function placed(
  text: string,
  score: number,
  counts: readonly number[],
  region: readonly number[],
  { x, y, band, width }: Frame,
  others: readonly Placed[],
): Placed {
  const size = textWidth(text);
  const centre = Math.min(Math.max(x(score) + band / 2, MARGIN.left + size / 2 + 4), width - MARGIN.right - size / 2);
  let top = Infinity;
  for (let at = 0; at < counts.length; at += 1) {
    if (x(at + 1) > centre - size / 2 && x(at) < centre + size / 2) top = Math.min(top, y(counts[at]), y(region[at]));
  }
  let line = top - 8;
  for (const other of others) {
    if (Math.abs(other.x - centre) < (other.width + size) / 2 + 4 && Math.abs(other.y - line) < LABEL)
      line = other.y - LABEL - 2;
  }
  return { text, x: centre, y: line, width: size };
}

function halo({ text, x, y }: Placed, fill: string, paper: string, weight: number): SvgNode {
  return el(
    'text',
    {
      x,
      y,
      fill,
      'text-anchor': 'middle',
      'font-size': LABEL,
      'font-weight': weight,
      stroke: paper,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text,
  );
}

/** The same figures: one row per raw score. */
export function histogramTable(data: HistogramData, language: Language): ChartTable {
  const t = text[language];
  const region = scaled(data, sum(data.counts));
  const marks = data.thresholds;
  const markOf = (score: number) =>
    !marks ? null : score >= marks[5] ? 5 : score >= marks[4] ? 4 : score >= marks[3] ? 3 : 2;
  return {
    columns: [
      t.score,
      ...(marks ? [t.markShort] : []),
      t.unitPapers(data.unit),
      ...(data.region ? [t.regionPapers(data.region.name)] : []),
    ],
    rows: data.counts.map((papers, score) => [
      String(score),
      ...(marks ? [String(markOf(score))] : []),
      formatNumber(papers, language),
      ...(region ? [formatNumber(region[score], language, { digits: 1 })] : []),
    ]),
  };
}

function scaled(data: HistogramData, n: number): readonly number[] | null {
  if (!data.region) return null;
  const all = sum(data.region.counts);
  return data.counts.map((_, score) => (all ? (n * (data.region!.counts[score] ?? 0)) / all : 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
