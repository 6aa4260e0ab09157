/** The figures of a package, computed again. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readExchange } from '#src/results/exchange/read.ts';
import type { Administration } from '../engine/administration.ts';
import { analyze } from '../engine/analyze.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';
import type { ReferenceTables } from '../rereading/reference-tables.ts';
import { type Comparison, compareFigures } from './compare.ts';
import { refuseReproduce } from './errors.ts';
import { FILES, type Manifest, manifestSchema } from './manifest.ts';
import { unitFigures } from './unit-figures.ts';

export interface OpenedPackage {
  readonly manifest: Manifest;
  readonly administrations: readonly Administration[];
  /** null: the analysis was older than these tables. */
  readonly tables: ReferenceTables | null;
  /** null: the reference was estimated from these papers. */
  readonly frozen: FrozenReference | null;
}

export interface Reproduction extends Comparison {
  /** Of a unit's package: papers of which the tables say nothing. */
  readonly notCompared: number;
}

/** More than this unpacked is no package of ours. */
const LARGEST = 2 ** 31;
const NAMES: ReadonlySet<string> = new Set([FILES.manifest, FILES.papers, FILES.spec, FILES.tables, FILES.frozen]);

/** @throws Refusal notPackage (errors.ts). */
export async function openPackage(path: string): Promise<OpenedPackage> {
  const files = unpack(await readFile(path));
  const manifest = manifestSchema.safeParse(json(files, FILES.manifest));
  if (!manifest.success) throw refuseReproduce('notPackage', { reason: FILES.manifest });
  const tables = files[FILES.tables] === undefined ? null : (json(files, FILES.tables) as ReferenceTables);
  const frozen = files[FILES.frozen] === undefined ? null : (json(files, FILES.frozen) as FrozenReference);
  return { manifest: manifest.data, administrations: await readPapers(files), tables, frozen };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        return NAMES.has(name) && size <= LARGEST;
      },
    });
  } catch {
    throw refuseReproduce('notPackage', { reason: 'ZIP' });
  }
}

function json(files: Record<string, Uint8Array>, name: string): unknown {
  try {
    return JSON.parse(strFromU8(files[name]!));
  } catch {
    throw refuseReproduce('notPackage', { reason: name });
  }
}

/** The exchange format is read from the disk: its files stand there for as long as that takes. */
async function readPapers(files: Record<string, Uint8Array>): Promise<readonly Administration[]> {
  for (const name of [FILES.papers, FILES.spec]) {
    if (files[name] === undefined) throw refuseReproduce('notPackage', { reason: name });
  }
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-package-'));
  try {
    const papers = join(folder, FILES.papers);
    const spec = join(folder, FILES.spec);
    await writeFile(papers, files[FILES.papers]!);
    await writeFile(spec, files[FILES.spec]!);
    const { administrations, problems } = await readExchange({ papers, spec });
    const broken = problems.find(({ severity }) => severity === 'error');
    if (broken !== undefined) throw refuseReproduce('notPackage', { reason: `${broken.file}, ${broken.row ?? ''}` });
    return administrations;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** null: the unit is not among the papers. A regional package gives every figure, a unit's what its papers and tables allow. */
export function reproduce({ manifest, administrations, tables, frozen }: OpenedPackage): Reproduction | null {
  return manifest.scope === 'region'
    ? reproduceAll(manifest, administrations, frozen)
    : reproduceUnit(manifest, administrations, tables);
}

function reproduceAll(
  manifest: Manifest,
  administrations: readonly Administration[],
  frozen: FrozenReference | null,
): Reproduction | null {
  const { unit, figures } = manifest;
  const found = analyze(administrations, {
    rate: manifest.parameters.rate,
    ...(frozen === null ? {} : { reference: frozen }),
  }).units.find(
    (each) =>
      each.level === unit.level &&
      each.municipality === unit.municipality &&
      each.school === unit.school &&
      each.className === unit.className &&
      each.subject === unit.subject &&
      each.grade === unit.grade,
  );
  if (found === undefined) return null;
  const { participants, absent, p, localFdr, signalled, strength, mechanisms, markers } = found;
  const computed = { participants, absent, p, localFdr, signalled, strength, mechanisms, markers };
  return { ...compareFigures(figures, computed), notCompared: 0 };
}

/** Sums in another order differ in their last digits: this much of a figure is the same figure. */
const ROUNDING = 1e-9;

function reproduceUnit(
  { figures }: Manifest,
  administrations: readonly Administration[],
  tables: ReferenceTables | null,
): Reproduction | null {
  const [unit] = administrations;
  if (unit === undefined || unit.size !== figures.participants) return null;
  if (tables === null) return { same: 0, differences: [], notCompared: unit.size };
  const { figures: found, notCompared } = unitFigures(unit, tables, figures.markers);
  const differing = found.filter(
    ({ stored, computed }) => Math.abs(stored - computed) > ROUNDING * Math.max(1, Math.abs(stored)),
  );
  return {
    same: found.length - differing.length,
    differences: differing.map(({ path, stored, computed }) => ({
      path,
      stored: String(stored),
      computed: String(computed),
    })),
    notCompared,
  };
}
