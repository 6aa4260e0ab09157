/** Says what is wrong with files of results. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { FileProblem } from '#src/results/exchange/read.ts';
import { placesOf, problemLines } from './problem-lines.ts';
import { analyzeText } from './text.ts';

/** A person mends the cause, not the hundredth row. */
const MOST_ERRORS = 100;
const MOST_WARNINGS = 20;

/** @param goesOn rows with errors are left out and the rest is used. */
export function linesOfProblems(problems: readonly FileProblem[], goesOn: boolean, language: Language): string[] {
  const t = analyzeText[language];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const heading = (goesOn ? t.skippedErrors : t.errors)(placesOf(errors));
  return [
    ...(errors.length > 0 ? [heading, ...problemLines(errors, language, MOST_ERRORS)] : []),
    ...(warnings.length > 0
      ? [t.warnings(placesOf(warnings)), ...problemLines(warnings, language, MOST_WARNINGS)]
      : []),
  ];
}

export function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}
