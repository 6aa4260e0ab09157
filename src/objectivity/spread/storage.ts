/** Shared storage: one folder that all nodes see. Names in the database are relative to it, so nodes may mount it anywhere. */
import { createHash } from 'node:crypto';
import { open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { refuseSpread } from './errors.ts';

export const SPEC_FILE = 'spec.json';
export const FIGURES_FOLDER = 'figures';
const PAPERS = /\.(parquet|csv)$/iu;

/** @throws Refusal storageNotNamed, storageMissing. */
export async function sharedRoot(path: string | undefined = process.env.OBEKTIV_SHARED): Promise<string> {
  if (!path) throw refuseSpread('storageNotNamed');
  return realpath(path).catch(() => {
    throw refuseSpread('storageMissing', { path });
  });
}

/**
 * A folder of the storage, links resolved.
 * @throws Refusal folderOutside, storageMissing.
 */
export async function folderWithin(root: string, folder: string): Promise<string> {
  const path = await realpath(resolve(root, folder)).catch(() => {
    throw refuseSpread('storageMissing', { path: join(root, folder) });
  });
  if (path !== root && !path.startsWith(root + sep)) throw refuseSpread('folderOutside', { path: folder });
  return path;
}

/** Name of a folder as the database keeps it: relative to the root, with forward slashes on every system. */
export function storageName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/**
 * Files of papers in a folder, in the order of their names: this order numbers the partitions.
 * @throws Refusal specMissing, nothingToAnalyse.
 */
export async function partitionFiles(path: string): Promise<string[]> {
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  if (!names.includes(SPEC_FILE)) throw refuseSpread('specMissing', { path });
  const files = names.filter((name) => PAPERS.test(name)).sort((a, b) => (a < b ? -1 : 1));
  if (files.length === 0) throw refuseSpread('nothingToAnalyse', { path });
  return files;
}

export interface Written {
  readonly name: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly digest: string;
}

/**
 * Writes pieces to `<stem>.<digest>.<extension>`: whole or not at all, and never over other content, since the content
 * names the file. A node that is killed leaves a `.part` file, which the next writer of the same stem removes.
 */
export async function writeNamedByContent(
  folder: string,
  stem: string,
  extension: string,
  pieces: Iterable<string>,
): Promise<Written> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${stem}.`) && name.endsWith('.part')) await rm(join(folder, name), { force: true });
  }
  const part = join(folder, `${stem}.${process.pid}-${Date.now()}.part`);
  const hash = createHash('sha256');
  const file = await open(part, 'wx');
  try {
    for (const piece of pieces) {
      hash.update(piece);
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const digest = hash.digest('hex');
  const name = `${stem}.${digest.slice(0, 16)}.${extension}`;
  await rename(part, join(folder, name));
  return { name, digest };
}
