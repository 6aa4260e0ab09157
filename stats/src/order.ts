/**
 * Places of values in ascending order: merge sort over typed arrays, stable, without a call per comparison.
 *
 * @param values without NaN. @returns index of the smallest value first; equal values in the order in which they came.
 */
export function ascendingOrder(values: ArrayLike<number>): Int32Array {
  const count = values.length;
  let order = new Int32Array(count);
  let keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    order[index] = index;
    keys[index] = values[index]!;
  }
  sortRuns(order, keys, count);
  let nextOrder = new Int32Array(count);
  let nextKeys = new Float64Array(count);
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(count, start + width);
      const end = Math.min(count, start + 2 * width);
      let left = start;
      let right = middle;
      for (let into = start; into < end; into++) {
        const fromLeft = left < middle && (right >= end || keys[left]! <= keys[right]!);
        const from = fromLeft ? left++ : right++;
        nextKeys[into] = keys[from]!;
        nextOrder[into] = order[from]!;
      }
    }
    [order, nextOrder] = [nextOrder, order];
    [keys, nextKeys] = [nextKeys, keys];
  }
  return order;
}

/** Runs of this length are sorted by insertion before they are merged. */
const RUN = 8;

function sortRuns(order: Int32Array, keys: Float64Array, count: number): void {
  for (let start = 0; start < count; start += RUN) {
    const end = Math.min(count, start + RUN);
    for (let index = start + 1; index < end; index++) {
      const key = keys[index]!;
      const place = order[index]!;
      let at = index;
      for (; at > start && keys[at - 1]! > key; at--) {
        keys[at] = keys[at - 1]!;
        order[at] = order[at - 1]!;
      }
      keys[at] = key;
      order[at] = place;
    }
  }
}
