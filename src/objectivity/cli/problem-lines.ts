/** Problems of files as lines for a terminal: file, row, column, what was found, what is allowed, what to do. */
import { printable } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { FileProblem } from '#src/results/exchange/read.ts';
import { problemMessage } from '#src/results/text.ts';
import { analyzeText } from './text.ts';

/** How many places the problems stand for: some entries only count further places like the ones before. */
export function placesOf(problems: readonly FileProblem[]): number {
  return problems.reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** The first `most` problems and how many places the rest have. */
export function problemLines(problems: readonly FileProblem[], language: Language, most: number): string[] {
  const lines = problems.slice(0, most).map((problem) => `  ${printable(lineOf(problem, language))}`);
  const rest = placesOf(problems.slice(most));
  return rest === 0 ? lines : [...lines, `  ${analyzeText[language].more(rest)}`];
}

function lineOf(problem: FileProblem, language: Language): string {
  const { row, column, code, count, file } = problem;
  const { place } = analyzeText[language];
  const where = [file];
  if (count === undefined) {
    if (row !== null) where.push(`${place.row} ${row}`);
    // In the description of works the place is a path within JSON, not a column.
    if (column !== null) where.push(`${code === 'spec-invalid' ? place.part : place.column} ${column}`);
  }
  return `${where.join(', ')}: ${problemMessage(problem, language)}`;
}
