/**
 * Files of the exchange format on disk, read into one administration per procedure, subject and grade: for the engine and
 * the command line. Memory grows with the matrix of scores, not with the files.
 */
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Administration } from '#src/objectivity/engine/administration.ts';
import type { Refusal } from '#src/platform/errors.ts';
import { kindOf } from '#src/platform/files/kind.ts';
import { isTableRefusal, refuseTable } from '#src/platform/tables/errors.ts';
import type { Problem } from '../model.ts';
import { problem, ProblemLog } from '../problems.ts';
import { findColumns } from './columns.ts';
import { openCsvRecords } from './csv-records.ts';
import { refuseExchange } from './errors.ts';
import { PapersReading } from './papers.ts';
import { openParquetRecords } from './parquet-records.ts';
import type { PaperRecords } from './records.ts';
import type { PaperCounts } from './rows.ts';
import { readSpec } from './spec.ts';

export interface ExchangePaths {
  /** CSV or Parquet; which of them it is, the content tells. */
  readonly papers: string | readonly string[];
  readonly spec: string;
}

export interface ExchangeOptions {
  /** Codes of participants are needed only where a paper is shown. Default true. */
  readonly keepParticipants?: boolean;
}

/** A problem and the name of the file it is in. */
export type FileProblem = Problem & { readonly file: string };

export interface ExchangeReading extends Readonly<PaperCounts> {
  /** In the order of their first rows; a work without a single paper has none. */
  readonly administrations: readonly Administration[];
  readonly problems: readonly FileProblem[];
}

/**
 * Reads papers by their description. A bad file is not an exception: rows with an error are left out and counted in
 * `flawed`, and when a file as a whole or the description cannot be used, there are no administrations at all, since
 * results of half the files would look like results.
 *
 * @throws Refusal papersNotFound, specNotFound (errors.ts).
 */
export async function readExchange(paths: ExchangePaths, options: ExchangeOptions = {}): Promise<ExchangeReading> {
  const specName = basename(paths.spec);
  const files = typeof paths.papers === 'string' ? [paths.papers] : paths.papers;
  const kinds = await Promise.all(files.map(kindOfFile));
  const { spec, problems: specProblems } = readSpec(await specBytes(paths.spec));
  if (spec === null) return nothing(specProblems.map((each) => ({ ...each, file: specName })));

  const reading = new PapersReading(spec);
  const problems: FileProblem[] = [];
  let whole = true;
  for (const [index, path] of files.entries()) {
    const found = await readFileInto(reading, path, kinds[index]!, index);
    whole &&= found.whole;
    problems.push(...found.problems.map((each) => ({ ...each, file: basename(path) })));
  }
  if (!whole) return nothing(problems);
  problems.push(...repetitionsOf(reading, files));
  const { counts } = reading;
  if (counts.rows === 0) problems.push({ ...problem('no-papers', null), file: basename(files[0] ?? '') });
  const administrations = reading.collectors
    .map((collector) => collector.build(options.keepParticipants ?? true))
    .filter((administration) => administration !== null);
  return { administrations, problems, ...counts };
}

function nothing(problems: readonly FileProblem[]): ExchangeReading {
  return { administrations: [], problems, rows: 0, papers: 0, absent: 0, flawed: 0 };
}

async function specBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw refuseExchange('specNotFound', { path });
  }
}

async function kindOfFile(path: string): Promise<ReturnType<typeof kindOf>> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      return kindOf(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    throw refuseExchange('papersNotFound', { path });
  }
}

interface FileOutcome {
  /** false: the file could not be read to its end, or not at all. */
  readonly whole: boolean;
  readonly problems: readonly Problem[];
}

async function readFileInto(
  reading: PapersReading,
  path: string,
  kind: ReturnType<typeof kindOf>,
  index: number,
): Promise<FileOutcome> {
  if (kind !== 'text' && kind !== 'parquet' && kind !== 'empty') {
    return { whole: false, problems: [problem('not-exchange', null, { found: kind, allowed: 'CSV, Parquet' })] };
  }
  try {
    if (kind === 'empty') throw refuseTable('file-empty');
    if (kind === 'text') return await readRecordsInto(reading, await openCsvRecords(path), index);
    const records = await openParquetRecords(path);
    try {
      return await readRecordsInto(reading, records, index);
    } finally {
      await records.close();
    }
  } catch (error) {
    if (!isTableRefusal(error)) throw error;
    return { whole: false, problems: [refusalProblem(error)] };
  }
}

async function readRecordsInto(reading: PapersReading, records: PaperRecords, index: number): Promise<FileOutcome> {
  const columns = findColumns(records.headers);
  if (columns.problems.length > 0) return { whole: false, problems: columns.problems };
  return { whole: true, problems: await reading.take(records, columns, index) };
}

function refusalProblem({ code, details: { row, found, allowed } }: Refusal): Problem {
  return {
    severity: 'error',
    code,
    sheet: null,
    row: typeof row === 'number' ? row : null,
    column: null,
    found: found === undefined ? null : String(found),
    allowed: allowed === undefined ? null : String(allowed),
  };
}

/** Takes repeated codes out of the papers and says where they stand. */
function repetitionsOf(reading: PapersReading, files: readonly string[]): FileProblem[] {
  const logs = files.map(() => new ProblemLog(null));
  for (const collector of reading.collectors) {
    for (const { file, row, participant, otherFile, otherRow, same, absent } of collector.leaveOutRepetitions()) {
      reading.counts.flawed += 1;
      if (absent) reading.counts.absent -= 1;
      else reading.counts.papers -= 1;
      const code = same ? 'repeated-row' : 'duplicate-participant';
      const other = otherFile === file ? String(otherRow) : `${otherRow} (${basename(files[otherFile]!)})`;
      logs[file]!.add(code, { row, column: 'participant', found: participant, allowed: other });
    }
  }
  return logs.flatMap((log, index) => log.list().map((each) => ({ ...each, file: basename(files[index]!) })));
}
