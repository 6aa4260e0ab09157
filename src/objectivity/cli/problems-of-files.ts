/** Says what is wrong with files of results. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { ExchangeReading, FileProblem } from '#src/results/exchange/read.ts';
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

/**
 * Says what is wrong with the files, then `more`.
 * @returns whether there is something to compute that the person agreed to.
 */
export function tellProblems(
  { problems, administrations, flawed, rows }: ExchangeReading,
  skipBadRows: boolean,
  language: Language,
  more: readonly string[] = [],
): boolean {
  const t = analyzeText[language];
  const usable = administrations.length > 0;
  const goesOn = usable && (skipBadRows || problems.every(({ severity }) => severity !== 'error'));
  say([...linesOfProblems(problems, goesOn, language), ...more]);
  if (!goesOn) say(usable ? [t.nothingComputed, t.orSkip] : [t.nothingComputed]);
  else if (flawed > 0) say([t.skipped(flawed, rows)]);
  return goesOn;
}

export function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}
