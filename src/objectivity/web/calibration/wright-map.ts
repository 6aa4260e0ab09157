/** Pupils and tasks on one scale (a Wright map): papers by ability above, difficulties with intervals and thresholds below. */
import { label, linear, picture, textWidth, type ChartTable, type Drawing } from '#src/platform/ui/charts/drawing.ts';
import { el, type SvgNode } from '#src/platform/ui/charts/svg.ts';
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { CalibratedVariant } from '../../calibration/model.ts';
import { text } from './text.ts';

const PUPILS = 132;
const ROW = 20;
const MARGIN = { top: 24, right: 16, between: 52, bottom: 36 };
/** Half of a 95 % interval in standard errors. */
const INTERVAL = 1.96;

export type MapData = Pick<CalibratedVariant, 'tasks' | 'totals' | 'population'>;

interface PlacedTask {
  readonly id: string;
  readonly difficulty: number;
  readonly error: number;
  readonly thresholds: readonly number[];
}

/** From the easiest to the hardest; tasks without a difficulty have no place. */
function placedTasks({ tasks }: MapData): PlacedTask[] {
  return tasks
    .flatMap(({ id, difficulty, error, thresholds, max }) =>
      difficulty === null || error === null
        ? []
        : [{ id, difficulty, error, thresholds: max > 1 ? thresholds.filter((each) => each !== null) : [] }],
    )
    .sort((a, b) => a.difficulty - b.difficulty);
}

const placedTotals = ({ totals }: MapData) =>
  totals.flatMap(({ total, papers, ability }) =>
    ability === null || papers === 0 ? [] : [{ total, papers, ability }],
  );

const leftOf = (tasks: readonly PlacedTask[]): number => Math.max(28, ...tasks.map(({ id }) => textWidth(id))) + 12;

/** Pixels below which ticks and totals would run into each other. */
export function mapLeast(data: MapData): number {
  return leftOf(placedTasks(data)) + 360;
}

export function drawMap(data: MapData, title: string, { width, language, palette }: Drawing): SvgNode {
  const t = text[language];
  const tasks = placedTasks(data);
  const totals = placedTotals(data);
  const left = leftOf(tasks);
  const marks = [
    ...totals.map(({ ability }) => ability),
    ...tasks.flatMap(({ difficulty, error, thresholds }) => [
      difficulty - INTERVAL * error,
      difficulty + INTERVAL * error,
      ...thresholds,
    ]),
  ];
  const low = Math.floor(Math.min(0, ...marks) - 0.1);
  const high = Math.ceil(Math.max(0, ...marks) + 0.1);
  const x = linear([low, high], [left, width - MARGIN.right]);
  const floor = MARGIN.top + PUPILS;
  const most = Math.max(1, ...totals.map(({ papers }) => papers));
  const y = linear([0, most], [floor, MARGIN.top + 22]);
  const first = floor + MARGIN.between;
  const bottom = first + tasks.length * ROW;
  const height = bottom + MARGIN.bottom;

  const grid: SvgNode[] = [];
  for (let logit = low; logit <= high; logit++) {
    grid.push(
      el('line', { x1: x(logit), x2: x(logit), y1: first - 8, y2: bottom, stroke: palette.line }),
      label(x(logit), bottom + 18, formatNumber(logit, language), { fill: palette.soft, anchor: 'middle' }),
    );
  }
  const gaps = totals.slice(1).map(({ ability }, index) => x(ability) - x(totals[index]!.ability));
  const bar = Math.max(2, Math.min(14, Math.min(...gaps, 14) * 0.7));
  let lastLabel = -Infinity;
  const pupils = totals.map(({ total, papers, ability }) => {
    const name = formatNumber(total, language);
    const room = x(ability) - lastLabel >= textWidth(name) + 8;
    if (room) lastLabel = x(ability);
    return [
      el('rect', {
        x: x(ability) - bar / 2,
        y: y(papers),
        width: bar,
        height: floor - y(papers),
        fill: palette.region,
        stroke: palette.regionLine,
        'stroke-width': 0.75,
      }),
      room ? label(x(ability), floor + 16, name, { fill: palette.soft, anchor: 'middle' }) : null,
    ];
  });
  const mean = x(data.population.mean);
  const aside = mean + 5 + textWidth(t.mean) > width;
  const rows = tasks.map(({ id, difficulty, error, thresholds }, index) => {
    const at = first + index * ROW + ROW / 2;
    return el(
      'g',
      {},
      label(left - 12, at + 4, id, { fill: palette.ink, anchor: 'end' }),
      thresholds.map((threshold) =>
        el('line', {
          x1: x(threshold),
          x2: x(threshold),
          y1: at - 5,
          y2: at + 5,
          stroke: palette.regionLine,
          'stroke-width': 1.5,
        }),
      ),
      el('line', {
        x1: x(difficulty - INTERVAL * error),
        x2: x(difficulty + INTERVAL * error),
        y1: at,
        y2: at,
        stroke: palette.ink,
        'stroke-width': 1.5,
      }),
      el('circle', { cx: x(difficulty), cy: at, r: 4, fill: palette.ink }),
    );
  });
  return picture(
    width,
    height,
    title,
    label(0, 14, t.participants, { fill: palette.soft }),
    pupils.flat(),
    el('line', { x1: left, x2: width - MARGIN.right, y1: floor, y2: floor, stroke: palette.ink }),
    // Between the two parts stand the totals: the line lets them be read.
    [
      [MARGIN.top + 4, floor],
      [first - 8, bottom],
    ].map(([from, to]) =>
      el('line', { x1: mean, x2: mean, y1: from, y2: to, stroke: palette.soft, 'stroke-dasharray': '3 3' }),
    ),
    label(aside ? mean - 5 : mean + 5, MARGIN.top + 14, t.mean, {
      fill: palette.soft,
      anchor: aside ? 'end' : 'start',
    }),
    label(0, first - 14, t.tasks, { fill: palette.soft }),
    grid,
    rows,
    label(width - MARGIN.right, height - 2, t.axis, { fill: palette.soft, anchor: 'end' }),
  );
}

export function mapTable(data: MapData, language: Language): ChartTable {
  const t = text[language];
  const figure = (value: number): string => formatNumber(value, language, { digits: 2 });
  return {
    columns: [t.kind, t.at, t.low, t.high, t.papersColumn],
    rows: [
      ...placedTasks(data).map(({ id, difficulty, error }) => [
        t.taskName(id),
        figure(difficulty),
        figure(difficulty - INTERVAL * error),
        figure(difficulty + INTERVAL * error),
        '',
      ]),
      ...placedTotals(data).map(({ total, papers, ability }) => [
        t.papersAt(total),
        figure(ability),
        '',
        '',
        formatNumber(papers, language),
      ]),
    ],
  };
}
