/** What a person asked `obektiv analyze` for. */
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import type { UnitLevel } from '../model.ts';
import { refuseAnalyze } from './errors.ts';

export interface AnalyzeOptions {
  readonly papers: readonly string[];
  readonly spec: string;
  readonly json: boolean;
  /** Also units without a signal in the table; JSON always has all. */
  readonly all: boolean;
  /** null: every level. */
  readonly level: UnitLevel | null;
  /** False-discovery rate, between 0 and 1. */
  readonly rate: number;
  readonly skipBadRows: boolean;
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
  const spec = value('spec');
  if (spec === undefined) throw refuseAnalyze('specNotNamed');
  return {
    papers: words,
    spec,
    json: given('json'),
    all: given('all'),
    level: level as UnitLevel | null,
    rate,
    skipBadRows: given('skip-bad-rows'),
    out: value('out') ?? null,
  };
}
