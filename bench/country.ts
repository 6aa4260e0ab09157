/**
 * A country's year: generates it into a packed file in the temporary folder, then measures, in one run, the memory's bandwidth, the
 * tables of the kernel and the full analysis from the packed file; with --parquet also from Parquet. Removes what it made.
 *
 *   node bench/country.ts [--regions 85] [--size 1] [--threads 2] [--parquet] [--no-analysis] [--keep file.obk]
 */
import { existsSync, readSync, openSync, closeSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { onThreads } from '#src/objectivity/threads/in-order.ts';
import { analyzeRegions } from '#src/objectivity/country/regions.ts';
import type { CountrySource } from '#src/objectivity/country/partitions.ts';
import { Kernel } from '#src/objectivity/kernel/kernel.ts';
import { recordShape } from '#src/objectivity/kernel/records.ts';
import { examineRecords, putMask } from '#src/objectivity/kernel/tables.ts';
import { Sidecar } from '#src/objectivity/sidecar/read.ts';
import { SidecarWriter } from '#src/objectivity/sidecar/write.ts';
import { regionName } from './country-region.ts';
import { type PlacedWork, TABLES, type TablesData, type TableName, type TableTask } from './country-tables.ts';
import { writeParquet } from './country-parquet.ts';
import { printTable } from './measure.ts';

const { values: options } = parseArgs({
  options: {
    regions: { type: 'string', default: '85' },
    size: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    parquet: { type: 'boolean', default: false },
    'no-analysis': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const threads = Number(options.threads);
const regions = Number(options.regions);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(2);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes the country into one packed file, and into Parquet files where a folder is given. */
async function generate(path: string, parquetFolder: string | null): Promise<string[]> {
  const started = performance.now();
  const writer = new SidecarWriter(path);
  const numbers = Array.from({ length: regions }, (_, region) => region);
  const module = new URL('./country-worker.ts', import.meta.url);
  const files: string[] = [];
  let region = 0;
  for await (const administrations of onThreads<number, Administration[]>(
    module,
    { size: Number(options.size) },
    numbers,
    threads,
  )) {
    for (const administration of administrations) writer.add(administration, regionName(region));
    if (parquetFolder !== null) files.push(await writeParquet(parquetFolder, regionName(region), administrations));
    region += 1;
  }
  writer.finish();
  note(`generated in ${seconds(started)} s, ${((await stat(path)).size / 1e6).toFixed(0)} MB`);
  return files;
}

/** All records of a packed file in one shared memory. */
function placeAll(path: string): { kernel: Kernel; works: PlacedWork[]; bytes: number } {
  const sidecar = new Sidecar(path);
  sidecar.close();
  const kernel = new Kernel();
  const file = openSync(path, 'r');
  let bytes = 0;
  const works = sidecar.works.map(({ tasks, papers, records, classTable, classes }): PlacedWork => {
    const shape = recordShape(tasks.map(({ max }) => max));
    const at = kernel.take(records.bytes);
    readSync(file, kernel.bytes(at, records.bytes), 0, records.bytes, records.at);
    bytes += records.bytes;
    const table = new Int32Array(3 * classes);
    readSync(file, new Uint8Array(table.buffer), 0, classTable.bytes, classTable.at);
    let end = 0;
    const ends = Int32Array.from({ length: classes }, (_, index) => (end += table[3 * index + 1]!));
    const { highest } = kernel.scope(() => examineRecords(kernel, shape, at, putMask(kernel, shape), papers));
    return { at, count: papers, shape, highest, variants: 2, ends };
  });
  closeSync(file);
  return { kernel, works, bytes };
}

/** Room for the largest tables of one work. */
const ROOM = 64 * 1024 * 1024;
const ROUNDS = 8;

async function measureTables(path: string): Promise<void> {
  const started = performance.now();
  const { kernel, works, bytes } = placeAll(path);
  note(`records read and examined into shared memory in ${seconds(started)} s, one thread`);
  const rooms = Array.from({ length: threads }, () => kernel.take(ROOM));
  const data: TablesData = { memory: kernel.memory, rooms, works };
  const shares = Array.from({ length: threads }, (_, share) => share);
  const names: TableName[] = Array.from({ length: ROUNDS }, () => [...TABLES]).flat();
  const tasks = names.flatMap((table) => shares.map((share): TableTask => ({ table, share, of: threads })));
  const best = new Map<TableName, number>();
  const results = onThreads<TableTask, { seconds: number }>(
    new URL('./country-tables-worker.ts', import.meta.url),
    data,
    tasks,
    threads,
  );
  let index = 0;
  let slowest = 0;
  for await (const result of results) {
    const { table, share } = tasks[index++]!;
    slowest = share === 0 ? result.seconds : Math.max(slowest, result.seconds);
    if (share === threads - 1) best.set(table, Math.min(best.get(table) ?? Number.POSITIVE_INFINITY, slowest));
  }
  const papers = works.reduce((sum, { count }) => sum + count, 0);
  const scan = best.get('scan')!;
  printTable(`Tables of ${papers} papers in ${works.length} works, ${threads} threads`, [
    ['', 's', 'GB/s', 'ns per paper', 'times the scan'],
    ...TABLES.map((table) => {
      const time = best.get(table)!;
      return [
        table,
        time.toFixed(3),
        (bytes / time / 1e9).toFixed(1),
        ((time / papers) * 1e9).toFixed(2),
        (time / scan).toFixed(1),
      ];
    }),
  ]);
}

async function measureAnalysis(name: string, source: CountrySource): Promise<void> {
  const started = performance.now();
  const sums = { papers: 0, works: 0, units: 0, signalled: 0, reading: 0, computing: 0 };
  const request = { source, rate: 0.05, lines: false, level: null, skipBadRows: false };
  for await (const {
    summary,
    usable,
    problems,
    seconds: [reading, computing],
  } of analyzeRegions(request, threads)) {
    if (!usable) throw new Error(`${summary.region}: ${problems[0]?.code}`);
    sums.papers += summary.papers;
    sums.works += summary.works;
    for (const { looked, signalled } of Object.values(summary.levels)) {
      sums.units += looked;
      sums.signalled += signalled;
    }
    sums.reading += reading;
    sums.computing += computing;
  }
  const time = (performance.now() - started) / 1000;
  printTable(`Full analysis from ${name}, ${threads} threads`, [
    [
      'papers',
      'works',
      'units',
      'signals',
      's',
      'read, s of a thread',
      'compute, s of a thread',
      'us per paper',
      'ms per work',
      'peak RSS, MB',
    ],
    [
      ...[sums.papers, sums.works, sums.units, sums.signalled].map(String),
      time.toFixed(2),
      sums.reading.toFixed(2),
      sums.computing.toFixed(2),
      ((time / sums.papers) * 1e6).toFixed(3),
      ((time / sums.works) * 1e3).toFixed(2),
      (process.resourceUsage().maxRSS / 1024).toFixed(0),
    ],
  ]);
}

const folder = await mkdtemp(join(tmpdir(), 'obektiv-country-'));
try {
  const path = options.keep ?? join(folder, 'country.obk');
  const files = existsSync(path) ? [] : await generate(path, options.parquet ? folder : null);
  if (!options['no-analysis']) {
    await measureAnalysis('the packed file', { kind: 'packed', path });
    if (files.length > 0) {
      await measureAnalysis('Parquet', { kind: 'exchange', files, spec: join(folder, 'spec.json') });
    }
  }
  await measureTables(path);
} finally {
  await rm(folder, { recursive: true, force: true });
}
