/** `obektiv reproduce`: a package in, whether its figures come out again. docs/guide/reproduce.md describes it for people. */
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { endProgress, showProgress } from '#src/platform/terminal/progress.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { refuseReproduce } from './errors.ts';
import { type OpenedPackage, openPackage, reproduce, type Reproduction } from './reproduce.ts';
import { packageText } from './text.ts';

const SHAPES = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;
const MOST_DIFFERENCES = 50;

/** @throws Refusal where the command line or the package cannot be used. */
export async function reproducePackage(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = packageText[language];
  const { given, words } = readOptions(args, SHAPES);
  if (given('help')) {
    process.stdout.write(`${t.help}\n`);
    return EXIT.ok;
  }
  const [path] = words;
  if (path === undefined || words.length > 1) throw refuseReproduce('packageNotNamed');
  const [refusal] = await unreadable([path]);
  if (refusal !== undefined) throw refusal;
  const opened = await openPackage(path);
  showProgress(t.computing(opened.administrations.reduce((sum, { size }) => sum + size, 0)));
  const result = reproduce(opened);
  endProgress();
  const { manifest } = opened;
  process.stdout.write(
    given('json')
      ? `${JSON.stringify({ engineVersion: ENGINE_VERSION, stored: manifest.engineVersion, scope: manifest.scope, ...result })}\n`
      : `${linesOf(opened, result, language).join('\n')}\n`,
  );
  return result !== null && result.differences.length === 0 ? EXIT.ok : EXIT.data;
}

function linesOf({ manifest, frozen }: OpenedPackage, result: Reproduction | null, language: Language): string[] {
  const t = packageText[language];
  const head = [
    t.engine(manifest.engineVersion, ENGINE_VERSION),
    t.reference(manifest.reference.name ?? t.estimated),
    ...(manifest.scope === 'region' && manifest.reference.kind === 'frozen' && frozen === null
      ? [t.frozenMissing]
      : []),
    ...(manifest.papersChanged ? [t.changed] : []),
  ];
  if (result === null) return [...head, t.unitGone];
  const { same, differences, notCompared } = result;
  return [
    ...head,
    manifest.scope === 'region' ? t.same(same) : t.sameOfUnit(same),
    ...(differences.length > 0 ? [t.differ(differences.length)] : []),
    ...differences.slice(0, MOST_DIFFERENCES).map(({ path, stored, computed }) => t.difference(path, stored, computed)),
    ...(manifest.scope === 'unit' ? [t.cannot] : []),
    ...(notCompared > 0 ? [t.notCompared(notCompared)] : []),
  ];
}
