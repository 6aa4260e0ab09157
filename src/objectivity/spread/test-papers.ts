/** Invented regions as files of the exchange format: one Parquet each and one description beside them. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writtenHeader } from '#src/results/exchange/columns.ts';
import type { Administration } from '../engine/administration.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';

const WORKS = [inventedWork('Математика', 5, 12), inventedWork('Русский язык', 5, 15)];
const TASKS = 15;
const HEADER = writtenHeader(TASKS);

/** Writes `<name>.parquet` and spec.json into `folder`. */
export async function writeRegion(folder: string, name: string, seed: number): Promise<readonly Administration[]> {
  await mkdir(folder, { recursive: true });
  const { administrations } = simulateRegion({
    seed,
    municipalities: 2,
    schoolsPerMunicipality: 10,
    works: WORKS,
    variants: 2,
    names: { school: (municipality, school) => `${name}-${municipality + 1}-${school + 1}` },
  });
  const csv = join(folder, `${name}.tmp`);
  const lines = [HEADER, ...administrations.flatMap(rowsOf)].map((row) => row.join(';'));
  await writeFile(csv, `${lines.join('\n')}\n`);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const parquet = join(folder, `${name}.parquet`);
  await connection.run(
    `copy (select * from read_csv('${csv}', delim=';', header=true, all_varchar=true)) to '${parquet}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  await rm(csv);
  await writeFile(
    join(folder, 'spec.json'),
    JSON.stringify({
      procedure: 'ВПР',
      works: WORKS.map(({ subject, grade, tasks, thresholds }) => ({
        subject,
        grade,
        tasks,
        mark_thresholds: thresholds,
      })),
    }),
  );
  return administrations;
}

function rowsOf(administration: Administration): string[][] {
  const { procedure, municipalities, schools, classes, tasks, subject, grade } = administration;
  return Array.from({ length: administration.size }, (_, paper) => {
    const group = classes[administration.classOf[paper]!]!;
    const school = schools[group.school]!;
    return [
      procedure,
      municipalities[school.municipality]!,
      school.name,
      String(grade),
      group.name,
      subject,
      administration.participants[paper]!,
      administration.variantNames![administration.variants[paper]!]!,
      String(administration.journalMarks[paper]! || ''),
      ...Array.from({ length: TASKS }, (_, task) =>
        task < tasks.length ? String(administration.scores[paper * tasks.length + task]!) : '',
      ),
    ];
  });
}
