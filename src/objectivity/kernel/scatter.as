// Scatter of points and their distances in it: engine/scatter.ts. Compiled together with kernel.as. Points are f64, `wide` (even)
// to a point, zeros after the last dimension.

/** Sum of weight x point x point', lower triangle row by row, f64 wide x wide, zeroed by the caller. `weights`: f64 per point. */
export function weightedScatter(points: usize, count: usize, wide: usize, weights: usize, out: usize): void {
  const step = wide << 3;
  for (let index: usize = 0; index < count; index++, points += step) {
    const weight = load<f64>(weights + (index << 3));
    let into = out;
    for (let row: usize = 0; row < wide; row++, into += step) {
      const value = f64x2.splat(weight * load<f64>(points + (row << 3)));
      for (let at: usize = 0; at <= row << 3; at += 16) {
        v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(value, v128.load(points + at))));
      }
    }
  }
}

/** Squared length of each point after a linear map: sum over rows of (row . point)^2. `map`: f64 rows x wide. */
export function squaredLengths(points: usize, count: usize, wide: usize, map: usize, rows: usize, out: usize): void {
  const step = wide << 3;
  for (let index: usize = 0; index < count; index++, points += step) {
    let sum: f64 = 0;
    let row = map;
    for (let k: usize = 0; k < rows; k++, row += step) {
      let product = f64x2.splat(0);
      for (let at: usize = 0; at < step; at += 16) {
        product = f64x2.add(product, f64x2.mul(v128.load(row + at), v128.load(points + at)));
      }
      const value = f64x2.extract_lane(product, 0) + f64x2.extract_lane(product, 1);
      sum += value * value;
    }
    store<f64>(out + (index << 3), sum);
  }
}

/** Linear map of points: out = map x point. `map`: f64 rows x wide; `out`: f64, `outWide` to a point. */
export function mapPoints(
  points: usize,
  count: usize,
  wide: usize,
  map: usize,
  rows: usize,
  out: usize,
  outWide: usize,
): void {
  const step = wide << 3;
  for (let index: usize = 0; index < count; index++, points += step, out += outWide << 3) {
    let row = map;
    for (let k: usize = 0; k < rows; k++, row += step) {
      let product = f64x2.splat(0);
      for (let at: usize = 0; at < step; at += 16) {
        product = f64x2.add(product, f64x2.mul(v128.load(row + at), v128.load(points + at)));
      }
      store<f64>(out + (k << 3), f64x2.extract_lane(product, 0) + f64x2.extract_lane(product, 1));
    }
  }
}
