/** Problems of files as lines for a terminal: file, row, column, what is wrong, what was found, what is allowed. */
import { printable } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { FileProblem } from '#src/results/exchange/read.ts';
import type { ProblemCode } from '#src/results/problems.ts';
import { problemMessage, problemTitle } from '#src/results/text.ts';
import { problemWords } from './problem-text.ts';

/** How many places the problems stand for: some entries only count further places like the ones before. */
export function placesOf(problems: readonly FileProblem[]): number {
  return problems.reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** The first `most` problems and how many places the rest have. */
export function problemLines(problems: readonly FileProblem[], language: Language, most: number): string[] {
  const lines = problems.slice(0, most).map((problem) => `  ${printable(lineOf(problem, language))}`);
  const rest = placesOf(problems.slice(most));
  return rest === 0 ? lines : [...lines, `  ${problemWords[language].more(rest)}`];
}

function lineOf(problem: FileProblem, language: Language): string {
  const { row, column, code, count, file } = problem;
  const t = problemWords[language];
  if (count !== undefined) return `${file}: ${t.further(count, problemTitle(code, language))}`;
  const where = [file];
  if (row !== null) where.push(`${t.row} ${row}`);
  // In the description of works the place is a path within JSON, not a column.
  if (column) where.push(`${code === 'spec-invalid' ? t.part : t.column} ${column}`);
  return `${where.join(', ')}: ${whatIsWrong(problem, language)}`;
}

/** Of these, what was found and what is allowed says everything; the advice of the site would repeat in each line. */
const OF_A_CELL: ReadonlySet<string> = new Set<ProblemCode>([
  'value-unknown',
  'score-above-maximum',
  'score-not-whole',
  'score-is-date',
  'mark-unknown',
  'journal-mark-unknown',
  'total-unknown',
  'grade-impossible',
  'row-shifted',
  'spec-invalid',
]);

function whatIsWrong(problem: FileProblem, language: Language): string {
  const t = problemWords[language];
  const { code, allowed } = problem;
  const found = problem.found ?? '';
  switch (code) {
    case 'file-empty':
      return t.empty;
    case 'no-papers':
      return t.noRows;
    case 'column-missing':
      return t.columnMissing(allowed ?? '');
    case 'not-exchange':
      return t.otherKind(t.kinds[found as keyof typeof t.kinds] ?? found);
    case 'no-scale':
      return t.noScale(found);
    default:
      if (code === 'spec-invalid' && allowed === 'JSON') return t.notJson;
      return OF_A_CELL.has(code)
        ? `${problemTitle(code, language)}; ${t.foundAllowed(found, allowed)}`
        : problemMessage(problem, language);
  }
}
