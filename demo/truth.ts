/**
 * What is really so in the demo region: which class was manipulated and how, and what a reader must find in each file.
 * For tests only; the product never sees it.
 */
import type { Manipulation } from '#src/objectivity/validation/manipulations.ts';
import { type DemoFile, listsAbsent } from './files.ts';
import type { DemoClassResult, DemoPaper } from './results.ts';

/** What was done to one class in one work. */
export interface DemoTruth {
  readonly municipality: string;
  readonly school: string;
  /** Key of the work: «ru4». */
  readonly work: string;
  readonly grade: number;
  /** «4А». */
  readonly className: string;
  readonly manipulation: Manipulation | null;
  /** Dose, 0 for an honest class. */
  readonly strength: number;
}

export function truthOf(results: readonly DemoClassResult[]): DemoTruth[] {
  return results.map(({ municipality, school, work, grade, letter, plant }) => ({
    municipality: municipality.code,
    school: school.code,
    work: work.key,
    grade,
    className: `${grade}${letter}`,
    manipulation: plant?.manipulation ?? null,
    strength: plant?.strength ?? 0,
  }));
}

export interface ExpectedPaper {
  readonly result: DemoClassResult;
  readonly paper: DemoPaper;
}

/** The papers a reader must find in a file, in the order of the file. */
export function papersIn(file: DemoFile): ExpectedPaper[] {
  return file.results.flatMap((result) =>
    result.papers
      .filter((paper) => paper.status === 'present' || listsAbsent(file.format))
      .map((paper) => ({ result, paper })),
  );
}
