/**
 * Speed of the readers: from the bytes of a file to checked papers, beside the least that must be done to look at them.
 *
 *   node bench/import.ts
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeExchangeCsv, writeExchangeSpec } from '#demo/formats/exchange.ts';
import { writeF1 } from '#demo/formats/f1.ts';
import { writeForm2026 } from '#demo/formats/form-2026.ts';
import { type DemoClassResult, demoResults } from '#demo/results.ts';
import { DEMO_WORKS } from '#demo/works.ts';
import { readExchange } from '#src/results/exchange/read.ts';
import { readResults } from '#src/results/readers/registry.ts';
import { scanWorkbook, splitCsv } from './bounds.ts';
import { measure, type Measured, printTable, speedTable } from './measure.ts';
import { manyResults, oneSchool } from './papers.ts';

/** The official form has 1,499 rows for papers. */
const FORM_ROWS = 1499;
const COPIES = 8;
const COMMA = { encoding: 'utf-8', delimiter: ',' } as const;

function paperCount(results: readonly DemoClassResult[], withAbsent: boolean): number {
  return results.reduce(
    (sum, { papers }) => sum + papers.filter((paper) => withAbsent || paper.status === 'present').length,
    0,
  );
}

/** A reader that finds fewer papers than there are is not fast. */
async function readChecked(bytes: Uint8Array, papers: number): Promise<void> {
  const { files } = await readResults(bytes);
  const found = files.reduce((sum, file) => sum + file.papers.length, 0);
  if (found !== papers) throw new Error(`${found} papers were read, ${papers} written`);
}

async function exchangeChecked(papers: string, spec: string, rows: number): Promise<void> {
  const { papers: present, absent, problems } = await readExchange({ papers, spec });
  if (present + absent !== rows) {
    throw new Error(`${present} papers and ${absent} absent were read of ${rows} rows: ${problems[0]?.code}`);
  }
}

async function workbook(name: string, bytes: Uint8Array, papers: number): Promise<Measured> {
  return measure({
    name,
    amount: papers,
    run: () => readChecked(bytes, papers),
    bound: { name: 'unzip and XML scan', run: () => scanWorkbook(bytes) },
  });
}

const all = demoResults();
const many = manyResults(all, COPIES);
const russian = many.filter(({ work }) => work.key === 'ru4');
const form = oneSchool(russian, FORM_ROWS);
const csv = writeExchangeCsv(many, COMMA);
const csvPapers = paperCount(many, true);

const measured = [
  await workbook('F1 export, XLSX', await writeF1(russian), paperCount(russian, false)),
  await workbook('collection form 2026, XLSX', await writeForm2026(form), paperCount(form, true)),
  await measure({
    name: 'exchange CSV, import wizard',
    amount: csvPapers,
    run: () => readChecked(csv, csvPapers),
    bound: { name: 'decode and split', run: () => splitCsv(csv, COMMA.delimiter) },
  }),
];

const folder = await mkdtemp(join(tmpdir(), 'obektiv-bench-'));
try {
  const papers = join(folder, 'papers.csv');
  const parquet = join(folder, 'papers.parquet');
  const spec = join(folder, 'spec.json');
  await writeFile(papers, csv);
  await writeFile(spec, writeExchangeSpec(DEMO_WORKS));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`copy (from read_csv('${papers}', all_varchar = true)) to '${parquet}' (format parquet)`);
  const columns = await connection.runAndReadAll(`describe from '${parquet}'`);
  const lengths = columns.getRows().map(([name]) => `sum(length("${String(name)}"))`);
  measured.push(
    await measure({
      name: 'exchange CSV, command line',
      amount: csvPapers,
      run: () => exchangeChecked(papers, spec, csvPapers),
      bound: { name: 'read, decode and split', run: async () => splitCsv(await readFile(papers), COMMA.delimiter) },
    }),
    await measure({
      name: 'exchange Parquet, command line',
      amount: csvPapers,
      run: () => exchangeChecked(parquet, spec, csvPapers),
      bound: {
        name: 'DuckDB reads all columns',
        run: () => connection.runAndReadAll(`select ${lengths.join(', ')} from '${parquet}'`),
      },
    }),
  );
  connection.closeSync();
} finally {
  await rm(folder, { recursive: true, force: true });
}
printTable('Import', speedTable(measured, 'rows'));
