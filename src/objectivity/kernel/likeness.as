// How alike the papers of a class are: markers/likeness.ts has the formula, its test the same in plain loops. Compiled together with
// kernel.as. Probabilities are f32 tables, groups x levels x `wide` (tasks, a multiple of 4): levels a task does not have hold 0,
// tasks that do not exist 1 at level 0.

const COPIED: f32 = 0.5;
const SAME_BASE: f32 = -0.6931472;
const REWRITTEN: f64 = 0.9;
const FEW: i32 = 3;
const RAREST: f32 = 0.02;
const ALIKE: f32 = 2.9957323;
const OWN_SHARE: f64 = 0.02;
const NEIGHBOUR_PAPERS: f64 = 8;
const SHIFT_DOUBT: f32 = 4;
const NEWTON_STEPS: i32 = 5;
const SMALL_CHANGE: f32 = 1e-3;

/** ln of four positive numbers; Cephes (S. L. Moshier), two units of the last place. */
// @ts-ignore: decorator
@inline
function log4(x: v128): v128 {
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  let m = v128.or(v128.and(x, i32x4.splat(0x7fffff)), i32x4.splat(0x3f000000));
  const small = f32x4.lt(m, f32x4.splat(0.70710677));
  exponent = i32x4.add(exponent, small);
  m = f32x4.sub(f32x4.add(m, v128.and(small, m)), f32x4.splat(1));
  const e = f32x4.convert_i32x4_s(exponent);
  const z = f32x4.mul(m, m);
  let y = f32x4.splat(7.0376836292e-2);
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.151461031e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(1.167699874e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.2420140846e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(1.4249322787e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.6668057665e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(2.0000714765e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-2.4999993993e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(3.3333331174e-1));
  y = f32x4.mul(f32x4.mul(y, m), z);
  y = f32x4.add(y, f32x4.mul(e, f32x4.splat(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(z, f32x4.splat(0.5)));
  return f32x4.add(f32x4.add(m, y), f32x4.mul(e, f32x4.splat(0.693359375)));
}

/** e to the power of four numbers between -80 and 80; Cephes. */
// @ts-ignore: decorator
@inline
function exp4(value: v128): v128 {
  const n = f32x4.nearest(f32x4.mul(value, f32x4.splat(1.44269504)));
  let x = f32x4.sub(value, f32x4.mul(n, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let y = f32x4.splat(1.9875691e-4);
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(x, x)), x), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}

// @ts-ignore: decorator
@inline
function sum4(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/**
 * Likeness of classes. `floors`: f32 levels x wide, the least probability of a level that the task has, 0 elsewhere. `sizes`: i32
 * papers per group. `slots`: i32 per group, all -1, and so again at the end. `points`: papers x tasks bytes; `groupOf`: i32 per
 * paper, below zero for papers that are left out; `counted`: whether the papers are part of the table. `room`: papers of the
 * largest class, a multiple of 8. `scratch`: 24 room + room x levels x wide x 4 + 12 tasks x room + 8 wide + 64 bytes.
 * `out`: f64 classes x 5: score, alike pairs, alike pupils, equal scores per pair, expected ones.
 */
export function likeness(
  table: usize,
  floors: usize,
  sizes: usize,
  slots: usize,
  tasks: i32,
  wide: usize,
  levels: i32,
  points: usize,
  groupOf: usize,
  starts: usize,
  ends: usize,
  classes: i32,
  counted: i32,
  room: usize,
  scratch: usize,
  out: usize,
): void {
  const rowBytes = (<usize>levels * wide) << 2;
  const line = room << 2;
  const place = scratch;
  const list = place + line;
  const multiplicity = list + line;
  const alike = multiplicity + line;
  const close = alike + line;
  const observed = close + line;
  const shifts = observed + (wide << 2);
  const lane = shifts + (wide << 2);
  const rows = lane + 64;
  const scores = rows + room * rowBytes;
  const weights = scores + <usize>tasks * line;
  const roots = weights + <usize>tasks * line;
  for (let unit: usize = 0; unit < <usize>classes; unit++, out += 40) {
    const start: usize = load<i32>(starts + (unit << 2));
    const end: usize = load<i32>(ends + (unit << 2));
    let n: usize = 0;
    let distinct: usize = 0;
    memory.fill(observed, 0, wide << 2);
    for (let paper = start; paper < end; paper++) {
      const group = load<i32>(groupOf + (paper << 2));
      if (group < 0) continue;
      const slot = slots + (<usize>group << 2);
      let d: usize = load<i32>(slot);
      if (load<i32>(slot) < 0) {
        d = distinct++;
        store<i32>(slot, <i32>d);
        store<i32>(list + (d << 2), group);
        store<i32>(multiplicity + (d << 2), 0);
        memory.copy(rows + d * rowBytes, table + <usize>group * rowBytes, rowBytes);
      }
      store<i32>(multiplicity + (d << 2), load<i32>(multiplicity + (d << 2)) + 1);
      store<i32>(place + (n << 2), <i32>d);
      const from = points + paper * <usize>tasks;
      for (let task: usize = 0; task < <usize>tasks; task++) {
        const score: i32 = load<i8>(from + task);
        store<i32>(scores + task * line + (n << 2), score);
        const sum = observed + (task << 2);
        store<f32>(sum, load<f32>(sum) + <f32>score);
      }
      n++;
    }
    for (let d: usize = 0; d < distinct; d++) store<i32>(slots + (<usize>load<i32>(list + (d << 2)) << 2), -1);
    if (counted) {
      for (let d: usize = 0; d < distinct; d++) {
        const own = <f64>load<i32>(multiplicity + (d << 2));
        const size = <f64>load<i32>(sizes + (<usize>load<i32>(list + (d << 2)) << 2));
        if (own <= OWN_SHARE * size) continue;
        withoutOwn(rows + d * rowBytes, <i32>d, own, size + NEIGHBOUR_PAPERS, place, scores, line, n, tasks, wide, floors, rowBytes);
      }
    }
    const expected = tilt(rows, rowBytes, distinct, multiplicity, observed, wide, levels, <f32>n);
    weigh(rows, rowBytes, place, scores, weights, roots, line, n, tasks, wide);
    pairs(scores, weights, roots, line, n, tasks, alike, close, lane, out);
    const count = <f64>n * <f64>(n - 1) * 0.5;
    store<f64>(out, n < 2 ? 0 : mostAlike(alike, n) / <f64>(n - 1));
    store<f64>(out, n < 2 ? 0 : load<f64>(out, 24) / count, 24);
    const real = expected - <f64>(wide - <usize>tasks) * count;
    store<f64>(out, n < 2 ? 0 : real / count, 32);
  }
}

/** Takes the class's own papers out of the probabilities of one group. */
function withoutOwn(
  row: usize,
  d: i32,
  own: f64,
  all: f64,
  place: usize,
  scores: usize,
  line: usize,
  n: usize,
  tasks: i32,
  wide: usize,
  floors: usize,
  rowBytes: usize,
): void {
  const one = <f32>(1 / all);
  for (let member: usize = 0; member < n; member++) {
    if (load<i32>(place + (member << 2)) != d) continue;
    for (let task: usize = 0; task < <usize>tasks; task++) {
      const at = row + ((<usize>load<i32>(scores + task * line + (member << 2)) * wide + task) << 2);
      store<f32>(at, load<f32>(at) - one);
    }
  }
  const rest = f32x4.splat(<f32>(all / (all - own)));
  for (let at: usize = 0; at < rowBytes; at += 16) {
    v128.store(row + at, f32x4.max(v128.load(floors + at), f32x4.mul(v128.load(row + at), rest)));
  }
}

/**
 * Tilts the probabilities of all groups of a class by the class's shift of each task, and makes them sum to one.
 * Returns the expected number of equal scores over all pairs, in tasks that do not exist (all at level 0) too.
 */
function tilt(
  rows: usize,
  rowBytes: usize,
  distinct: usize,
  multiplicity: usize,
  observed: usize,
  wide: usize,
  levels: i32,
  n: f32,
): f64 {
  const step = wide << 2;
  const last = rows + distinct * rowBytes;
  let expected = f64x2.splat(0);
  for (let column: usize = 0; column < step; column += 16) {
    let shift = f32x4.splat(0);
    let active = i32x4.splat(-1);
    const points = v128.load(observed + column);
    for (let round = 0; round < NEWTON_STEPS && v128.any_true(active); round++) {
      const factor = exp4(shift);
      let residual = f32x4.sub(points, f32x4.mul(shift, f32x4.splat(SHIFT_DOUBT)));
      let information = f32x4.splat(SHIFT_DOUBT);
      let number = multiplicity;
      for (let row = rows + column; row < last; row += rowBytes, number += 4) {
        let mass = v128.load(row);
        let first = f32x4.splat(0);
        let second = f32x4.splat(0);
        let power = factor;
        let at = row + step;
        for (let level: i32 = 1; level < levels; level++, at += step) {
          const weight = f32x4.mul(v128.load(at), power);
          const score = f32x4.splat(<f32>level);
          const scored = f32x4.mul(weight, score);
          mass = f32x4.add(mass, weight);
          first = f32x4.add(first, scored);
          second = f32x4.add(second, f32x4.mul(scored, score));
          power = f32x4.mul(power, factor);
        }
        const papers = f32x4.splat(<f32>load<i32>(number));
        const inverse = f32x4.div(f32x4.splat(1), mass);
        const mean = f32x4.mul(first, inverse);
        residual = f32x4.sub(residual, f32x4.mul(papers, mean));
        const variance = f32x4.sub(f32x4.mul(second, inverse), f32x4.mul(mean, mean));
        information = f32x4.add(information, f32x4.mul(papers, variance));
      }
      const change = f32x4.div(residual, information);
      const held = f32x4.max(f32x4.splat(-1), f32x4.min(f32x4.splat(1), change));
      shift = f32x4.add(shift, v128.and(active, held));
      active = v128.and(active, f32x4.ge(f32x4.abs(change), f32x4.splat(SMALL_CHANGE)));
    }
    const factor = exp4(shift);
    let squares = f32x4.splat(0);
    let number = multiplicity;
    for (let row = rows + column; row < last; row += rowBytes, number += 4) {
      let mass = v128.load(row);
      let power = factor;
      let at = row + step;
      for (let level: i32 = 1; level < levels; level++, at += step) {
        const weight = f32x4.mul(v128.load(at), power);
        v128.store(at, weight);
        mass = f32x4.add(mass, weight);
        power = f32x4.mul(power, factor);
      }
      const inverse = f32x4.div(f32x4.splat(1), mass);
      const papers = f32x4.splat(<f32>load<i32>(number));
      at = row;
      for (let level: i32 = 0; level < levels; level++, at += step) {
        const probability = f32x4.mul(v128.load(at), inverse);
        v128.store(at, probability);
        squares = f32x4.add(squares, f32x4.mul(papers, f32x4.mul(probability, probability)));
      }
    }
    for (let level: i32 = 0; level < levels; level++) {
      let sum = f32x4.splat(0);
      number = multiplicity;
      let at = rows + column + <usize>level * step;
      for (let d: usize = 0; d < distinct; d++, at += rowBytes, number += 4) {
        sum = f32x4.add(sum, f32x4.mul(f32x4.splat(<f32>load<i32>(number)), v128.load(at)));
      }
      const low = f64x2.promote_low_f32x4(sum);
      const high = f64x2.promote_low_f32x4(i8x16.shuffle(sum, sum, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
      expected = f64x2.add(expected, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
    }
    const low = f64x2.promote_low_f32x4(squares);
    const high = f64x2.promote_low_f32x4(i8x16.shuffle(squares, squares, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
    expected = f64x2.sub(expected, f64x2.add(low, high));
  }
  return (f64x2.extract_lane(expected, 0) + f64x2.extract_lane(expected, 1)) / 2;
}

/** Per task and pupil: half of what a pair with that score in common gains over a pair that differs, and its odds as a root. */
function weigh(
  rows: usize,
  rowBytes: usize,
  place: usize,
  scores: usize,
  weights: usize,
  roots: usize,
  line: usize,
  n: usize,
  tasks: i32,
  wide: usize,
): void {
  const padded = (n + 7) & ~7;
  for (let task: usize = 0; task < <usize>tasks; task++) {
    const score = scores + task * line;
    const weight = weights + task * line;
    const root = roots + task * line;
    for (let member: usize = 0; member < n; member++) {
      const row = rows + <usize>load<i32>(place + (member << 2)) * rowBytes;
      const level: usize = load<i32>(score + (member << 2));
      store<f32>(weight + (member << 2), load<f32>(row + ((level * wide + task) << 2)));
    }
    for (let member = n; member < padded; member++) {
      store<f32>(weight + (member << 2), 1);
      store<i32>(score + (member << 2), -1);
    }
    for (let at: usize = 0; at < padded << 2; at += 16) {
      const probability = f32x4.max(f32x4.splat(RAREST), v128.load(weight + at));
      const odds = f32x4.add(f32x4.splat(1), f32x4.div(f32x4.splat((1 - COPIED) / COPIED), probability));
      v128.store(root + at, f32x4.sqrt(odds));
      v128.store(weight + at, f32x4.mul(f32x4.splat(0.5), log4(odds)));
    }
  }
}

/** All pairs of a class, eight at a time. */
function pairs(
  scores: usize,
  weights: usize,
  roots: usize,
  line: usize,
  n: usize,
  tasks: i32,
  alike: usize,
  close: usize,
  lane: usize,
  out: usize,
): void {
  memory.fill(alike, 0, line);
  memory.fill(close, 0, line);
  const base = f32x4.splat(<f32>tasks * SAME_BASE);
  const near = i32x4.splat(tasks - FEW);
  let equal: i64 = 0;
  let alikePairs: i32 = 0;
  const stop = <usize>tasks * line;
  for (let p: usize = 1; p < n; p++) {
    const pAt = p << 2;
    let own = f32x4.splat(0);
    for (let q: usize = 0; q < p; q += 8) {
      const qAt = q << 2;
      let sum0 = base;
      let sum1 = base;
      let agreed0 = i32x4.splat(0);
      let agreed1 = i32x4.splat(0);
      for (let task: usize = 0; task < stop; task += line) {
        const score = v128.load32_splat(scores + task + pAt);
        const weight = v128.load32_splat(weights + task + pAt);
        const row = scores + task + qAt;
        const same0 = i32x4.eq(v128.load(row), score);
        const same1 = i32x4.eq(v128.load(row, 16), score);
        const other = weights + task + qAt;
        sum0 = f32x4.add(sum0, v128.and(same0, f32x4.add(v128.load(other), weight)));
        sum1 = f32x4.add(sum1, v128.and(same1, f32x4.add(v128.load(other, 16), weight)));
        agreed0 = i32x4.sub(agreed0, same0);
        agreed1 = i32x4.sub(agreed1, same1);
      }
      for (let half: usize = 0; half < 8; half += 4) {
        const first = q + half;
        if (first >= p) break;
        const valid = i32x4.lt_s(i32x4.add(i32x4.splat(<i32>first), i32x4(0, 1, 2, 3)), i32x4.splat(<i32>p));
        const agreed = v128.and(valid, half == 0 ? agreed0 : agreed1);
        let sum = half == 0 ? sum0 : sum1;
        equal += <i64>(
          i32x4.extract_lane(agreed, 0) +
          i32x4.extract_lane(agreed, 1) +
          i32x4.extract_lane(agreed, 2) +
          i32x4.extract_lane(agreed, 3)
        );
        let twins = i32x4.bitmask(v128.and(valid, i32x4.ge_s(agreed, near)));
        if (twins != 0) {
          v128.store(lane, sum);
          for (let index: usize = 0; index < 4; index++, twins >>= 1) {
            if ((twins & 1) == 0) continue;
            const at = lane + (index << 2);
            store<f32>(at, max(load<f32>(at), rewritten(scores, roots, line, stop, p, first + index)));
          }
          sum = v128.load(lane);
        }
        const positive = v128.and(valid, f32x4.max(sum, f32x4.splat(0)));
        own = f32x4.add(own, positive);
        const into = alike + (first << 2);
        v128.store(into, f32x4.add(v128.load(into), positive));
        let copied = i32x4.bitmask(v128.and(valid, f32x4.ge(sum, f32x4.splat(ALIKE))));
        if (copied == 0) continue;
        alikePairs += popcnt(copied);
        store<i32>(close + pAt, 1);
        for (let index = first; copied != 0; index++, copied >>= 1) {
          if ((copied & 1) != 0) store<i32>(close + (index << 2), 1);
        }
      }
    }
    store<f32>(alike + pAt, load<f32>(alike + pAt) + sum4(own));
  }
  let pupils: i32 = 0;
  for (let p: usize = 0; p < n; p++) pupils += load<i32>(close + (p << 2));
  store<f64>(out, <f64>alikePairs, 8);
  store<f64>(out, <f64>pupils, 16);
  store<f64>(out, <f64>equal, 24);
}

/** The log likelihood ratio of a pair when nearly all tasks are supposed to be copied, at even odds with the usual share. */
function rewritten(scores: usize, roots: usize, line: usize, stop: usize, p: usize, q: usize): f32 {
  let product: f64 = 0.5;
  for (let task: usize = 0; task < stop; task += line) {
    if (load<i32>(scores + task + (p << 2)) != load<i32>(scores + task + (q << 2))) {
      product *= 1 - REWRITTEN;
      continue;
    }
    const inverse = <f64>load<f32>(roots + task + (p << 2)) * <f64>load<f32>(roots + task + (q << 2)) - 1;
    product *= 1 - REWRITTEN + REWRITTEN * inverse;
  }
  return logOf(product);
}

/** ln of a positive f64 to seven digits. The library's own reads a table that it would lay into the caller's memory. */
function logOf(value: f64): f32 {
  const bits = reinterpret<u64>(value);
  const exponent = <f32>(<i32>((bits >> 52) & 0x7ff) - 1022);
  const mantissa = reinterpret<f64>((bits & 0x000f_ffff_ffff_ffff) | 0x3fe0_0000_0000_0000);
  return f32x4.extract_lane(log4(f32x4.splat(<f32>mantissa)), 0) + exponent * <f32>0.6931471806;
}

/** Mean over the most alike third of the pupils; orders them. */
function mostAlike(alike: usize, n: usize): f64 {
  for (let index: usize = 1; index < n; index++) {
    const value = load<f32>(alike + (index << 2));
    let at = index;
    for (; at > 0 && load<f32>(alike + ((at - 1) << 2)) > value; at--) {
      store<f32>(alike + (at << 2), load<f32>(alike + ((at - 1) << 2)));
    }
    store<f32>(alike + (at << 2), value);
  }
  const most = (n + 2) / 3;
  let sum: f64 = 0;
  for (let index = n - most; index < n; index++) sum += <f64>load<f32>(alike + (index << 2));
  return sum / <f64>most;
}
