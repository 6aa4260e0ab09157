/** What a person asked `obektiv calibrate` for. */
import { readOptions } from '#src/platform/terminal/options.ts';
import { refuseCalibrate } from './errors.ts';

export interface CalibrateOptions {
  readonly papers: readonly string[];
  readonly spec: string;
  readonly json: boolean;
  readonly skipBadRows: boolean;
  /** null: the standard output. */
  readonly out: string | null;
}

const SHAPES = {
  spec: { type: 'string' },
  json: { type: 'boolean' },
  'skip-bad-rows': { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  // Taken out before a command is asked; it stands here so that a slip in it finds its name.
  lang: { type: 'string' },
} as const;

/** @throws Refusal of status 400: of platform/terminal/errors.ts or of errors.ts here. */
export function readCalibrateOptions(args: readonly string[]): CalibrateOptions | 'help' | 'version' {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) return 'help';
  if (given('version')) return 'version';
  if (words.length === 0) throw refuseCalibrate('papersNotNamed');
  const spec = value('spec');
  if (spec === undefined) throw refuseCalibrate('specNotNamed');
  return {
    papers: words,
    spec,
    json: given('json'),
    skipBadRows: given('skip-bad-rows'),
    out: value('out') ?? null,
  };
}
