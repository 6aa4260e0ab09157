/** `obektiv analyze`: files of papers in, signs out; no database. docs/guide/analyze.md describes it for people. */
import { readFile, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import { printable } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type ExchangeReading, readExchange } from '#src/results/exchange/read.ts';
import { readSpec, workKey } from '#src/results/exchange/spec.ts';
import { ENGINE_VERSION } from './analysis/version.ts';
import { analyzeAgainst, procedureKey } from './cli/by-procedure.ts';
import { refuseAnalyze } from './cli/errors.ts';
import { analyzeByRegion } from './cli/regions.ts';
import { type AnalyzeOptions, readAnalyzeOptions } from './cli/options.ts';
import { inOrder } from './cli/order.ts';
import { say, tellProblems } from './cli/problems-of-files.ts';
import { analyzeText } from './cli/text.ts';
import { unitsJson } from './cli/units-json.ts';
import { unitsTable } from './cli/units-table.ts';
import { loadPartition, partitionsOf } from './country/partitions.ts';
import type { Administration } from './engine/administration.ts';
import { freezeReference, LEVELS } from './engine/analyze.ts';
import type { FrozenReference } from './engine/frozen-reference.ts';
import type { RegionResult } from './engine/region-result.ts';
import { readReference, writeReference } from './cli/reference-file.ts';
import { refuseSidecar } from './sidecar/errors.ts';

/** @throws Refusal where the command line or a file cannot be used; problems inside files are told and make exit code 3. */
export async function analyzeFiles(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = analyzeText[language];
  const options = readAnalyzeOptions(args);
  if (options === 'help' || options === 'version') {
    process.stdout.write(options === 'help' ? `${t.help}\n` : `obektiv ${ENGINE_VERSION}\n`);
    return EXIT.ok;
  }
  const refusals = await unreadable(sourcesOf(options));
  if (refusals.length > 0) {
    say(refusals.map((refusal) => refusal.inLanguage(language)));
    return EXIT.file;
  }
  await checkOutput(options);
  if (isOfRegions(options)) return analyzeByRegion(options, language);

  const reference = options.reference === null ? null : await readReference(options.reference);
  showProgress(t.reading(options.papers.length));
  const reading = await read(options);
  endProgress();
  const missing = await missingWorks(reading, options, language);
  if (!tellProblems(reading, options.skipBadRows, language, missing)) return EXIT.data;

  showProgress(t.computing(reading.papers));
  const found = await analyzeAgainst(reading.administrations, options.rate, reference, options.threads);
  const units = inOrder(found.units).filter(({ level }) => options.level === null || level === options.level);
  const report = options.json
    ? unitsJson({ ...headOf(reading.administrations, options.rate), ...regionsOf(reference, found.regions) }, units)
    : unitsTable(
        {
          units,
          levels: options.level === null ? LEVELS : [options.level],
          all: options.all,
          rate: options.rate,
          papers: reading.papers,
          absent: reading.absent,
        },
        language,
      );
  endProgress();
  await writePieces(report, options.out);
  if (reference !== null) say(linesOfRegions(found.regions, language));
  if (options.freeze !== null) {
    const label = { name: basename(options.freeze), madeAt: new Date().toISOString().slice(0, 10) };
    const frozen = freezeReference(reading.administrations, { ...label, engineVersion: ENGINE_VERSION });
    await writeReference(options.freeze, frozen);
    say([t.frozen(options.freeze)]);
  }
  return EXIT.ok;
}

/** A packed file reads like one of the exchange format in which nothing is wrong. */
async function read({ papers, spec }: AnalyzeOptions): Promise<ExchangeReading> {
  if (spec !== null) return readExchange({ papers, spec }, { keepParticipants: false });
  const source = { kind: 'packed', path: papers[0]! } as const;
  const [partition] = partitionsOf(source);
  if (partition === undefined) throw refuseSidecar('packedDamaged', { path: source.path });
  return { ...(await loadPartition(source, partition)), papers: partition.papers };
}

/** Whether there are several regions, or only counts are wanted. */
function isOfRegions({ papers, regions, summary, spec }: AnalyzeOptions): boolean {
  return regions || summary || (spec === null && partitionsOf({ kind: 'packed', path: papers[0]! }).length > 1);
}

async function checkOutput(options: AnalyzeOptions): Promise<void> {
  const sources = await Promise.all(sourcesOf(options).map((path) => realpath(path)));
  for (const out of [options.out, options.freeze]) {
    if (out === null) continue;
    const target = await realpath(out).catch(() => null);
    if (target !== null && sources.includes(target)) throw refuseAnalyze('outputIsInput', { path: out });
    await checkWritable(out);
  }
}

function sourcesOf({ papers, spec, reference }: AnalyzeOptions): string[] {
  return [...papers, ...[spec, reference].filter((path) => path !== null)];
}

/** What the head of the JSON says of the reference; `null` where everything is estimated from these papers alone. */
function regionsOf(reference: FrozenReference | null, regions: readonly RegionResult[]) {
  if (reference === null) return { reference: null, regions };
  const { name, madeAt, engineVersion, units, papers } = reference;
  return { reference: { name, madeAt, engineVersion, units, papers }, regions };
}

function linesOfRegions(regions: readonly RegionResult[], language: Language): string[] {
  const t = analyzeText[language];
  return regions.map((region) => {
    const work = printable(`${region.subject}, ${region.grade}`);
    if (region.kind === 'notCompared') return t.regionOtherWork(work);
    const reference = printable(region.reference);
    if (region.above.length === 0) return t.regionClear(work, reference);
    return t.regionAbove(work, reference, region.above.map((each) => t.comparisons[each]).join(', '));
  });
}

function headOf(administrations: readonly Administration[], rate: number) {
  const procedures = new Map(administrations.map(({ procedure }) => [procedureKey(procedure), procedure]));
  const [only] = procedures.values();
  return { engineVersion: ENGINE_VERSION, procedure: procedures.size === 1 ? only! : null, rate };
}

/** Works that are described and that no paper is of; said where something can be computed, or nothing else is wrong. */
async function missingWorks(reading: ExchangeReading, { spec }: AnalyzeOptions, language: Language): Promise<string[]> {
  const { problems, administrations } = reading;
  const worthSaying = administrations.length > 0 || problems.every(({ severity }) => severity !== 'error');
  return spec !== null && worthSaying ? worksWithoutPapers(reading, spec, language) : [];
}

async function worksWithoutPapers({ administrations }: ExchangeReading, path: string, language: Language) {
  const { spec } = readSpec(await readFile(path));
  const found = new Set(administrations.map(({ subject, grade }) => workKey(subject, grade)));
  return (spec?.works ?? [])
    .filter(({ subject, grade }) => !found.has(workKey(subject, grade)))
    .map(({ subject, grade }) => printable(analyzeText[language].workWithoutPapers(subject, grade)));
}
