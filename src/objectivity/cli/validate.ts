/** `obektiv validate`: how good the engine is on regions of known truth, beside the rules of thumb and a supervised oracle. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import { tableLines } from '#src/platform/terminal/table.ts';
import { documentDrawing } from '#src/platform/ui/charts/drawing.ts';
import { toMarkup } from '#src/platform/ui/charts/svg.ts';
import { date } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { validationDocument } from '../validation/document.ts';
import { drawValidation } from '../validation/figure.ts';
import type { ValidationCell, ValidationReport } from '../validation/report.ts';
import { validate } from '../validation/run/validate.ts';
import {
  absenceWords,
  aucTable,
  decisionTable,
  honestTable,
  kindWords,
  ruleTable,
  type WordTable,
} from '../validation/tables.ts';
import { validationText } from '../validation/text.ts';
import { readValidateOptions, type ValidateOptions } from './validate-options.ts';
import { validateText } from './validate-text.ts';

/** @throws Refusal where the command line is not understood or the folder cannot be written to. */
export async function validateEngine(args: readonly string[], language: Language): Promise<ExitCode> {
  const options = readValidateOptions(args);
  if (options === 'help') {
    process.stdout.write(`${validateText[language].help}\n`);
    return EXIT.ok;
  }
  const { out } = options;
  if (out !== null) {
    await mkdir(out, { recursive: true });
    await checkWritable(join(out, 'validation.md'));
  }
  const stop = new AbortController();
  // Kept until the end: Ctrl+C while the files are written does not leave some of them old and some new.
  const onInterrupt = (): void => stop.abort();
  process.on('SIGINT', onInterrupt);
  try {
    const report = await runUnlessStopped(options, language, stop.signal);
    if (report === null) {
      process.stderr.write(`${validationText[language].stopped}\n`);
      return EXIT.unexpected;
    }
    await hand(report, options, language);
    return EXIT.ok;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}

async function hand(report: ValidationReport, { json, out }: ValidateOptions, language: Language): Promise<void> {
  await writePieces(json ? [jsonOf(report)] : reportLines(report, language), null);
  if (out !== null) {
    const files = filesOf(report, language);
    for (const [name, text] of files) await writePieces([text], join(out, name));
    process.stderr.write(`${validationText[language].written([...files.keys()].join(', '))}\n`);
  }
}

/** null after Ctrl+C: nothing has been written then. */
async function runUnlessStopped(
  options: ValidateOptions,
  language: Language,
  signal: AbortSignal,
): Promise<ValidationReport | null> {
  const t = validationText[language];
  try {
    showProgress(t.progress(0));
    const found = await validate({
      ...options,
      onProgress: (share) => showProgress(t.progress(share)),
      signal,
    });
    // What is printed and drawn is what is stored, to the last digit.
    return JSON.parse(jsonOf(found)) as ValidationReport;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    endProgress();
  }
}

function* reportLines(report: ValidationReport, language: Language): Generator<string> {
  const t = validationText[language];
  yield `${t.run(report.seeds, report.engineVersion, date(report.date, language))}\n`;
  yield `${t.region(report.schools, report.units, report.targets)}\n${t.interval}\n`;
  for (const cell of report.cells) {
    yield `\n${kindWords(cell, language)}\n\n`;
    yield* terminalTable(decisionTable(cell, language));
    yield '\n';
    yield* terminalTable(aucTable(cell, language));
    yield `\n${absenceWords(cell, language)}\n`;
  }
  if (report.honest.length > 0) {
    yield `\n${t.honestHeading}\n\n`;
    yield* terminalTable(honestTable(report, language));
  }
  const first = report.cells[0];
  if (first !== undefined) {
    yield `\n${t.singleHeading}: ${kindWords(first, language)}\n\n`;
    yield* terminalTable(ruleTable(first, language));
  }
  yield `\n${t.took(report.seconds, report.threads)}\n`;
}

function* terminalTable({ columns, rows }: WordTable): Generator<string> {
  const shaped = columns.map((title, column) => ({
    title,
    cell: (row: readonly string[]): string => row[column]!,
    align: column === 0 ? ('left' as const) : ('right' as const),
  }));
  for (const line of tableLines(shaped, rows)) yield `${line}\n`;
}

/** All files of a run by name; made before the first of them is written. */
function filesOf(report: ValidationReport, language: Language): Map<string, string> {
  const drawing = { ...documentDrawing, language };
  const figures = report.cells.filter((cell) => figureName(cell) !== null);
  return new Map([
    ['validation.json', jsonOf(report)],
    ...figures.map((cell): [string, string] => [
      figureName(cell)!,
      fileMarkup(toMarkup(drawValidation(cell, drawing))),
    ]),
    ['validation.md', validationDocument(report, language, figureName)],
  ]);
}

/** Full doses are drawn; the rest stands in the tables. */
function figureName({ regime, generator, strength }: ValidationCell): string | null {
  if (strength !== 1) return null;
  return `validation-${regime}${generator === 'second' ? '-second' : ''}.svg`;
}

/** A picture that stands alone has no page whose letters it could inherit, and no page behind it. */
function fileMarkup(markup: string): string {
  return `${markup.replace('font-family="inherit"', 'font-family="Golos Text, Arial, sans-serif" style="background:#ffffff"')}\n`;
}

function jsonOf(report: ValidationReport): string {
  return `${JSON.stringify(report, toFourDigits, 2)}\n`;
}

/** What is beyond four digits is noise, and a run repeated elsewhere gives the same text. */
function toFourDigits(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}
