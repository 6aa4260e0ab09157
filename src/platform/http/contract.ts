/** One HTTP operation as both sides read it: the server registers it, the web calls it, OpenAPI is generated from it. */
import type { ZodType } from 'zod';

export interface Contract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** Capability; groups operations in the OpenAPI document. */
  readonly tag: string;
  /** Answers without a session. */
  readonly open?: boolean;
  readonly params?: ZodType;
  readonly query?: ZodType;
  readonly body?: ZodType;
  /** Success body; absent where the answer is a file. */
  readonly output?: ZodType;
  /** The answer is a file: its media type. */
  readonly file?: string;
  /** The request is multipart/form-data with files. */
  readonly upload?: boolean;
}

/** Keeps the exact types of one operation. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}
