/** A frozen honest reference on disk: JSON that another administration's analysis reads back. */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type FrozenReference, FROZEN_VERSION } from '../engine/frozen-reference.ts';
import { refuseAnalyze } from './errors.ts';

const figure = z.number();
const spread = figure.positive().nullable();

const shape = z.object({
  version: z.literal(FROZEN_VERSION),
  name: z.string().min(1),
  madeAt: z.string(),
  engineVersion: z.string(),
  units: z.int().nonnegative(),
  papers: z.int().nonnegative(),
  works: z.array(
    z.object({
      subject: z.string(),
      grade: z.int(),
      tasks: z.array(z.object({ id: z.string(), max: z.int().positive(), response: z.enum(['short', 'extended']) })),
      tables: z.object({
        histogram: z.array(figure.nonnegative()),
        means: z.array(figure),
        marks: z.array(figure.nullable()),
      }),
      spread: z.object({ boundary: spread, hardTasks: spread, extendedTasks: spread, marks: spread }),
      parts: z.int().nonnegative(),
    }),
  ),
  tails: z.record(z.string(), z.array(figure)),
});

/** @throws Refusal referenceDamaged where the file is no reference of this version. */
export async function readReference(path: string): Promise<FrozenReference> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuseAnalyze('referenceDamaged', { path });
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success || !parsed.data.works.every(tablesFit)) throw refuseAnalyze('referenceDamaged', { path });
  return parsed.data;
}

function tablesFit({ tasks, tables }: FrozenReference['works'][number]): boolean {
  const totals = tasks.reduce((sum, { max }) => sum + max, 0) + 1;
  const { histogram, means, marks } = tables;
  return histogram.length === totals && marks.length === totals && means.length === totals * tasks.length;
}

export async function writeReference(path: string, reference: FrozenReference): Promise<void> {
  await writeFile(path, `${JSON.stringify(reference)}\n`);
}
