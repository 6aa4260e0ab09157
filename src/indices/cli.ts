/** `obektiv indices`: files of papers, marks and claims in, indices out; no database. docs/guide/indices.md describes it. */
import { readFile } from 'node:fs/promises';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import { printable, tableLines } from '#src/platform/terminal/table.ts';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { countIndices, countPairs, type CountedIndex, type CountedPairs } from './cli/count.ts';
import { refuseIndices } from './cli/errors.ts';
import { readClaims, readMarks, readPapers, type RecordProblem } from './cli/records.ts';
import { indicesText } from './cli/text.ts';
import { settingsSchema } from './contract.ts';
import { referenceOf, standingOf } from './funnel.ts';
import type { IndexSettings } from './model.ts';
import { DEFAULT_SETTINGS } from './rules.ts';
import { INDEX_FORMULA, INDEX_NAME, LITTLE_DATA, POSITION } from './text.ts';

const SHAPES = {
  spec: { type: 'string' },
  marks: { type: 'string' },
  claims: { type: 'string' },
  settings: { type: 'string' },
  json: { type: 'boolean' },
  'skip-bad-rows': { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

const MOST_PROBLEMS = 50;

/** @throws Refusal where the command line or a file cannot be used; problems of rows are told and make exit code 3. */
export async function indicesFiles(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = indicesText[language];
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) {
    process.stdout.write(`${t.help}\n`);
    return EXIT.ok;
  }
  if (words.length === 0) throw refuseIndices('papersNotNamed');
  const [spec, marksPath, claimsPath, settingsPath, out] = (
    ['spec', 'marks', 'claims', 'settings', 'out'] as const
  ).map((name) => value(name) ?? null);
  const inputs = [...words, spec, marksPath, claimsPath, settingsPath].filter((path): path is string => path != null);
  const [refusal] = await unreadable(inputs);
  if (refusal !== undefined) throw refusal;
  if (out != null) await checkWritable(out);
  const settings = settingsPath == null ? DEFAULT_SETTINGS : await readSettings(settingsPath);
  const { papers, problems: ofPapers } = await readPapers(words, spec ?? null);
  const { marks, problems: ofMarks } = marksPath == null ? { marks: [], problems: [] } : await readMarks(marksPath);
  const { claims, problems: ofClaims } =
    claimsPath == null ? { claims: [], problems: [] } : await readClaims(claimsPath);
  const problems = [...ofPapers, ...ofMarks, ...ofClaims];
  if (problems.length > 0) tell(problems, language);
  if (problems.length > 0 && !given('skip-bad-rows')) return EXIT.data;
  const indices = countIndices({ papers, marks, claims }, settings);
  const pairs = countPairs({ papers, marks });
  await writePieces(
    given('json') ? json(indices, pairs, settings) : report(indices, pairs, settings, language),
    out ?? null,
  );
  return EXIT.ok;
}

async function readSettings(path: string): Promise<IndexSettings> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw refuseIndices('settingsUnusable', { path });
  }
  const parsed = settingsSchema.safeParse(found);
  if (!parsed.success) throw refuseIndices('settingsUnusable', { path });
  return parsed.data;
}

function tell(problems: readonly RecordProblem[], language: Language): void {
  const t = indicesText[language];
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, row, column, found }) => `  ${printable(t.problem(file, row, column, found))}`);
  const rest = problems.length - lines.length;
  process.stderr.write(`${[t.problems(problems.length), ...lines, ...(rest > 0 ? [t.more(rest)] : [])].join('\n')}\n`);
}

function standings({ units }: CountedIndex, { minimum }: IndexSettings) {
  const reference = referenceOf(units, minimum);
  return { reference, schools: units.map((unit) => standingOf(unit, reference, minimum)) };
}

function json(indices: readonly CountedIndex[], pairs: readonly CountedPairs[], settings: IndexSettings): string[] {
  const answer = {
    format: 'obektiv-indices-1',
    settings,
    indices: indices.map((index) => ({
      kind: index.kind,
      year: index.year,
      unknown: index.unknown,
      ...standings(index, settings),
    })),
    pairs: pairs.map((row) => {
      const n = row.raised + row.confirmed + row.lowered;
      return { ...row, pairs: n, meanGap: row.gapSum / n, matched: n / row.papers };
    }),
  };
  return [`${JSON.stringify(answer, null, 2)}\n`];
}

function* report(
  indices: readonly CountedIndex[],
  pairs: readonly CountedPairs[],
  settings: IndexSettings,
  language: Language,
): Generator<string> {
  const t = indicesText[language];
  if (indices.length === 0) yield `${t.nothing}\n`;
  for (const index of indices) {
    const { reference, schools } = standings(index, settings);
    const gap = index.kind === 'medal' ? '' : String(settings.gap[index.kind]);
    const formula = INDEX_FORMULA[index.kind];
    yield `${INDEX_NAME[index.kind][language]}, ${index.year}: ${percent(reference?.share, language, 1)} (${t.of(reference?.numerator ?? 0, reference?.denominator ?? 0)})\n`;
    yield `  ${t.numerator}: ${formula.numerator[language].replace('{gap}', gap)}\n  ${t.denominator}: ${formula.denominator[language]}\n`;
    if (index.unknown > 0) yield `  ${t.unknown(index.unknown)}\n`;
    const lines = tableLines(
      [
        { title: t.school, cell: (unit: (typeof schools)[number]) => unit.id },
        { title: t.numerator, cell: (unit) => formatNumber(unit.numerator, language), align: 'right' },
        { title: t.denominator, cell: (unit) => formatNumber(unit.denominator, language), align: 'right' },
        { title: t.share, cell: (unit) => percent(unit.share, language, 1), align: 'right' },
        {
          title: t.interval,
          cell: (unit) => `${percent(unit.low, language)} – ${percent(unit.high, language)}`,
          align: 'right',
        },
        {
          title: t.position,
          cell: (unit) => (unit.position === null ? LITTLE_DATA[language] : POSITION[unit.position][language]),
        },
      ],
      schools,
    );
    for (const line of lines) yield `${line}\n`;
    yield '\n';
  }
  for (const row of pairs) {
    const n = row.raised + row.confirmed + row.lowered;
    yield `${t.pairs(row.school, t.pairings[row.pairing], row.kind.toUpperCase(), row.year)}: ${t.outcome(row.lowered, row.confirmed, row.raised, formatNumber(row.gapSum / n, language, { digits: 2, signed: true }), percent(n / row.papers, language))}\n`;
  }
}
