/** Ranks from 1; equal values share the mean of their ranks. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let index = start; index < end; index++) ranks[order[index]!] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** Pearson's correlation; NaN when one side is constant or there are fewer than two pairs. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const count = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let index = 0; index < count; index++) {
    meanX += x[index]! / count;
    meanY += y[index]! / count;
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let index = 0; index < count; index++) {
    const dx = x[index]! - meanX;
    const dy = y[index]! - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

/**
 * Spearman's rank correlation with ties: Pearson's correlation of mid-ranks (Kendall & Gibbons 1990, ch. 3).
 * NaN when one side is constant.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(midRanks(x), midRanks(y));
}

/**
 * The shortcut 1 - 6 sum d^2 / (n (n^2 - 1)) as printed in the 2019 methodology. It equals Spearman's coefficient only
 * when there are no ties; marks take four values, so there always are. Kept to reproduce what is published.
 */
export function spearmanWithoutTies(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const count = x.length;
  if (count < 2) return Number.NaN;
  const rankX = midRanks(x);
  const rankY = midRanks(y);
  let squares = 0;
  for (let index = 0; index < count; index++) squares += (rankX[index]! - rankY[index]!) ** 2;
  return 1 - (6 * squares) / (count * (count * count - 1));
}
