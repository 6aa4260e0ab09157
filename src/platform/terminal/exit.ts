/** What a command's exit code says; documented for people in docs/guide/analyze.md. */
import { Refusal } from '../errors.ts';

export const EXIT = {
  ok: 0,
  /** A fault of ours, or of the machine. */
  unexpected: 1,
  /** The command line was not understood. */
  usage: 2,
  /** The data cannot be used as they are. */
  data: 3,
  /** A file is not there, or cannot be read or written. */
  file: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Refusals carry the status of an HTTP answer; the command line says the same by its exit code. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof Refusal)) return EXIT.unexpected;
  if (error.status === 400) return EXIT.usage;
  if (error.status === 403 || error.status === 404) return EXIT.file;
  return error.status === 413 || error.status === 422 ? EXIT.data : EXIT.unexpected;
}
