/** The file's bytes on their way in: what may be kept of them, and what the readers make of them. */
import { isTableRefusal } from '#src/platform/tables/errors.ts';
import type { Problem, SubjectCodes, TableMapping } from '../model.ts';
import { redactedCopy } from '../readers/redact.ts';
import { type FileReading, readResults } from '../readers/registry.ts';

export interface KeptFile {
  readonly content: Buffer;
  readonly droppedColumns: readonly string[];
  /** Why the file cannot be opened; what cannot be searched for names is not kept. */
  readonly refusal: Problem | null;
}

/** The file as received, or without the columns that name people. */
export async function keepableFile(content: Buffer): Promise<KeptFile> {
  try {
    const copy = await redactedCopy(content);
    return { content: Buffer.from(copy.bytes), droppedColumns: copy.droppedColumns, refusal: null };
  } catch (error) {
    if (!isTableRefusal(error)) throw error;
    const reading = await readResults(content);
    return { content: Buffer.alloc(0), droppedColumns: [], refusal: reading.problems[0] ?? null };
  }
}

/**
 * Reads a kept file. Saved mappings are tried on tables of unknown shape; subject codes serve protocols that print a code.
 */
export async function readKeptFile(
  content: Buffer,
  mapping: TableMapping | null,
  savedMappings: readonly TableMapping[],
  subjectCodes?: SubjectCodes,
): Promise<FileReading> {
  return readResults(content, mapping ? { mapping } : { savedMappings, subjectCodes });
}
