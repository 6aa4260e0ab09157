/** What a person asked `obektiv validate` for. */
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { type GeneratorName, type RegimeName, SCHOOLS } from '../validation/regimes.ts';
import { readThreads } from './options.ts';

export interface ValidateOptions {
  readonly seeds: number;
  /** null: full, and half in the first generator. */
  readonly strength: number | null;
  readonly regimes: readonly RegimeName[];
  readonly generators: readonly GeneratorName[];
  /** Schools of a region. */
  readonly schools: number;
  readonly threads: number;
  readonly json: boolean;
  /** Folder; null: nothing is written. */
  readonly out: string | null;
}

const SHAPES = {
  seeds: { type: 'string' },
  strength: { type: 'string' },
  regime: { type: 'string' },
  generator: { type: 'string' },
  schools: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

const MOST_SEEDS = 1000;
const SMALLEST_REGION = 10;
const LARGEST_REGION = 2000;
const MOST_STRENGTH = 2;

/** @throws Refusal of status 400, of platform/terminal/errors.ts. */
export function readValidateOptions(args: readonly string[]): ValidateOptions | 'help' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (words.length > 0) throw refuseTerminal('optionUnknown', { option: words[0]!, nearest: '--out' });
  const typedStrength = value('strength');
  const strength = typedStrength === undefined ? null : Number(typedStrength.replace(',', '.'));
  if (strength !== null && !(strength > 0 && strength <= MOST_STRENGTH)) {
    throw refuseTerminal('optionValueUnknown', {
      option: '--strength',
      found: typedStrength!,
      allowed: `0 < … ≤ ${MOST_STRENGTH}`,
    });
  }
  return {
    seeds: wholeNumber('--seeds', value('seeds'), 20, 1, MOST_SEEDS),
    strength,
    regimes: oneOrBoth('--regime', value('regime'), ['strong', 'natural']),
    generators: oneOrBoth('--generator', value('generator'), ['first', 'second']),
    schools: wholeNumber('--schools', value('schools'), SCHOOLS, SMALLEST_REGION, LARGEST_REGION),
    threads: readThreads(value('threads')),
    json: given('json'),
    out: value('out') ?? null,
  };
}

function wholeNumber(option: string, typed: string | undefined, usual: number, least: number, most: number): number {
  if (typed === undefined) return usual;
  const value = Number(typed);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw refuseTerminal('optionValueUnknown', { option, found: typed, allowed: `${least}–${most}` });
}

function oneOrBoth<T extends string>(option: string, typed: string | undefined, names: readonly T[]): readonly T[] {
  if (typed === undefined || typed === 'both') return names;
  const found = names.find((name) => name === typed);
  if (found === undefined) {
    throw refuseTerminal('optionValueUnknown', { option, found: typed, allowed: [...names, 'both'].join(', ') });
  }
  return [found];
}
