/** `obektiv pack`: files of the exchange format, checked, into one packed file. */
import { stat } from 'node:fs/promises';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { checkWritable } from '#src/platform/terminal/output.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type FileProblem, readExchange } from '#src/results/exchange/read.ts';
import type { LoadedPartition, Partition } from '../country/partitions.ts';
import { partitionsOf } from '../country/partitions.ts';
import { onThreads } from '../threads/in-order.ts';
import { SidecarWriter } from '../sidecar/write.ts';
import { refuseAnalyze } from './errors.ts';
import { isPacked, readThreads } from './options.ts';
import { linesOfProblems, say } from './problems-of-files.ts';
import { regionText } from './region-text.ts';

interface PackOptions {
  readonly papers: readonly string[];
  readonly spec: string;
  readonly out: string;
  readonly regions: boolean;
  readonly skipBadRows: boolean;
  readonly threads: number;
}

const SHAPES = {
  spec: { type: 'string' },
  out: { type: 'string' },
  regions: { type: 'boolean' },
  'skip-bad-rows': { type: 'boolean' },
  threads: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

function readPackOptions(args: readonly string[]): PackOptions | 'help' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (words.length === 0) throw refuseAnalyze('papersNotNamed');
  const [spec, out] = [value('spec'), value('out')];
  if (spec === undefined) throw refuseAnalyze('specNotNamed');
  if (out === undefined) throw refuseAnalyze('outNotNamed');
  if (!isPacked(out)) throw refuseAnalyze('outNotPacked');
  const threads = readThreads(value('threads'));
  return { papers: words, spec, out, regions: given('regions'), skipBadRows: given('skip-bad-rows'), threads };
}

/** @throws Refusal where the command line or a file cannot be used; problems inside files are told and make exit code 3. */
export async function packFiles(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = regionText[language];
  const options = readPackOptions(args);
  if (options === 'help') {
    process.stdout.write(`${t.packHelp}\n`);
    return EXIT.ok;
  }
  const refusals = await unreadable([...options.papers, options.spec]);
  if (refusals.length > 0) {
    say(refusals.map((refusal) => refusal.inLanguage(language)));
    return EXIT.file;
  }
  await checkWritable(options.out);
  const writer = new SidecarWriter(options.out);
  const packed = await packInto(writer, options, language).catch((error: unknown) => {
    writer.abandon();
    throw error;
  });
  endProgress();
  if (packed === null) {
    writer.abandon();
    say([t.nothingPacked]);
    return EXIT.data;
  }
  writer.finish();
  const { size } = await stat(options.out);
  say([t.packed(packed.works, packed.papers, formatNumber(Math.ceil(size / 1e6), language))]);
  return EXIT.ok;
}

/** @returns null when rows with errors are not to be left out, or nothing is left. */
async function packInto(
  writer: SidecarWriter,
  options: PackOptions,
  language: Language,
): Promise<{ works: number; papers: number } | null> {
  const { papers: files, regions, skipBadRows } = options;
  const t = regionText[language];
  let works = 0;
  let papers = 0;
  let done = 0;
  let refused = false;
  const all = regions ? files.length : 1;
  showProgress(t.progress(0, all, 0));
  for await (const { region, administrations, problems } of partsOf(options)) {
    const usable = administrations.length > 0 && (skipBadRows || !hasErrors(problems));
    const lines = linesOfProblems(problems, usable, language);
    endProgress();
    if (lines.length > 0) say(regions ? [t.inRegion(region), ...lines] : lines);
    refused ||= !usable;
    for (const administration of refused ? [] : administrations) {
      writer.add(administration, region);
      works += 1;
      papers += administration.size;
    }
    showProgress(t.progress((done += 1), all, papers));
  }
  return refused ? null : { works, papers };
}

function hasErrors(problems: readonly FileProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

type Part = Pick<LoadedPartition, 'administrations' | 'problems'> & { readonly region: string };

async function* partsOf({ papers, spec, regions, threads }: PackOptions): AsyncGenerator<Part> {
  if (!regions) {
    yield { region: '', ...(await readExchange({ papers, spec }, { keepParticipants: false })) };
    return;
  }
  const source = { kind: 'exchange', files: papers, spec } as const;
  yield* onThreads<Partition, Part>(
    new URL('./pack-worker.ts', import.meta.url),
    source,
    partitionsOf(source),
    threads,
  );
}
