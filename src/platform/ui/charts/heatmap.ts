import { DASH, formatNumber } from '../format.ts';
import type { Language } from '../i18n.ts';
import { label, picture, textWidth, wrapped, type ChartTable, type Drawing } from './drawing.ts';
import { el, type SvgNode } from './svg.ts';
import { text } from './text.ts';

/** Special values of a task score, as results/model.ts stores them. */
export const NOT_ATTEMPTED = -1;
export const NOT_TAUGHT = -2;

export interface HeatmapTask {
  readonly id: string;
  readonly max: number;
}

export interface HeatmapPaper {
  readonly participant: string;
  /** One per task, in the order of `tasks`: a score or a special value. */
  readonly scores: readonly number[];
  readonly total: number;
  readonly mark: number | null;
}

export interface HeatmapData {
  readonly tasks: readonly HeatmapTask[];
  readonly papers: readonly HeatmapPaper[];
  /** Share of the maximum per task over the region, for the order of the tasks; the papers' own when absent. */
  readonly difficulty?: readonly number[];
  /** Ids of tasks that the finding names. */
  readonly named?: readonly string[];
}

/** The matrix in Guttman order: pupils from the highest total down, tasks from the easiest to the hardest. */
export interface OrderedMatrix {
  readonly tasks: readonly (HeatmapTask & { readonly solved: number | null; readonly named: boolean })[];
  readonly papers: readonly HeatmapPaper[];
}

export function guttmanOrder(data: HeatmapData): OrderedMatrix {
  const solved = data.tasks.map((task, index) => {
    const given = data.papers.map((paper) => paper.scores[index]).filter((score) => score >= NOT_ATTEMPTED);
    if (given.length === 0) return null;
    return given.reduce((total, score) => total + Math.max(0, score), 0) / (given.length * task.max);
  });
  const ease = data.difficulty ?? solved;
  const columns = data.tasks.map((_, index) => index).sort((a, b) => (ease[b] ?? -1) - (ease[a] ?? -1) || a - b);
  const named = new Set(data.named);
  return {
    tasks: columns.map((index) => ({
      ...data.tasks[index],
      solved: solved[index],
      named: named.has(data.tasks[index].id),
    })),
    papers: data.papers
      .map((paper) => ({ ...paper, scores: columns.map((index) => paper.scores[index]) }))
      .sort((a, b) => b.total - a.total || a.participant.localeCompare(b.participant)),
  };
}

const HEAD = 28;
/** From the last row to the first line of the legend, and between its lines. */
const FOOT = 38;
const LEGEND_LINE = 16;
const GAP = 8;
const SMALL = 12;

interface Layout {
  readonly left: number;
  readonly cell: number;
  /** Height of a row, and where each begins: pupils of different marks stand apart. */
  readonly row: number;
  readonly tops: readonly number[];
  readonly right: number;
  /** Below the last row. */
  readonly end: number;
  readonly small: number;
}

const SMALLEST = 9;
/** Right of the cells: the total and the mark. */
const RIGHT = 150;

const leftOf = (matrix: OrderedMatrix, small: number): number =>
  12 + Math.max(48, ...matrix.papers.map((paper) => textWidth(paper.participant, small)));

/** Pixels below which names of tasks would run into each other. */
export function heatmapLeast(matrix: OrderedMatrix): number {
  const name = Math.max(0, ...matrix.tasks.map((task) => textWidth(task.id, SMALLEST)));
  return leftOf(matrix, SMALL) + RIGHT + matrix.tasks.length * Math.ceil(Math.max(18, name + 2));
}

/** Where the cells stand; the pointer finds its cell by the same figures. */
export function heatmapLayout(matrix: OrderedMatrix, width: number): Layout {
  const rows = matrix.papers.length;
  const row = rows > 60 ? 12 : rows > 36 ? 16 : 20;
  const small = Math.min(SMALL, row - 2);
  const left = leftOf(matrix, small);
  const cell = Math.min(40, (width - left - RIGHT) / Math.max(1, matrix.tasks.length));
  const tops: number[] = [];
  let at = HEAD;
  matrix.papers.forEach((paper, index) => {
    if (index > 0 && paper.mark !== matrix.papers[index - 1].mark) at += GAP;
    tops.push(at);
    at += row;
  });
  return { left, cell, row, small, tops, right: left + cell * matrix.tasks.length, end: at };
}

