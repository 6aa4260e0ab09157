/** `obektiv spread`: an analysis of many regions by several nodes; docs/scaling.md describes it for people. */
import { openServer } from '#src/platform/db/connect.ts';
import { APPLICATION_ROLE } from '#src/platform/db/roles.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { startQueue } from '#src/platform/jobs/queue.ts';
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { tableLines } from '#src/platform/terminal/table.ts';
import { DASH, formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { startSpread } from './actions.ts';
import { refuseSpread } from './errors.ts';
import { sharedRoot } from './storage.ts';
import { findSpread, listSpreads, partitionsOf, type SpreadRow, tablesOfSpread } from './store.ts';
import { spreadText } from './text.ts';

const SHAPES = {
  rate: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of errors.ts and of platform/terminal/errors.ts. */
export async function spread(args: readonly string[], language: Language): Promise<ExitCode> {
  const { value, given, words } = readOptions(args, SHAPES);
  const t = spreadText[language];
  if (given('help')) {
    process.stdout.write(`${t.help}\n`);
    return EXIT.ok;
  }
  const [action, target] = words;
  if (action === 'start' && target !== undefined) {
    const rate = rateOf(value('rate'));
    const root = await sharedRoot();
    await withDatabase(async (db, url) => {
      const queue = await startQueue({
        db,
        url,
        role: APPLICATION_ROLE,
        handlers: null,
        onError: (error) => process.stderr.write(`${String(error)}\n`),
      });
      try {
        const begun = await inScope(db, SYSTEM, (tx) => startSpread(tx, queue, { root, folder: target, rate }));
        process.stdout.write(`${t.started(begun.id, begun.partitions)}\n`);
      } finally {
        await queue.stop();
      }
    });
    return EXIT.ok;
  }
  if (action !== 'status') throw refuseSpread('actionUnknown');
  await withDatabase(async (db) => {
    const report = target === undefined ? await latest(db, language) : await one(db, target, given('json'), language);
    process.stdout.write(report);
  });
  return EXIT.ok;
}

function rateOf(typed = '0.05'): number {
  const rate = Number(typed.replace(',', '.'));
  if (rate > 0 && rate < 1) return rate;
  throw refuseTerminal('optionValueUnknown', { option: '--rate', found: typed, allowed: '0 < … < 1' });
}

async function withDatabase(work: (db: Db, url: string) => Promise<void>): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw refuseSpread('databaseNotNamed');
  const database = await openServer(databaseUrl);
  try {
    await work(database.db, database.applicationUrl);
  } finally {
    await database.close();
  }
}

async function latest(db: Db, language: Language): Promise<string> {
  const t = spreadText[language];
  const rows = await inScope(db, SYSTEM, async (tx) => {
    const spreads = await listSpreads(tx);
    return Promise.all(spreads.map(async (each) => ({ each, partitions: await partitionsOf(tx, each.id) })));
  });
  if (rows.length === 0) return `${t.none}\n`;
  return rows.map(({ each, partitions }) => `${headOf(each, language)}. ${totalOf(partitions, language)}\n`).join('');
}

async function one(db: Db, target: string, json: boolean, language: Language): Promise<string> {
  const t = spreadText[language];
  const id = Number(target);
  const found = await inScope(db, SYSTEM, async (tx) => {
    const row = Number.isSafeInteger(id) && id > 0 ? await findSpread(tx, id) : undefined;
    return row && { row, partitions: await partitionsOf(tx, id), tables: await tablesOfSpread(tx, id) };
  });
  if (found === undefined) throw refuseSpread('unknownAnalysis', { id: target });
  const { row, partitions, tables } = found;
  if (json) {
    const parts = partitions.map(({ tables: _tables, ...rest }) => rest);
    return `${JSON.stringify({ ...row, partitions: parts, tables }, null, 1)}\n`;
  }
  const [part, file, state, node, begun, papers, units, signals, digest] = t.columns;
  const number = (figure: number | null): string => (figure === null ? DASH : formatNumber(figure, language));
  const lines = tableLines(
    [
      { title: part!, align: 'right', cell: (each) => String(each.position + 1) },
      { title: file!, cell: (each) => each.file },
      {
        title: state!,
        cell: (each) => t.states[each.stored === 1 ? 'stored' : ((each.state ?? 'queued') as 'queued')],
      },
      { title: node!, cell: (each) => each.node ?? DASH },
      { title: begun!, align: 'right', cell: (each) => String(each.begun) },
      { title: papers!, align: 'right', cell: (each) => number(each.papers) },
      { title: units!, align: 'right', cell: (each) => number(each.units) },
      { title: signals!, align: 'right', cell: (each) => number(each.signals) },
      { title: digest!, cell: (each) => each.digest?.slice(0, 16) ?? DASH },
    ],
    partitions,
  );
  const works = (tables ?? []).map(
    (work) =>
      `${t.work(work.subject, work.grade, formatNumber(work.papers, language), formatNumber(work.schools, language))}\n`,
  );
  return [
    `${headOf(row, language)}\n\n`,
    ...Array.from(lines, (line) => `${line}\n`),
    `\n${totalOf(partitions, language)}\n`,
    ...works,
    ...(row.digest === null ? [] : [`${t.digest(row.digest)}\n`]),
  ].join('');
}

function headOf(row: SpreadRow, language: Language): string {
  return spreadText[language].heading(row.id, row.folder, row.engineVersion);
}

function totalOf(
  partitions: readonly { readonly stored: number; readonly papers: number | null }[],
  language: Language,
) {
  const done = partitions.filter(({ stored }) => stored === 1);
  const papers = done.reduce((sum, each) => sum + (each.papers ?? 0), 0);
  return spreadText[language].total(done.length, partitions.length, formatNumber(papers, language));
}
