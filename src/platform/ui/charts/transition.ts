import { formatNumber } from '../format.ts';
import type { Language } from '../i18n.ts';
import { label, picture, type ChartTable, type Drawing } from './drawing.ts';
import { el, type SvgNode } from './svg.ts';
import { text } from './text.ts';

/** Papers by journal mark (rows 2..5) and mark for the work (columns 2..5). */
export type TransitionData = readonly (readonly number[])[];

const CELL = { width: 76, height: 44 };
const LEFT = 104;
const TOP = 56;
const MARKS = [5, 4, 3, 2] as const;
const COLUMNS = [2, 3, 4, 5] as const;

/** Marks of the journal against marks for the work; equal marks lie on the outlined diagonal. */
export function drawTransition(data: TransitionData, title: string, { width, language, palette }: Drawing): SvgNode {
  const t = text[language];
  const largest = Math.max(1, ...data.flat());
  const n = data.flat().reduce((total, value) => total + value, 0);
  const right = LEFT + CELL.width * 4;
  const bottom = TOP + CELL.height * 4;
  const cells = MARKS.map((journal, row) =>
    COLUMNS.map((work, column) => {
      const papers = data[journal - 2][work - 2];
      const share = papers / largest;
      const x = LEFT + column * CELL.width;
      const y = TOP + row * CELL.height;
      return el(
        'g',
        {},
        el('rect', {
          x: x + 1,
          y: y + 1,
          width: CELL.width - 2,
          height: CELL.height - 2,
          fill: papers ? palette.ink : 'none',
          'fill-opacity': papers ? 0.06 + 0.26 * share : undefined,
          stroke: journal === work ? palette.ink : palette.line,
          'stroke-width': journal === work ? 1.5 : 1,
        }),
        label(x + CELL.width / 2, y + CELL.height / 2 + 5, papers ? formatNumber(papers, language) : '—', {
          fill: papers ? palette.ink : palette.soft,
          anchor: 'middle',
          size: 15,
        }),
      );
    }),
  );
  const rowSums = MARKS.map((journal, row) =>
    el(
      'g',
      {},
      label(LEFT - 12, TOP + row * CELL.height + CELL.height / 2 + 5, String(journal), {
        fill: palette.ink,
        anchor: 'end',
        size: 15,
      }),
      label(right + 40, TOP + row * CELL.height + CELL.height / 2 + 5, formatNumber(sum(data[journal - 2]), language), {
        fill: palette.soft,
        anchor: 'end',
      }),
    ),
  );
  const columnSums = COLUMNS.map((work, column) => {
    const middle = LEFT + column * CELL.width + CELL.width / 2;
    return el(
      'g',
      {},
      label(middle, TOP - 8, String(work), { fill: palette.ink, anchor: 'middle', size: 15 }),
      label(middle, bottom + 18, formatNumber(sum(data.map((row) => row[work - 2])), language), {
        fill: palette.soft,
        anchor: 'middle',
      }),
    );
  });
  return picture(
    width,
    bottom + 28,
    title,
    label(LEFT, 18, t.work, { fill: palette.soft }),
    label(0, TOP - 8, t.journal, { fill: palette.soft }),
    label(right + 40, TOP - 8, t.all.toLowerCase(), { fill: palette.soft, anchor: 'end' }),
    label(right + 40, 18, t.n(n), { fill: palette.soft, anchor: 'end' }),
    cells.flat(),
    rowSums,
    columnSums,
    label(0, bottom + 18, t.all.toLowerCase(), { fill: palette.soft }),
  );
}

export function transitionTable(data: TransitionData, language: Language): ChartTable {
  const t = text[language];
  return {
    columns: [t.journal, ...COLUMNS.map((mark) => t.workMark(mark)), t.all],
    rows: MARKS.map((journal) => [
      String(journal),
      ...COLUMNS.map((work) => formatNumber(data[journal - 2][work - 2], language)),
      formatNumber(sum(data[journal - 2]), language),
    ]),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
