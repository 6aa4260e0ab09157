/**
 * What a unit's own papers and the reference's integer tables give without the papers of other schools: counts, means, and what
 * such totals lead one to expect. Probabilities need the spread between other units and are not among them. Pure.
 */
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import type { MarkerResult } from '../model.ts';
import { expectationsOf, type ReferenceTables } from '../rereading/reference-tables.ts';

export interface UnitFigure {
  readonly path: string;
  readonly stored: number;
  readonly computed: number;
}

export interface UnitFigures {
  readonly figures: readonly UnitFigure[];
  /** Papers in groups too small for the tables: what is expected of them is not known here. */
  readonly notCompared: number;
}

const WINDOW = 2;

/** Figures of the stored markers that can be recomputed, beside what comes out. */
export function unitFigures(
  unit: Administration,
  tables: ReferenceTables,
  markers: readonly MarkerResult[],
): UnitFigures {
  const { tasks, size, scores, totals, journalMarks, variants } = unit;
  const expectations = expectationsOf(tables);
  const expected = Array.from({ length: size }, (_, paper) => {
    const row = scores.subarray(paper * tasks.length, (paper + 1) * tasks.length);
    const complete = row.every((score) => score >= NOT_ATTEMPTED);
    const variant = unit.variantNames?.[variants[paper]!] ?? '';
    return complete ? expectations.scores(variant, totals[paper]!) : null;
  });
  const notCompared = expected.filter((each) => each === null).length;
  const figures: UnitFigure[] = [];
  for (const marker of markers) {
    if (marker.kind !== 'computed') continue;
    for (const { id, observed, expected: stored } of marker.details.tasks ?? []) {
      const task = tasks.findIndex((each) => each.id === id);
      figures.push({ path: `${marker.id}.${id}.observed`, stored: observed, computed: meanScore(unit, task) });
      if (notCompared > 0) continue;
      const sum = expected.reduce((total, means) => total + means![task]!, 0);
      figures.push({ path: `${marker.id}.${id}.expected`, stored, computed: sum / size });
    }
    for (const { score, below, above } of marker.details.boundaries ?? []) {
      const within = (from: number, to: number): number => totals.filter((total) => total >= from && total < to).length;
      figures.push(
        { path: `${marker.id}.${score}.below`, stored: below, computed: within(score - WINDOW, score) },
        { path: `${marker.id}.${score}.above`, stored: above, computed: within(score, score + WINDOW) },
      );
    }
    const mean = marker.details.figures?.meanJournalMark;
    if (mean !== undefined) {
      const marked = journalMarks.filter((mark) => mark > 0);
      const computed = marked.reduce((sum, mark) => sum + mark, 0) / marked.length;
      figures.push({ path: `${marker.id}.meanJournalMark`, stored: mean, computed });
    }
  }
  return { figures, notCompared };
}

function meanScore({ tasks, size, scores }: Administration, task: number): number {
  let sum = 0;
  for (let paper = 0; paper < size; paper++) sum += Math.max(0, scores[paper * tasks.length + task]!);
  return sum / size;
}
