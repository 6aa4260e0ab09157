/** What a person asked `obektiv analyze` for. */
import { availableParallelism } from 'node:os';
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import type { UnitLevel } from '../model.ts';
import { refuseAnalyze } from './errors.ts';

export interface AnalyzeOptions {
  readonly papers: readonly string[];
  /** null: the file is packed and describes itself. */
  readonly spec: string | null;
  /** Each file is a region of its own, analysed by itself. */
  readonly regions: boolean;
  /** Counts by region instead of units. */
  readonly summary: boolean;
  /** Threads for regions. */
  readonly threads: number;
  readonly json: boolean;
  /** Also units without a signal in the table; JSON always has all. */
  readonly all: boolean;
  /** null: every level. */
  readonly level: UnitLevel | null;
  /** False-discovery rate, between 0 and 1. */
  readonly rate: number;
  readonly skipBadRows: boolean;
  /** File of a frozen honest reference to compare with. */
  readonly reference: string | null;
  /** File to freeze these papers' honest reference into. */
  readonly freeze: string | null;
  /** null: the standard output. */
  readonly out: string | null;
}

const SHAPES = {
  spec: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  level: { type: 'string' },
  rate: { type: 'string' },
  'skip-bad-rows': { type: 'boolean' },
  regions: { type: 'boolean' },
  summary: { type: 'boolean' },
  threads: { type: 'string' },
  reference: { type: 'string' },
  freeze: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  // Taken out before a command is asked; it stands here so that a slip in it finds its name.
  lang: { type: 'string' },
} as const;

const LEVELS: readonly string[] = ['class', 'school', 'municipality'] satisfies UnitLevel[];

/** @throws Refusal of status 400: of platform/terminal/errors.ts or of errors.ts here. */
export function readAnalyzeOptions(args: readonly string[]): AnalyzeOptions | 'help' | 'version' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (given('version')) return 'version';
  const level = value('level') ?? null;
  if (level !== null && !LEVELS.includes(level)) {
    throw refuseTerminal('optionValueUnknown', { option: '--level', found: level, allowed: LEVELS.join(', ') });
  }
  const typedRate = value('rate') ?? '0.05';
  const rate = Number(typedRate.replace(',', '.'));
  if (!(rate > 0 && rate < 1)) {
    throw refuseTerminal('optionValueUnknown', { option: '--rate', found: typedRate, allowed: '0 < … < 1' });
  }
  if (words.length === 0) throw refuseAnalyze('papersNotNamed');
  const packed = words.some(isPacked);
  if (packed && words.length > 1) throw refuseAnalyze('packedAlone');
  const spec = value('spec') ?? null;
  if ((given('reference') || given('freeze')) && (given('regions') || given('summary'))) {
    throw refuseAnalyze('referenceOfRegions');
  }
  if (spec === null && !packed) throw refuseAnalyze('specNotNamed');
  return {
    papers: words,
    spec: packed ? null : spec,
    regions: given('regions'),
    summary: given('summary'),
    threads: readThreads(value('threads')),
    json: given('json'),
    all: given('all'),
    level: level as UnitLevel | null,
    rate,
    skipBadRows: given('skip-bad-rows'),
    reference: value('reference') ?? null,
    freeze: value('freeze') ?? null,
    out: value('out') ?? null,
  };
}

/** A packed file is told by its name: without a description no other can be read. */
export function isPacked(path: string): boolean {
  return /\.obk$/iu.test(path);
}

const MOST_THREADS = 256;

/** As many as the machine has cores, unless said. @throws Refusal optionValueUnknown. */
export function readThreads(typed: string | undefined): number {
  if (typed === undefined) return availableParallelism();
  const threads = Number(typed);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw refuseTerminal('optionValueUnknown', { option: '--threads', found: typed, allowed: `1–${MOST_THREADS}` });
}
