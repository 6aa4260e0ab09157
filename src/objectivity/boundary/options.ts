/** What a person asked `obektiv boundary` for. */
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { refuseBoundary } from './errors.ts';
import { LEAST_CURVATURE } from './verdict.ts';

export interface BoundaryCommand {
  readonly files: readonly string[];
  /** Description of works: the files are of the exchange format. null: a histogram. */
  readonly spec: string | null;
  /** null: the scale of the work, or, for a histogram, every score is asked. */
  readonly cuts: readonly number[] | null;
  /** Histogram to compare with. */
  readonly reference: string | null;
  /** Compare with the distribution that a model of the tasks gives; needs a description of works. */
  readonly model: boolean;
  readonly curvature: number;
  readonly json: boolean;
  /** null: the standard output. */
  readonly out: string | null;
}

const SHAPES = {
  spec: { type: 'string' },
  cuts: { type: 'string' },
  reference: { type: 'string' },
  model: { type: 'boolean' },
  curvature: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of status 400: of platform/terminal/errors.ts or of errors.ts here. */
export function readBoundaryOptions(args: readonly string[]): BoundaryCommand | 'help' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (words.length === 0) throw refuseBoundary('fileNotNamed');
  const spec = value('spec') ?? null;
  if (spec === null && words.length > 1) throw refuseBoundary('oneFile', { given: words.length });
  if (given('model') && spec === null) throw refuseBoundary('modelNeedsSpec');
  const typed = value('curvature') ?? String(LEAST_CURVATURE);
  const curvature = Number(typed.replace(',', '.'));
  if (!(curvature >= 0 && curvature < 1)) {
    throw refuseTerminal('optionValueUnknown', { option: '--curvature', found: typed, allowed: '0 ≤ … < 1' });
  }
  return {
    files: words,
    spec,
    cuts: readCuts(value('cuts')),
    reference: value('reference') ?? null,
    model: given('model'),
    curvature,
    json: given('json'),
    out: value('out') ?? null,
  };
}

function readCuts(typed: string | undefined): readonly number[] | null {
  if (typed === undefined) return null;
  const cuts = typed.split(/[,;\s]+/u).filter((part) => part !== '');
  if (cuts.length === 0 || cuts.some((cut) => !/^\d{1,4}$/u.test(cut) || Number(cut) < 1)) {
    throw refuseTerminal('optionValueUnknown', { option: '--cuts', found: typed, allowed: '21 | 21,35 | …' });
  }
  return [...new Set(cuts.map(Number))].sort((a, b) => a - b);
}
