/** Administrations small enough to check by hand, for the tests of this folder. */
import type { MarkThresholds, Task, TaskLevel } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';

export interface SmallPaper {
  readonly school: string;
  /** Default «5А». */
  readonly className?: string;
  readonly scores: readonly number[];
  readonly journalMark?: number;
}

export interface SmallWork {
  readonly procedure?: string;
  readonly subject?: string;
  readonly grade?: number;
  /** Maxima of the tasks, points. */
  readonly maxima: readonly number[];
  readonly levels?: readonly (TaskLevel | undefined)[];
  readonly thresholds?: MarkThresholds | null;
}

/** All schools stand in one municipality, «Озёрный район». */
export function smallAdministration(work: SmallWork, papers: readonly SmallPaper[]): Administration {
  const tasks = work.maxima.map((max, index): Task => {
    const level = work.levels?.[index];
    return { id: String(index + 1), max, response: 'short', ...(level === undefined ? {} : { level }) };
  });
  const builder = new AdministrationBuilder({
    procedure: work.procedure ?? 'ВПР 2026',
    subject: work.subject ?? 'Математика',
    grade: work.grade ?? 5,
    tasks,
    thresholds: work.thresholds ?? null,
  });
  for (const [index, { school, className, scores, journalMark }] of papers.entries()) {
    builder.add({
      municipality: 'Озёрный район',
      school,
      className: className ?? '5А',
      teacher: null,
      participant: String(index),
      variant: null,
      journalMark: journalMark ?? null,
      scores,
    });
  }
  return builder.build();
}

/** Papers of one school in a work of one task: nothing but totals. */
export function totalsOf(school: string, totals: readonly number[]): SmallPaper[] {
  return totals.map((total) => ({ school, scores: [total] }));
}
