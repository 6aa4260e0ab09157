/**
 * Seeded random numbers for simulations: the same seed gives the same region on every machine.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded through splitmix32.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: number) {
    let state = seed | 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    for (let step = 0; step < 12; step++) this.uniform();
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** Where the generator stands: three words and the counter, for drawing elsewhere (kernel/simulation.as). */
  state(): Int32Array {
    return Int32Array.of(this.#a, this.#b, this.#c, this.#counter);
  }

  /** Goes on from where another place has drawn to. */
  resume(state: ArrayLike<number>): void {
    this.#a = state[0]!;
    this.#b = state[1]!;
    this.#c = state[2]!;
    this.#counter = state[3]!;
    this.#spare = null;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Integer from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** Standard normal, Marsaglia's polar method. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * factor;
      return x * factor;
    }
  }

  /** Student t with integer degrees of freedom, rescaled to variance one (df > 2); Infinity gives the normal. */
  heavyTailed(degreesOfFreedom: number): number {
    const numerator = this.normal();
    if (!Number.isFinite(degreesOfFreedom)) return numerator;
    let chiSquare = 0;
    for (let draw = 0; draw < degreesOfFreedom; draw++) chiSquare += this.normal() ** 2;
    const t = numerator / Math.sqrt(chiSquare / degreesOfFreedom);
    return t * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
  }

  /** A new order of the same items (Fisher-Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      const kept = order[last]!;
      order[last] = order[other]!;
      order[other] = kept;
    }
    return order;
  }
}
