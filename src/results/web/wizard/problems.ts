import type { Problem } from '../../model.ts';
import type { ImportDetail, ImportPart, TablePart } from './steps.ts';

/** One cell with a problem, and the table of the file it stands in; null for the file as a whole. */
export interface PlacedProblem {
  readonly key: string;
  readonly problem: Problem;
  readonly part: ImportPart | TablePart | null;
}

/** Problems of one code: how many cells have it and how many of them are listed one by one. */
export interface ProblemKind {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly cells: number;
}

export interface ProblemList {
  /** What is said of a whole sheet or file: no row to point at. */
  readonly general: readonly PlacedProblem[];
  readonly cells: readonly PlacedProblem[];
  /** Errors first, then by number of cells. */
  readonly kinds: readonly ProblemKind[];
}

/** Everything that is wrong with a file, in one list; surplus entries («50 shown, 400 more») only count. */
export function problemsOf(file: Pick<ImportDetail, 'problems' | 'parts' | 'tables'>): ProblemList {
  const placed: PlacedProblem[] = [];
  const add = (problems: readonly Problem[], part: ImportPart | TablePart | null, prefix: string): void => {
    for (const [index, problem] of problems.entries()) placed.push({ key: `${prefix}-${index}`, problem, part });
  };
  add(file.problems, null, 'file');
  for (const part of [...file.parts, ...file.tables]) add(part.problems, part, `part-${part.id}`);

  const kinds = new Map<string, { code: string; severity: Problem['severity']; cells: number }>();
  for (const { problem } of placed) {
    const kind = kinds.get(problem.code) ?? { code: problem.code, severity: problem.severity, cells: 0 };
    kind.cells += problem.count ?? 1;
    kinds.set(problem.code, kind);
  }
  return {
    general: placed.filter(({ problem }) => problem.row === null && problem.count === undefined),
    cells: placed.filter(({ problem }) => problem.row !== null && problem.count === undefined),
    kinds: [...kinds.values()].sort(
      (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || b.cells - a.cells,
    ),
  };
}
