/** `obektiv boundary`: a histogram or papers in, one verdict per boundary out. docs/guide/boundary.md describes it for people. */
import { basename } from 'node:path';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { readExchange } from '#src/results/exchange/read.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { problemLines } from '../cli/problem-lines.ts';
import type { Administration } from '../engine/administration.ts';
import { againstReference } from './against-reference.ts';
import { refuseBoundary } from './errors.ts';
import { readHistogram } from './histogram-file.ts';
import { modelDistribution } from './model-distribution.ts';
import { type BoundaryCommand, readBoundaryOptions } from './options.ts';
import { boundaryJson, boundaryTable, type HistogramReport } from './report.ts';
import { boundaryText } from './text.ts';
import { boundaryVerdicts, findBoundaries } from './verdict.ts';

const MOST_PROBLEMS = 50;

interface NamedHistogram {
  readonly title: string;
  readonly counts: Int32Array;
  /** Boundaries of the work's own scale; null where it has none. */
  readonly scale: readonly number[] | null;
  /** Computed when it is asked for; null where there are no tasks. */
  readonly model: (() => Int32Array | null) | null;
}

/** @throws Refusal where the command line or a file cannot be used. */
export async function boundaryFiles(args: readonly string[], language: Language): Promise<ExitCode> {
  const command = readBoundaryOptions(args);
  if (command === 'help') {
    process.stdout.write(`${boundaryText[language].help}\n`);
    return EXIT.ok;
  }
  const paths = [...command.files, command.spec, command.reference].filter((path) => path !== null);
  const refusals = await unreadable(paths);
  if (refusals.length > 0) {
    process.stderr.write(`${refusals.map((refusal) => refusal.inLanguage(language)).join('\n')}\n`);
    return EXIT.file;
  }
  if (command.out !== null) await checkWritable(command.out);
  const histograms = await readHistograms(command, language);
  if (histograms === null) return EXIT.data;
  const reference = command.reference === null ? null : await readHistogram(command.reference);
  const reports = histograms.map((histogram) => reportOn(histogram, command, reference));
  const answer = command.json
    ? [boundaryJson(reports, ENGINE_VERSION, command.curvature)]
    : boundaryTable(reports, language);
  await writePieces(answer, command.out);
  return EXIT.ok;
}

/** null: the files have errors, and they have been told. */
async function readHistograms(command: BoundaryCommand, language: Language): Promise<NamedHistogram[] | null> {
  const { files, spec } = command;
  if (spec === null) {
    return [{ title: basename(files[0]!), counts: await readHistogram(files[0]!), scale: null, model: null }];
  }
  const reading = await readExchange({ papers: files, spec }, { keepParticipants: false });
  const errors = reading.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) process.stderr.write(`${problemLines(errors, language, MOST_PROBLEMS).join('\n')}\n`);
  return errors.length > 0 ? null : reading.administrations.map(histogramOf);
}

function histogramOf(administration: Administration): NamedHistogram {
  const { procedure, subject, grade, tasks, totals, thresholds } = administration;
  const counts = new Int32Array(tasks.reduce((sum, { max }) => sum + max, 0) + 1);
  for (const total of totals) counts[total]! += 1;
  const scale = thresholds === null ? null : [thresholds[3], thresholds[4], thresholds[5]];
  const model = (): Int32Array | null => modelDistribution(administration);
  return { title: `${procedure}, ${subject}, ${grade}`, counts, scale, model };
}

function reportOn(
  { title, counts, scale, model }: NamedHistogram,
  command: BoundaryCommand,
  reference: Int32Array | null,
): HistogramReport {
  const { curvature } = command;
  const most = counts.length - 2;
  const outside = command.cuts?.find((cut) => cut > most);
  if (outside !== undefined) throw refuseBoundary('cutOutside', { cut: outside, most });
  const cuts = command.cuts ?? scale;
  const verdicts =
    cuts === null ? findBoundaries(counts, { curvature }) : boundaryVerdicts(counts, cuts, { curvature });
  const compared = cuts ?? verdicts.map(({ cut }) => cut);
  const expected = command.model ? (model?.() ?? null) : null;
  return {
    title,
    counts,
    given: cuts !== null,
    verdicts,
    against:
      reference === null ? null : againstReference(counts, sameLength(reference, counts, command.reference!), compared),
    model: expected === null ? null : againstReference(counts, expected, compared),
  };
}

/** A reference may lack the highest scores, which nobody reached; it may not have higher ones. */
function sameLength(reference: Int32Array, counts: Int32Array, path: string): Int32Array {
  if (reference.length > counts.length) {
    throw refuseBoundary('referenceDiffers', { path, found: reference.length - 1, most: counts.length - 1 });
  }
  const padded = new Int32Array(counts.length);
  padded.set(reference);
  return padded;
}
