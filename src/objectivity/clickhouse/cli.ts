/** `obektiv tables`: integer tables of works, from files or from a ClickHouse cluster; the same figures either way. */
import { readFile } from 'node:fs/promises';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { readExchange } from '#src/results/exchange/read.ts';
import { type ExchangeSpec, readSpec } from '#src/results/exchange/spec.ts';
import { problemLines } from '../cli/problem-lines.ts';
import { linesOfProblems, say } from '../cli/problems-of-files.ts';
import { analyzeText } from '../cli/text.ts';
import { sumTables, tablesOf, type WorkTables } from '../spread/tables.ts';
import { refuseClickHouse } from './errors.ts';
import { overHttp } from './http.ts';
import { readWorkTables } from './read.ts';
import { tablesText } from './text.ts';

const SHAPES = {
  spec: { type: 'string' },
  clickhouse: { type: 'string' },
  table: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of errors.ts and of platform/terminal/errors.ts. */
export async function tables(args: readonly string[], language: Language): Promise<ExitCode> {
  const { value, given, words } = readOptions(args, SHAPES);
  const t = tablesText[language];
  if (given('help')) {
    process.stdout.write(`${t.help}\n`);
    return EXIT.ok;
  }
  const spec = value('spec');
  if (spec === undefined) throw refuseClickHouse('workNotNamed');
  const url = value('clickhouse');
  if (url === undefined && words.length === 0) throw refuseClickHouse('sourceNotNamed');
  const refusals = await unreadable([...words, spec]);
  if (refusals.length > 0) {
    process.stderr.write(refusals.map((refusal) => `${refusal.inLanguage(language)}\n`).join(''));
    return EXIT.file;
  }
  const out = value('out') ?? null;
  if (out !== null) await checkWritable(out);
  const found =
    url === undefined ? await ofFiles(words, spec, language) : await ofCluster(url, value('table'), spec, language);
  if (found === null) return EXIT.data;
  await writePieces(pieces(found), out);
  return EXIT.ok;
}

async function ofFiles(papers: readonly string[], spec: string, language: Language): Promise<WorkTables[] | null> {
  const reading = await readExchange({ papers, spec }, { keepParticipants: false });
  const errors = reading.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    say([...linesOfProblems(errors, false, language), analyzeText[language].nothingComputed]);
    return null;
  }
  return sumTables(reading.administrations.map((administration) => [tablesOf(administration)]));
}

async function ofCluster(
  url: string,
  table: string | undefined,
  specPath: string,
  language: Language,
): Promise<WorkTables[] | null> {
  if (table === undefined) throw refuseClickHouse('sourceNotNamed');
  const run = overHttp({ url, user: process.env.CLICKHOUSE_USER, password: process.env.CLICKHOUSE_PASSWORD });
  const spec = await specOf(specPath, language);
  if (spec === null) return null;
  const found: WorkTables[] = [];
  for (const { subject, grade, tasks } of spec.works) {
    const work = await readWorkTables(run, table, { procedure: spec.procedure, subject, grade, tasks });
    if (work === null) process.stderr.write(`${tablesText[language].empty(subject, grade)}\n`);
    else found.push(work);
  }
  return sumTables([found]);
}

async function specOf(path: string, language: Language): Promise<ExchangeSpec | null> {
  const { spec, problems } = readSpec(await readFile(path));
  if (spec !== null) return spec;
  const lines = problemLines(
    problems.map((each) => ({ ...each, file: path })),
    language,
    100,
  );
  process.stderr.write(`${lines.join('\n')}\n`);
  return null;
}

function* pieces(works: readonly WorkTables[]): Generator<string> {
  yield '[';
  for (const [index, work] of works.entries()) yield `${index === 0 ? '' : ','}\n${JSON.stringify(work)}`;
  yield '\n]\n';
}
