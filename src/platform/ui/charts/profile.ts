import { formatNumber, percent } from '../format.ts';
import type { Language } from '../i18n.ts';
import { label, linear, picture, textWidth, type ChartTable, type Drawing } from './drawing.ts';
import { el, type SvgNode } from './svg.ts';
import { text } from './text.ts';

export interface ProfileTask {
  readonly id: string;
  readonly max: number;
  readonly response: 'short' | 'extended';
  /** Mean share of the maximum, 0..1: what the unit has. */
  readonly observed: number;
  /** What is expected of a unit with the same totals. */
  readonly expected: number;
  /** 95 % interval of `observed`. */
  readonly low: number;
  readonly high: number;
}

export interface ProfileData {
  readonly unit: string;
  readonly participants: number;
  readonly tasks: readonly ProfileTask[];
}

const HEIGHT = 264;
const MARGIN = { top: 32, bottom: 44, left: 44 };

/** From the easiest task to the hardest; among equals as in the work. */
function byDifficulty(tasks: readonly ProfileTask[]): readonly ProfileTask[] {
  return [...tasks].sort((a, b) => b.expected - a.expected);
}

const rightOf = (data: ProfileData, expected: string): number =>
  Math.max(textWidth(expected), textWidth(data.unit)) + 20;

/** Where the words below the axis begin after «easier»: a short line and what it means. */
const SAMPLE = 74;

/** Pixels below which names of tasks, or the words below the axis, would run into each other. */
export function profileLeast(data: ProfileData, language: Language): number {
  const t = text[language];
  const name = Math.max(0, ...data.tasks.map((task) => textWidth(task.id)));
  const below = SAMPLE + 22 + textWidth(t.extended) + 12 + textWidth(t.harder);
  return MARGIN.left + rightOf(data, t.expectedShort) + Math.ceil(Math.max(data.tasks.length * (name + 2), below));
}

/** Observed share of the maximum per task with its interval against what the totals lead to expect; a full dot is off the expected. */
export function drawProfile(data: ProfileData, title: string, { width, language, palette }: Drawing): SvgNode {
  const t = text[language];
  const tasks = byDifficulty(data.tasks);
  const right = rightOf(data, t.expectedShort);
  const band = (width - MARGIN.left - right) / Math.max(1, tasks.length);
  const bottom = HEIGHT - MARGIN.bottom;
  const y = linear([0, 1], [bottom, MARGIN.top]);
  const x = (index: number) => MARGIN.left + (index + 0.5) * band;
  const half = Math.min(band * 0.36, 16);

  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => [
    el('line', {
      x1: MARGIN.left,
      x2: width - right,
      y1: y(share),
      y2: y(share),
      stroke: share === 0 ? palette.ink : palette.line,
    }),
    label(MARGIN.left - 8, y(share) + 4, formatNumber(share * 100, language), { fill: palette.soft, anchor: 'end' }),
  ]);
  const marks = tasks.map((task, index) => {
    const off = task.expected < task.low || task.expected > task.high;
    return el(
      'g',
      {},
      el('line', {
        x1: x(index) - half,
        x2: x(index) + half,
        y1: y(task.expected),
        y2: y(task.expected),
        stroke: palette.regionLine,
        'stroke-width': 4,
      }),
      el('line', {
        x1: x(index),
        x2: x(index),
        y1: y(clamp(task.low)),
        y2: y(clamp(task.high)),
        stroke: palette.ink,
        'stroke-width': 1.5,
      }),
      el('circle', {
        cx: x(index),
        cy: y(task.observed),
        r: 4,
        fill: off ? palette.ink : palette.paper,
        stroke: palette.ink,
        'stroke-width': 1.5,
      }),
      label(x(index), bottom + 18, task.id, {
        fill: off ? palette.ink : palette.soft,
        anchor: 'middle',
        weight: off ? 600 : undefined,
      }),
      task.response === 'extended'
        ? el('line', { x1: x(index) - 8, x2: x(index) + 8, y1: bottom + 23, y2: bottom + 23, stroke: palette.soft })
        : null,
    );
  });
  const last = tasks.at(-1);
  return picture(
    width,
    HEIGHT,
    title,
    label(0, 14, t.ofMaximum, { fill: palette.soft }),
    label(width - right, 14, t.n(data.participants), { fill: palette.soft, anchor: 'end' }),
    grid.flat(),
    marks,
    last ? ends(last, data.unit, t.expectedShort, width - right + 8, y, palette) : null,
    label(MARGIN.left, HEIGHT - 4, t.easier, { fill: palette.soft }),
    label(width - right, HEIGHT - 4, t.harder, { fill: palette.soft, anchor: 'end' }),
    tasks.some((task) => task.response === 'extended')
      ? el(
          'g',
          {},
          el('line', {
            x1: MARGIN.left + SAMPLE,
            x2: MARGIN.left + SAMPLE + 16,
            y1: HEIGHT - 8,
            y2: HEIGHT - 8,
            stroke: palette.soft,
          }),
          label(MARGIN.left + SAMPLE + 22, HEIGHT - 4, t.extended, { fill: palette.soft }),
        )
      : null,
  );
}

/** The two names stand at the right end, beside the marks of the last task, kept a line apart. */
function ends(
  last: ProfileTask,
  unit: string,
  expected: string,
  x: number,
  y: (share: number) => number,
  palette: Drawing['palette'],
): readonly SvgNode[] {
  const middle = (y(last.observed) + y(last.expected)) / 2;
  const apart = Math.max(16, Math.abs(y(last.observed) - y(last.expected)));
  const up = last.observed >= last.expected;
  return [
    label(x, limit(middle + (up ? -apart : apart) / 2) + 4, unit, { fill: palette.ink, weight: 600 }),
    label(x, limit(middle + (up ? apart : -apart) / 2) + 4, expected, { fill: palette.soft }),
  ];
}

export function profileTable(data: ProfileData, language: Language): ChartTable {
  const t = text[language];
  return {
    columns: [t.task, t.response, t.maximum, t.observed, t.expected, t.interval],
    rows: byDifficulty(data.tasks).map((task) => [
      task.id,
      task.response === 'extended' ? t.extended : t.short,
      String(task.max),
      percent(task.observed, language),
      percent(task.expected, language),
      `${percent(clamp(task.low), language)} – ${percent(clamp(task.high), language)}`,
    ]),
  };
}

function limit(at: number): number {
  return Math.min(Math.max(at, MARGIN.top), HEIGHT - MARGIN.bottom);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
