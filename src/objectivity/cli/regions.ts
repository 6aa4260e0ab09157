/** `obektiv analyze` over many regions: counts by region, or all units as JSON lines, written while they are computed. */
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { writePieces } from '#src/platform/terminal/output.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import { printable, type TableColumn, tableLines } from '#src/platform/terminal/table.ts';
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { type CountrySource, partitionsOf } from '../country/partitions.ts';
import { analyzeRegions, type RegionResult } from '../country/regions.ts';
import { addSummaries, type LevelSummary, type RegionSummary } from '../country/summary.ts';
import type { AnalyzeOptions } from './options.ts';
import { linesOfProblems, say } from './problems-of-files.ts';
import { regionText } from './region-text.ts';
import { analyzeText } from './text.ts';

/** @throws Refusal where a file cannot be used at all; problems inside files are told and make exit code 3. */
export async function analyzeByRegion(options: AnalyzeOptions, language: Language): Promise<ExitCode> {
  const { papers, spec, rate, json, summary, level, skipBadRows, threads, out } = options;
  const source: CountrySource =
    spec === null ? { kind: 'packed', path: papers[0]! } : { kind: 'exchange', files: papers, spec };
  const all = partitionsOf(source).length;
  const lines = json && !summary;
  const summaries: RegionSummary[] = [];
  let read = 0;
  let unusable = 0;
  const t = regionText[language];
  showProgress(t.progress(0, all, 0));
  async function* results(): AsyncGenerator<RegionResult> {
    for await (const result of analyzeRegions({ source, rate, lines, level, skipBadRows }, threads)) {
      const problems = linesOfProblems(result.problems, result.usable, language);
      endProgress();
      if (problems.length > 0) say([t.inRegion(printable(result.region)), ...problems]);
      if (result.flawed > 0 && result.usable) say([analyzeText[language].skipped(result.flawed, result.rows)]);
      if (result.usable) summaries.push(result.summary);
      else unusable += 1;
      read += result.summary.papers;
      showProgress(t.progress(summaries.length + unusable, all, read));
      yield result;
    }
    endProgress();
  }
  async function* report(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const result of results()) if (lines) yield decoder.decode(result.lines);
    if (lines) return;
    const total = addSummaries(t.total, summaries);
    if (json) yield `${JSON.stringify({ engineVersion: ENGINE_VERSION, rate, regions: summaries, total }, null, 1)}\n`;
    else yield* summaryTable(summaries, total, language);
  }
  await writePieces(report(), out);
  if (unusable === 0) return EXIT.ok;
  say([t.notComputed(unusable)]);
  return EXIT.data;
}

function* summaryTable(
  summaries: readonly RegionSummary[],
  total: RegionSummary,
  language: Language,
): Generator<string> {
  const t = regionText[language];
  const figure = (value: number): string => formatNumber(value, language);
  const share = ({ signalled, looked }: LevelSummary): string => t.ofThem(signalled, looked);
  const columns: TableColumn<RegionSummary>[] = [
    { title: t.region, cell: ({ region }) => region },
    { title: t.works, align: 'right', cell: ({ works }) => figure(works) },
    { title: t.papers, align: 'right', cell: ({ papers }) => figure(papers) },
    { title: t.absent, align: 'right', cell: ({ absent }) => figure(absent) },
    { title: t.municipalities, align: 'right', cell: ({ levels }) => share(levels.municipality) },
    { title: t.schools, align: 'right', cell: ({ levels }) => share(levels.school) },
    { title: t.classes, align: 'right', cell: ({ levels }) => share(levels.class) },
  ];
  for (const line of tableLines(columns, [...summaries, total])) yield `${line}\n`;
  yield `\n${t.note}\n${analyzeText[language].notVerdict}\n`;
}
