import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freezeReference } from '../engine/analyze.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { readReference, writeReference } from './reference-file.ts';

const region = { seed: 41, municipalities: 3, schoolsPerMunicipality: 4, works: [inventedWork('Математика', 5)] };
const label = { name: 'Выборка', madeAt: '2026-04-20', engineVersion: 'test' };
const reference = freezeReference(simulateRegion({ ...region, manipulatedShare: 0 }).administrations, label);
const folder = await mkdtemp(join(tmpdir(), 'reference-'));

test('a reference that was written is read back as it was', async () => {
  const path = join(folder, 'whole.json');
  await writeReference(path, reference);
  expect(await readReference(path)).toEqual(reference);
});

test('a cut file, another version and tables of another size are refused', async () => {
  const path = join(folder, 'whole.json');
  await writeReference(path, reference);
  const text = await readFile(path, 'utf8');
  const [work] = reference.works;
  const bad = {
    'cut.json': text.slice(0, 200),
    'version.json': JSON.stringify({ ...reference, version: 2 }),
    'size.json': JSON.stringify({ ...reference, works: [{ ...work, tables: { ...work!.tables, histogram: [1, 2] } }] }),
  };
  for (const [name, content] of Object.entries(bad)) {
    await writeFile(join(folder, name), content);
    await expect(readReference(join(folder, name))).rejects.toMatchObject({ code: 'referenceDamaged' });
  }
});
