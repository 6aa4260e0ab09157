/** A thread that is asked questions, and answers them in their order. The only place where threads begin. */
import { fileURLToPath } from 'node:url';
import { type Transferable, Worker } from 'node:worker_threads';
import { Refusal } from '#src/platform/errors.ts';

/** What a thread is asked. */
export interface Question<Task> {
  readonly index: number;
  readonly task: Task;
}

/** What a thread answers: the question's number and its result, or a refusal in both languages. */
export type Answer<Result> = { readonly index: number } & (
  | { readonly result: Result }
  | { readonly refusal: { readonly code: string; readonly status: number; readonly ru: string; readonly en: string } }
);

/** Compiled modules, beside the packages that they are compiled with: a thread that finds them begins in half the time. */
const CODE_CACHE = fileURLToPath(new URL('../../../node_modules/.cache/obektiv', import.meta.url));

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #failure: Error | null = null;

  /** @param module answers questions (answer.ts). */
  constructor(module: URL, workerData?: unknown) {
    this.#worker = new Worker(module, {
      workerData,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? CODE_CACHE },
    });
    this.#worker.on('message', (answer: Answer<unknown>) => {
      const waiting = this.#waiting.get(answer.index);
      this.#waiting.delete(answer.index);
      if ('refusal' in answer) waiting?.reject(new Refusal(answer.refusal.code, answer.refusal));
      else waiting?.resolve(answer.result);
    });
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended early (${code})`)));
  }

  /** @throws Refusal that the thread answered with; what ended the thread. */
  ask<Result>(task: unknown, handedOver: readonly Transferable[] = []): Promise<Result> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const index = this.#asked++;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(index, { resolve: resolve as (result: unknown) => void, reject });
      this.#worker.postMessage({ index, task } satisfies Question<unknown>, [...handedOver]);
    });
  }

  /** Whether the process waits for this thread before it ends. */
  hold(needed: boolean): void {
    if (needed) this.#worker.ref();
    else this.#worker.unref();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
