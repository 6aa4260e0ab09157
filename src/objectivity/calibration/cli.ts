/** `obektiv calibrate`: files of papers in, difficulties of tasks out; no database. docs/guide/calibrate.md describes it for people. */
import { realpath } from 'node:fs/promises';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { readExchange } from '#src/results/exchange/read.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { say, tellProblems } from '../cli/problems-of-files.ts';
import { analyzeText } from '../cli/text.ts';
import { calibrate } from './calibrate.ts';
import { type CalibrateOptions, readCalibrateOptions } from './cli-options.ts';
import { type CalibratedWork, calibrationsJson, calibrationsTable } from './cli-report.ts';
import { calibrateText } from './cli-text.ts';
import { refuseCalibrate } from './errors.ts';
import { calibrationTables } from './tables.ts';

/** @throws Refusal where the command line or a file cannot be used; problems inside files are told and make exit code 3. */
export async function calibrateFiles(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = calibrateText[language];
  const options = readCalibrateOptions(args);
  if (options === 'help' || options === 'version') {
    process.stdout.write(options === 'help' ? `${t.help}\n` : `obektiv ${ENGINE_VERSION}\n`);
    return EXIT.ok;
  }
  const refusals = await unreadable([...options.papers, options.spec]);
  if (refusals.length > 0) {
    say(refusals.map((refusal) => refusal.inLanguage(language)));
    return EXIT.file;
  }
  await checkOutput(options);

  showProgress(analyzeText[language].reading(options.papers.length));
  const reading = await readExchange({ papers: options.papers, spec: options.spec }, { keepParticipants: false });
  endProgress();
  if (!tellProblems(reading, options.skipBadRows, language)) return EXIT.data;

  showProgress(t.calibrating(reading.administrations.length));
  const works = reading.administrations.map(
    (administration): CalibratedWork => ({
      procedure: administration.procedure,
      subject: administration.subject,
      grade: administration.grade,
      calibration: calibrate(calibrationTables(administration)),
    }),
  );
  endProgress();
  const report = options.json ? calibrationsJson(ENGINE_VERSION, works) : calibrationsTable(works, language);
  await writePieces(report, options.out);
  return EXIT.ok;
}

async function checkOutput({ out, papers, spec }: CalibrateOptions): Promise<void> {
  if (out === null) return;
  const target = await realpath(out).catch(() => null);
  const sources = await Promise.all([...papers, spec].map((path) => realpath(path)));
  if (target !== null && sources.includes(target)) throw refuseCalibrate('outputIsInput', { path: out });
  await checkWritable(out);
}
