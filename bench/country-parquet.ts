/** Regions as wide Parquet in the exchange format, for the benches: written by DuckDB from a CSV that is then removed. */
import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { writtenHeader } from '#src/results/exchange/columns.ts';
import { COUNTRY_WORKS } from './country-region.ts';

const MOST_TASKS = Math.max(...COUNTRY_WORKS.map(({ tasks }) => tasks.length));
const HEADER = writtenHeader(MOST_TASKS);
const MISSING: Readonly<Record<number, string>> = { [-1]: 'X', [-2]: 'N', [-3]: '' };

/** Writes the region's papers and, each time anew, the description of the works. @returns path of the Parquet file. */
export async function writeParquet(
  folder: string,
  name: string,
  administrations: readonly Administration[],
): Promise<string> {
  const csv = join(folder, `${name}.csv`);
  const parquet = join(folder, `${name}.parquet`);
  await pipeline(Readable.from(csvPieces(administrations)), createWriteStream(csv));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (from read_csv('${csv}', all_varchar = true)) to '${parquet}' (format parquet, compression zstd)`,
  );
  connection.closeSync();
  await rm(csv);
  const works = COUNTRY_WORKS.map(({ subject, grade, tasks, thresholds }) => ({
    subject,
    grade,
    tasks,
    mark_thresholds: thresholds,
  }));
  await writeFile(join(folder, 'spec.json'), JSON.stringify({ procedure: 'ВПР', works }));
  return parquet;
}

export function* csvPieces(administrations: readonly Administration[]): Generator<string> {
  yield `${HEADER.join(',')}\n`;
  for (const administration of administrations) {
    const { procedure, subject, grade, municipalities, schools, classes, tasks, size, scores } = administration;
    const keys = classes.map(({ school, name }) =>
      [procedure, municipalities[schools[school]!.municipality], schools[school]!.name, grade, name, subject].join(','),
    );
    let piece = '';
    for (let paper = 0; paper < size; paper += 1) {
      const mark = administration.journalMarks[paper]!;
      piece += `${keys[administration.classOf[paper]!]},${paper},${administration.variants[paper]! + 1},${mark === 0 ? '' : mark}`;
      for (let task = 0; task < MOST_TASKS; task += 1) {
        const score = task < tasks.length ? scores[paper * tasks.length + task]! : -3;
        piece += `,${MISSING[score] ?? score}`;
      }
      piece += '\n';
      if (piece.length < 65_536) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
}
