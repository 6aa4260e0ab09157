/**
 * The compiled kernel on a memory of its own: an instance per thread. The memory is shared, so that several threads can
 * work on one set of records. Room is taken in order and given back as a whole (`scope`).
 */
import { KERNEL_MODULE } from './module.ts';

/** What the kernel exports (*.as); addresses and sizes are bytes. */
interface Exports {
  scan(at: number, bytes: number): bigint;
  pack(...args: readonly number[]): void;
  unpack(...args: readonly number[]): void;
  pointsOf(...args: readonly number[]): void;
  examine(...args: readonly number[]): void;
  totals(...args: readonly number[]): void;
  marks(...args: readonly number[]): void;
  classTotals(...args: readonly number[]): void;
  classSums(...args: readonly number[]): void;
  valueCounts(...args: readonly number[]): void;
  residuals(...args: readonly number[]): void;
  covariance(...args: readonly number[]): void;
  pairMatches(...args: readonly number[]): void;
  stepCross(...args: readonly number[]): void;
  likeness(...args: readonly number[]): void;
  simulateClass(...args: readonly number[]): number;
  weightedScatter(...args: readonly number[]): void;
  squaredLengths(...args: readonly number[]): void;
  mapPoints(...args: readonly number[]): void;
}

/** A WebAssembly memory, whose type only browsers' and Node's libraries declare. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

interface Platform {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
    readonly Memory: new (shape: { initial: number; maximum: number; shared: true }) => SharedMemory;
  };
  atob(text: string): string;
}

const PAGE = 65_536;
const ALIGNMENT = 64;
/** Pages of address space that a memory may grow to; only what is used is taken from the machine. */
const MOST_PAGES = 32_768;

let compiled: object | null = null;

export class Kernel {
  readonly memory: SharedMemory;
  readonly run: Exports;
  #top: number;

  /**
   * @param memory that of another thread; a new one unless given.
   * @param from where this thread's own room begins in it.
   */
  constructor(memory?: SharedMemory, from = ALIGNMENT) {
    const { WebAssembly, atob } = globalThis as unknown as Platform;
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_MODULE), (letter) => letter.charCodeAt(0)));
    this.memory = memory ?? new WebAssembly.Memory({ initial: 16, maximum: MOST_PAGES, shared: true });
    this.run = new WebAssembly.Instance(compiled, { env: { memory: this.memory } }).exports;
    this.#top = from;
  }

  /** Address of fresh room; what stands in it is not defined. @throws RangeError when the memory is at its limit. */
  take(bytes: number): number {
    const at = this.#top;
    this.#top = Math.ceil((at + bytes) / ALIGNMENT) * ALIGNMENT;
    // Vectors may be read and written past the end of what they hold.
    const pages = Math.ceil((this.#top + ALIGNMENT) / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (pages > 0) this.memory.grow(pages);
    return at;
  }

  /** Room that holds zeros. */
  takeZeros(bytes: number): number {
    const at = this.take(bytes);
    this.bytes(at, bytes).fill(0);
    return at;
  }

  /** Gives back, when `work` ends, all room that was taken in it. */
  scope<T>(work: () => T): T {
    const top = this.#top;
    try {
      return work();
    } finally {
      this.#top = top;
    }
  }

  /** Copies values into fresh room. */
  put(values: Uint8Array | Int8Array | Int16Array | Uint16Array | Int32Array | Float32Array | Float64Array): number {
    const at = this.take(values.byteLength);
    this.bytes(at, values.byteLength).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return at;
  }

  bytes(at: number, length: number): Uint8Array<SharedArrayBuffer> {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  int8(at: number, length: number): Int8Array<SharedArrayBuffer> {
    return new Int8Array(this.memory.buffer, at, length);
  }

  int16(at: number, length: number): Int16Array<SharedArrayBuffer> {
    return new Int16Array(this.memory.buffer, at, length);
  }

  uint16(at: number, length: number): Uint16Array<SharedArrayBuffer> {
    return new Uint16Array(this.memory.buffer, at, length);
  }

  int32(at: number, length: number): Int32Array<SharedArrayBuffer> {
    return new Int32Array(this.memory.buffer, at, length);
  }

  uint32(at: number, length: number): Uint32Array<SharedArrayBuffer> {
    return new Uint32Array(this.memory.buffer, at, length);
  }

  float64(at: number, length: number): Float64Array<SharedArrayBuffer> {
    return new Float64Array(this.memory.buffer, at, length);
  }
}

let own: Kernel | null = null;

/** This thread's kernel. Whoever uses it gives its room back (`scope`). */
export function threadKernel(): Kernel {
  own ??= new Kernel();
  return own;
}