/** Pupil x task scores by shade. A clean diagonal is an honest class; the eye finds what breaks it. */
export function drawHeatmap(
  matrix: OrderedMatrix,
  title: string,
  { width, language, palette }: Drawing,
  active?: { readonly row: number; readonly column: number } | null,
): SvgNode {
  const t = text[language];
  const { left, cell, row, small, tops, right, end } = heatmapLayout(matrix, width);
  const top = (index: number) => tops[index];
  const legend = wrapped(t.legend, width - left, SMALL);
  const columns = matrix.tasks.map((task, index) => {
    const middle = left + (index + 0.5) * cell;
    return el(
      'g',
      {},
      label(middle, HEAD - 10, task.id, {
        fill: task.named ? palette.ink : palette.soft,
        anchor: 'middle',
        size: textWidth(task.id, SMALL) > cell - 2 ? SMALLEST : SMALL,
        weight: task.named ? 600 : undefined,
      }),
      task.named
        ? el('line', {
            x1: middle - cell / 2 + 2,
            x2: middle + cell / 2 - 2,
            y1: HEAD - 4,
            y2: HEAD - 4,
            stroke: palette.ink,
            'stroke-width': 2,
          })
        : null,
      label(middle, end + 18, task.solved === null ? DASH : formatNumber(task.solved * 100, language), {
        fill: palette.soft,
        anchor: 'middle',
        size: cell < 22 ? 10 : SMALL,
      }),
    );
  });
  const rows = matrix.papers.map((paper, index) =>
    el(
      'g',
      {},
      label(left - 8, top(index) + row / 2 + small * 0.36, paper.participant, {
        fill: palette.soft,
        anchor: 'end',
        size: small,
      }),
      paper.scores.map((score, column) =>
        shade(score, matrix.tasks[column].max, left + column * cell, top(index), cell, row, palette),
      ),
      label(right + 44, top(index) + row / 2 + small * 0.36, formatNumber(paper.total, language), {
        fill: palette.ink,
        anchor: 'end',
        size: small,
      }),
      index === 0 || paper.mark !== matrix.papers[index - 1].mark
        ? label(right + 64, top(index) + row / 2 + small * 0.36, paper.mark === null ? t.noMark : t.mark(paper.mark), {
            fill: palette.soft,
            size: small,
          })
        : null,
    ),
  );
  return picture(
    width,
    end + FOOT + 8 + (legend.length - 1) * LEGEND_LINE,
    title,
    label(left - 8, HEAD - 10, t.task.toLowerCase(), { fill: palette.soft, anchor: 'end', size: small }),
    label(right + 44, HEAD - 10, t.total, { fill: palette.soft, anchor: 'end', size: SMALL }),
    columns,
    rows,
    stairs(matrix, left, cell, row, tops, palette),
    label(left - 8, end + 18, '%', { fill: palette.soft, anchor: 'end', size: SMALL }),
    legend.map((line, index) =>
      label(left, end + FOOT + index * LEGEND_LINE, line, { fill: palette.soft, size: SMALL }),
    ),
    active
      ? el('rect', {
          x: left + active.column * cell - 1,
          y: top(active.row) - 1,
          width: cell + 1,
          height: row + 1,
          fill: 'none',
          stroke: palette.ink,
          'stroke-width': 2.5,
        })
      : null,
  );
}

/** One cell: paper for nothing, ink for the maximum, hatched for what was not attempted, a dash for what was not asked. */
function shade(
  score: number,
  max: number,
  x: number,
  y: number,
  cell: number,
  row: number,
  palette: Drawing['palette'],
): SvgNode {
  const box = { x: x + 0.5, y: y + 0.5, width: cell - 1, height: row - 1 };
  if (score >= 0) {
    const share = Math.min(1, score / max);
    return el('rect', {
      ...box,
      fill: share === 0 ? 'none' : palette.ink,
      'fill-opacity': share === 0 ? undefined : 0.08 + 0.6 * share,
      stroke: palette.line,
    });
  }
  if (score === NOT_ATTEMPTED) {
    const lines: string[] = [];
    for (let at = 5; at < cell + row; at += 5) {
      const fromX = Math.min(at, cell - 1);
      const fromY = at - fromX;
      const toY = Math.min(at, row - 1);
      const toX = at - toY;
      if (fromY < row && toX < cell)
        lines.push(`M${round(x + fromX)} ${round(y + fromY)}L${round(x + toX)} ${round(y + toY)}`);
    }
    return el(
      'g',
      {},
      el('rect', { ...box, fill: 'none', stroke: palette.line }),
      el('path', { d: lines.join(''), stroke: palette.regionLine, 'stroke-width': 0.75 }),
    );
  }
  return el('path', { d: `M${round(x + cell / 2 - 3)} ${round(y + row / 2)}h6`, stroke: palette.regionLine });
}

/** Where the diagonal would run: how many of the easiest tasks, fully solved, make up the pupil's total. */
function stairs(
  matrix: OrderedMatrix,
  left: number,
  cell: number,
  row: number,
  tops: readonly number[],
  palette: Drawing['palette'],
): SvgNode {
  const steps = matrix.papers.map((paper, index) => {
    const x = round(left + reach(paper.total, matrix.tasks) * cell);
    const joined = index > 0 && tops[index] === tops[index - 1] + row;
    return `${joined ? `H${x}` : `M${x} ${tops[index]}`}V${tops[index] + row}`;
  });
  const d = steps.join('');
  return el(
    'g',
    { fill: 'none' },
    el('path', { d, stroke: palette.paper, 'stroke-width': 5 }),
    el('path', { d, stroke: palette.ink, 'stroke-width': 2 }),
  );
}

/** How many of the easiest tasks a total pays for in full, with the share of the next. */
function reach(total: number, tasks: readonly HeatmapTask[]): number {
  let rest = total;
  let paid = 0;
  for (const task of tasks) {
    if (rest < task.max) return paid + rest / task.max;
    rest -= task.max;
    paid += 1;
  }
  return paid;
}

/** A cell in words: «2 из 3 баллов», «не приступал». */
export function cellValue(score: number, max: number, language: Language): string {
  const t = text[language];
  if (score >= 0) return t.scored(score, max);
  return score === NOT_ATTEMPTED ? t.notAttempted : score === NOT_TAUGHT ? t.notTaught : t.noValue;
}

export function heatmapTable(matrix: OrderedMatrix, language: Language): ChartTable {
  const t = text[language];
  return {
    columns: [t.participant, ...matrix.tasks.map((task) => `${task.id} (${task.max})`), t.total, t.markShort],
    rows: matrix.papers.map((paper) => [
      paper.participant,
      ...paper.scores.map(short),
      formatNumber(paper.total, language),
      paper.mark === null ? DASH : String(paper.mark),
    ]),
  };
}

function short(score: number): string {
  if (score >= 0) return String(score);
  return score === NOT_ATTEMPTED ? 'X' : DASH;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
