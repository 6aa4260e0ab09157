/** What a person asked `obektiv recheck` for. */
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { refuseRecheck } from './errors.ts';

export interface RecheckCommand {
  readonly file: string;
  /** All papers of the unit; null: only those read again are spoken of. */
  readonly population: number | null;
  /** Points per paper; null: by the number of answers read again. */
  readonly tolerance: number | null;
  readonly json: boolean;
  /** null: the standard output. */
  readonly out: string | null;
}

const SHAPES = {
  papers: { type: 'string' },
  tolerance: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of status 400: of platform/terminal/errors.ts or of errors.ts here. */
export function readRecheckOptions(args: readonly string[]): RecheckCommand | 'help' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (words.length === 0) throw refuseRecheck('fileNotNamed');
  if (words.length > 1) throw refuseRecheck('oneFile', { given: words.length });
  const number = (option: 'papers' | 'tolerance', allowed: string, fits: (typed: number) => boolean): number | null => {
    const typed = value(option);
    if (typed === undefined) return null;
    const parsed = Number(typed.replace(',', '.'));
    if (!fits(parsed)) throw refuseTerminal('optionValueUnknown', { option: `--${option}`, found: typed, allowed });
    return parsed;
  };
  return {
    file: words[0]!,
    population: number('papers', '1, 2, …', (typed) => Number.isInteger(typed) && typed >= 1 && typed <= 10_000_000),
    tolerance: number('tolerance', '0 ≤ …', (typed) => typed >= 0 && typed <= 1000),
    json: given('json'),
    out: value('out') ?? null,
  };
}
