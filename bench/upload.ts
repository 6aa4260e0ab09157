/**
 * A school's upload in a region: papers in a real PostgreSQL, an analysis of all, then uploads of one school's papers of one work
 * after another; how long the analysis job takes until the changed work is stored, and until all are, beside the time that the server alone
 * takes to write the changed work's findings once. An embedded database of its own is filled and thrown away, or kept for the next run.
 *
 *   node bench/upload.ts [--size 1] [--uploads 6] [--keep folder]
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openEmbedded } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { makeAnalysisJob } from '#src/objectivity/analysis/job.ts';
import { countryRegion } from './country-region.ts';
import { printTable } from './measure.ts';
import { type FilledRegion, fillRegion, uploadAgain } from './region-database.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1' },
    uploads: { type: 'string', default: '6' },
    keep: { type: 'string' },
  },
});

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'obektiv-upload-')));
await mkdir(folder, { recursive: true });
const known = join(folder, 'region.json');
const filled = existsSync(known);
const database = await openEmbedded(join(folder, 'database'));
const { db } = database;

/** The server counts its rows by itself within a minute; here nobody waits for it. */
async function countRows(): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** Seconds that the server takes to write the findings of a work once; nothing is changed by it. */
async function writeAlone(workId: number): Promise<number> {
  const started = performance.now();
  const undo = new Error('measured');
  try {
    await inScope(db, SYSTEM, async (tx) => {
      await sql`update finding set markers = markers || '[]', distribution = distribution || '{}' where work_id = ${workId}`.execute(
        tx,
      );
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return (performance.now() - started) / 1000;
}

interface Timed {
  readonly first: number;
  readonly firstProcessor: number;
  readonly whole: number;
  readonly processor: number;
}

/** One run of the job: seconds until the first works are stored and until all are, by the clock and of the process's processor time. */
async function analyse({ regionId, procedureId }: FilledRegion, onlyOutdated: boolean): Promise<Timed> {
  const started = performance.now();
  const before = process.cpuUsage();
  let first = Number.NaN;
  let firstProcessor = Number.NaN;
  const processorTime = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const job = {
    id: 1,
    kind: 'analysis.run',
    organizationId: regionId,
    accountId: null,
    subjectId: procedureId,
    input: { onlyOutdated },
    // So many that the job waits for no further files.
    attempts: 99,
  };
  await makeAnalysisJob(join(folder, 'kept'))({
    db,
    job,
    progress: async (done, _total, stage) => {
      if (stage !== 'save' || done === 0 || !Number.isNaN(first)) return;
      first = (performance.now() - started) / 1000;
      firstProcessor = processorTime();
    },
  });
  return { first, firstProcessor, whole: (performance.now() - started) / 1000, processor: processorTime() };
}

const rows = [
  [
    '',
    'changed work stored, s',
    'processor, s',
    'all works stored, s',
    'processor, s',
    'write alone, s',
    'times the write',
    'load',
  ],
];
function note(name: string, { first, firstProcessor, whole, processor }: Timed, bound: number | null): void {
  rows.push([
    name,
    ...[first, firstProcessor, whole, processor].map((each) => each.toFixed(2)),
    bound?.toFixed(2) ?? '',
    bound === null ? '' : (first / bound).toFixed(1),
    loadavg()[0]!.toFixed(1),
  ]);
  process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
}

try {
  let region: FilledRegion;
  if (filled) region = JSON.parse(await readFile(known, 'utf8')) as FilledRegion;
  else {
    region = await inScope(db, SYSTEM, (tx) => fillRegion(tx, countryRegion(0, Number(values.size))));
    await writeFile(known, JSON.stringify(region));
    await countRows();
  }
  if (!filled) note('all works, threads cold', await analyse(region, false), null);
  for (let upload = 0; upload < Number(values.uploads); upload += 1) {
    const workId = region.workIds[(3 * upload) % region.workIds.length]!;
    const papers = await inScope(db, SYSTEM, async (tx) => {
      const found = await tx
        .selectFrom('paper')
        .select('organizationId')
        .distinct()
        .where('workId', '=', workId)
        .orderBy('organizationId')
        .offset(7 * upload)
        .limit(1)
        .executeTakeFirstOrThrow();
      return uploadAgain(tx, workId, found.organizationId, Date.now());
    });
    note(`upload ${upload + 1}: ${papers} papers`, await analyse(region, true), await writeAlone(workId));
  }
  printTable(`A school's upload in a region of ${region.workIds.length} works`, rows);
} finally {
  await database.close();
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}
