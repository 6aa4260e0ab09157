/** Where the papers of a country stand, and how they fall into partitions that are analysed independently: regions. */
import { basename } from 'node:path';
import { type FileProblem, readExchange } from '#src/results/exchange/read.ts';
import type { Administration } from '../engine/administration.ts';
import { Sidecar } from '../sidecar/read.ts';

export type CountrySource =
  | { readonly kind: 'packed'; readonly path: string }
  | {
      readonly kind: 'exchange';
      /** A file for each region. */
      readonly files: readonly string[];
      readonly spec: string;
    };

/** One region: works of a packed file by their places, or a file of papers. */
export interface Partition {
  readonly region: string;
  readonly works: readonly number[];
  readonly file: string | null;
  /** 0 where that is known only when the file is read. */
  readonly papers: number;
}

export interface LoadedPartition {
  readonly administrations: readonly Administration[];
  readonly problems: readonly FileProblem[];
  readonly rows: number;
  readonly absent: number;
  readonly flawed: number;
}

/** In the order of the files, or of the first work of each region. @throws Refusal of sidecar/errors.ts. */
export function partitionsOf(source: CountrySource): Partition[] {
  if (source.kind === 'exchange') {
    return source.files.map((file) => ({
      region: basename(file).replace(/\.(?:csv|parquet|txt)$/iu, ''),
      works: [],
      file,
      papers: 0,
    }));
  }
  const sidecar = new Sidecar(source.path);
  sidecar.close();
  const regions = new Map<string, number[]>();
  sidecar.works.forEach(({ region }, index) => {
    const works = regions.get(region);
    if (works === undefined) regions.set(region, [index]);
    else works.push(index);
  });
  return [...regions].map(([region, works]) => ({
    region,
    works,
    file: null,
    papers: works.reduce((sum, index) => sum + sidecar.works[index]!.papers, 0),
  }));
}

/** @throws Refusal of sidecar/errors.ts; papersNotFound, specNotFound. */
export async function loadPartition(source: CountrySource, { works, file }: Partition): Promise<LoadedPartition> {
  if (source.kind === 'exchange') {
    return readExchange({ papers: file!, spec: source.spec }, { keepParticipants: false });
  }
  const sidecar = new Sidecar(source.path);
  try {
    const administrations = works.map((index) => sidecar.read(index));
    const absent = works.reduce((sum, index) => sum + sidecar.works[index]!.absent, 0);
    const papers = administrations.reduce((sum, { size }) => sum + size, 0);
    return { administrations, problems: [], rows: papers + absent, absent, flawed: 0 };
  } finally {
    sidecar.close();
  }
}
