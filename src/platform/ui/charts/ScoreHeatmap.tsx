import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useLanguage, useText } from '../language.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './ChartFigure.module.css';
import {
  cellValue,
  drawHeatmap,
  guttmanOrder,
  heatmapLayout,
  heatmapLeast,
  heatmapTable,
  type HeatmapData,
  type OrderedMatrix,
} from './heatmap.ts';
import { screenPalette } from './palette.ts';
import { Picture } from './Picture.tsx';
import { text } from './text.ts';

export interface ScoreHeatmapProps extends HeatmapData {
  /** The finding in words. */
  readonly title: string;
  readonly note?: string;
  /** Level of the title among the headings of the page. */
  readonly level?: 2 | 3;
}

/** Pupils by tasks, both in order of success; the pointer or the arrow keys tell the score of a cell. */
export function ScoreHeatmap({ title, note, level, tasks, papers, difficulty, named }: ScoreHeatmapProps) {
  const { language } = useLanguage();
  const matrix = useMemo(() => guttmanOrder({ tasks, papers, difficulty, named }), [tasks, papers, difficulty, named]);
  return (
    <ChartFigure
      title={title}
      note={note}
      level={level}
      table={heatmapTable(matrix, language)}
      least={heatmapLeast(matrix)}
    >
      {(width) => <Grid matrix={matrix} title={title} width={width} />}
    </ChartFigure>
  );
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function Grid({
  matrix,
  title,
  width,
}: {
  readonly matrix: OrderedMatrix;
  readonly title: string;
  readonly width: number;
}) {
  const t = useText(text);
  const { language } = useLanguage();
  const [cell, setCell] = useState<Cell | null>(null);
  const layout = heatmapLayout(matrix, width);

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left - layout.left) / layout.cell);
    const y = event.clientY - box.top;
    const row = layout.tops.findIndex((top) => y >= top && y < top + layout.row);
    setCell(row >= 0 && column >= 0 && column < matrix.tasks.length ? { row, column } : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const from = cell ?? { row: -step.row, column: -step.column };
    setCell({
      row: Math.min(matrix.papers.length - 1, Math.max(0, from.row + step.row)),
      column: Math.min(matrix.tasks.length - 1, Math.max(0, from.column + step.column)),
    });
  };
  const said = cell ? describe(matrix, cell, language) : t.heatmapHint;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see the keys below */}
      <div
        role="application"
        aria-label={`${title}. ${t.heatmapHint}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys walk the cells, and what they reach is said below
        tabIndex={0}
        className={styles.grid}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setCell(null)}
        onKeyDown={onKeyDown}
        onBlur={() => setCell(null)}
      >
        <Picture node={drawHeatmap(matrix, title, { width, language, palette: screenPalette }, cell)} />
      </div>
      <output className={styles.value}>{said}</output>
    </>
  );
}

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function describe(matrix: OrderedMatrix, cell: Cell, language: 'ru' | 'en'): string {
  const paper = matrix.papers[cell.row];
  const task = matrix.tasks[cell.column];
  return text[language].cell(paper.participant, task.id, cellValue(paper.scores[cell.column], task.max, language));
}
