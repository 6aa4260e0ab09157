/** One partition from its file to figures: integer tables, one line per unit, counts. The same on every node to the last bit. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readExchange } from '#src/results/exchange/read.ts';
import { unitObject } from '../cli/units-json.ts';
import { analyzeByProcedure } from '../cli/by-procedure.ts';
import type { NamedUnit } from '../cli/order.ts';
import { FIGURES_FOLDER, SPEC_FILE, writeNamedByContent } from './storage.ts';
import { tablesOf, type WorkTables } from './tables.ts';

export interface PartitionRequest {
  /** Folder of the papers, absolute on this node. */
  readonly folder: string;
  readonly file: string;
  readonly position: number;
  readonly rate: number;
}

export type PartitionOutcome =
  | {
      readonly kind: 'computed';
      readonly papers: number;
      readonly units: number;
      readonly signals: number;
      readonly tables: readonly WorkTables[];
      readonly digest: string;
      readonly resultFile: string;
    }
  | { readonly kind: 'unusable'; readonly found: string };

/** Reads, analyses, writes the file of figures. Rows with errors make the partition unusable: half a region looks like one. */
export async function computePartition({ folder, file, position, rate }: PartitionRequest): Promise<PartitionOutcome> {
  const reading = await readExchange(
    { papers: join(folder, file), spec: join(folder, SPEC_FILE) },
    { keepParticipants: false },
  );
  const [error] = reading.problems.filter(({ severity }) => severity === 'error');
  if (error !== undefined) {
    return { kind: 'unusable', found: [error.code, error.row, error.column, error.found].filter(Boolean).join(', ') };
  }
  const units = analyzeByProcedure(reading.administrations, rate);
  const target = join(folder, FIGURES_FOLDER);
  await mkdir(target, { recursive: true });
  const stem = String(position).padStart(5, '0');
  const { name, digest } = await writeNamedByContent(target, stem, 'jsonl', lines(units));
  return {
    kind: 'computed',
    papers: reading.papers,
    units: units.length,
    signals: units.filter(({ signalled }) => signalled).length,
    tables: reading.administrations.map(tablesOf),
    digest,
    resultFile: `${FIGURES_FOLDER}/${name}`,
  };
}

function* lines(units: readonly NamedUnit[]): Generator<string> {
  for (const unit of units) yield `${JSON.stringify(unitObject(unit))}\n`;
}
