/** Paths of a PDF as the library packs them: a number for each step, then its places. */

export type Segment = readonly [from: readonly [number, number], to: readonly [number, number], begins: boolean];

export function* segments(data: readonly number[]): Generator<Segment> {
  let start: readonly [number, number] = [0, 0];
  let at: readonly [number, number] = [0, 0];
  let begins = true;
  for (let index = 0; index < data.length; ) {
    const kind = data[index];
    const count = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const next = [data[index + count - 1] ?? 0, data[index + count] ?? 0] as const;
    index += 1 + count;
    if (kind === 0) [start, at, begins] = [next, next, true];
    else if (kind === 1) {
      yield [at, next, begins];
      [at, begins] = [next, false];
    } else if (kind === 4) {
      if (at[0] !== start[0] || at[1] !== start[1]) yield [at, start, false];
      [at, begins] = [start, true];
    } else at = next;
  }
}
