// Tables over fixed-width records of papers, in WebAssembly SIMD; AssemblyScript, compiled by compile.ts. All addresses are
// given by the caller (tables.ts): nothing is allocated here.
//
// A record is `stride` bytes, a multiple of 16: scores of the tasks as signed bytes (below zero: missing, results/model.ts),
// zeros up to the last eight bytes, and there: total (16 bits), mark, journal mark, variant, three zeros.
// `mask` is `stride` bytes: 255 for a task, 0 elsewhere.

const TRAILER: usize = 8;

// @ts-ignore: decorator
@inline
function points(at: usize, mask: v128): v128 {
  return v128.and(i8x16.max_s(v128.load(at), i8x16.splat(0)), mask);
}

/** Reads every byte once: the measure of what the memory gives. */
export function scan(at: usize, bytes: usize): i64 {
  let a = i64x2.splat(0);
  let b = i64x2.splat(0);
  let c = i64x2.splat(0);
  let d = i64x2.splat(0);
  const end = at + bytes;
  for (; at < end; at += 64) {
    a = v128.xor(a, v128.load(at));
    b = v128.xor(b, v128.load(at, 16));
    c = v128.xor(c, v128.load(at, 32));
    d = v128.xor(d, v128.load(at, 48));
  }
  a = v128.xor(v128.xor(a, b), v128.xor(c, d));
  return i64x2.extract_lane(a, 0) ^ i64x2.extract_lane(a, 1);
}

/** Records from columns. `rows`: row of each record in the columns. */
export function pack(
  scores: usize,
  totals: usize,
  marks: usize,
  journal: usize,
  variants: usize,
  rows: usize,
  count: i32,
  tasks: i32,
  records: usize,
  stride: usize,
): void {
  for (let paper: i32 = 0; paper < count; paper++) {
    const row: usize = load<i32>(rows + (<usize>paper << 2));
    memory.copy(records, scores + row * <usize>tasks, tasks);
    memory.fill(records + <usize>tasks, 0, stride - <usize>tasks);
    const trailer = records + stride - TRAILER;
    store<u16>(trailer, load<u16>(totals + (row << 1)));
    store<u8>(trailer, load<u8>(marks + row), 2);
    store<u8>(trailer, load<u8>(journal + row), 3);
    store<u8>(trailer, load<u8>(variants + row), 4);
    records += stride;
  }
}

/** Columns from records; every column may be written over by 16 bytes. */
export function unpack(
  records: usize,
  stride: usize,
  count: i32,
  tasks: i32,
  scores: usize,
  totals: usize,
  marks: usize,
  journal: usize,
  variants: usize,
): void {
  for (let paper: usize = 0; paper < <usize>count; paper++) {
    for (let from: usize = 0; from < <usize>tasks; from += 16) v128.store(scores + from, v128.load(records + from));
    scores += <usize>tasks;
    const trailer = records + stride - TRAILER;
    store<u16>(totals + (paper << 1), load<u16>(trailer));
    store<u8>(marks + paper, load<u8>(trailer, 2));
    store<u8>(journal + paper, load<u8>(trailer, 3));
    store<u8>(variants + paper, load<u8>(trailer, 4));
    records += stride;
  }
}

/** Scores as points, row by row without gaps: what is missing is 0. May write over by 16 bytes. */
export function pointsOf(records: usize, stride: usize, mask: usize, count: i32, tasks: i32, out: usize): void {
  for (let paper: i32 = 0; paper < count; paper++) {
    for (let from: usize = 0; from < <usize>tasks; from += 16) {
      v128.store(out + from, points(records + from, v128.load(mask + from)));
    }
    out += <usize>tasks;
    records += stride;
  }
}

/**
 * Whether the records are what they say. `out`: six i32: highest score, lowest score, records whose total is not the sum of
 * their points, records with a value outside its range, highest total, records with a task that does not count.
 * `flags`: one byte per record, 1 for a record with a task that does not count; 0 for no flags.
 * `maxima`: `stride` bytes, the highest score of each task.
 */
export function examine(
  records: usize,
  stride: usize,
  mask: usize,
  maxima: usize,
  count: i32,
  out: usize,
  flags: usize,
): void {
  let high = i8x16.splat(0);
  let low = i8x16.splat(0);
  let mismatched: i32 = 0;
  let outside: i32 = 0;
  let highestTotal: i32 = 0;
  let missing: i32 = 0;
  for (let paper: i32 = 0; paper < count; paper++) {
    let sum = i32x4.splat(0);
    let gaps: i32 = 0;
    let above = i8x16.splat(0);
    for (let from: usize = 0; from < stride; from += 16) {
      const tasks = v128.load(mask + from);
      const raw = v128.and(v128.load(records + from), tasks);
      const value = i8x16.max_s(raw, i8x16.splat(0));
      high = i8x16.max_s(high, value);
      low = i8x16.min_s(low, raw);
      above = v128.or(above, i8x16.gt_s(value, v128.load(maxima + from)));
      gaps |= i8x16.bitmask(i8x16.lt_s(raw, i8x16.splat(-1)));
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(value)));
    }
    const trailer = records + stride - TRAILER;
    const total: i32 = load<u16>(trailer);
    const points =
      i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
    mismatched += i32(points != total);
    outside += i32(v128.any_true(above) || load<u8>(trailer, 2) > 5 || load<u8>(trailer, 3) > 5);
    highestTotal = max(highestTotal, total);
    missing += i32(gaps != 0);
    if (flags != 0) store<u8>(flags + <usize>paper, u8(gaps != 0));
    records += stride;
  }
  store<i32>(out, highestByte(high));
  store<i32>(out, -highestByte(i8x16.neg(low)), 4);
  store<i32>(out, mismatched, 8);
  store<i32>(out, outside, 12);
  store<i32>(out, highestTotal, 16);
  store<i32>(out, missing, 20);
}

function highestByte(values: v128): i32 {
  let wide = u16x8max(i16x8.extend_low_i8x16_u(values), i16x8.extend_high_i8x16_u(values));
  let highest: i32 = 0;
  for (let lane = 0; lane < 8; lane++) {
    highest = max(highest, i32(i16x8.extract_lane_u(wide, 0)));
    wide = i8x16.shuffle(wide, wide, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1);
  }
  return highest;
}

// @ts-ignore: decorator
@inline
function u16x8max(a: v128, b: v128): v128 {
  return i16x8.max_u(a, b);
}

/** Papers by total: `out` u32 per total. `scratch`: three more tables of `width` u32, zeroed by the caller. */
export function totals(records: usize, stride: usize, count: i32, width: usize, out: usize, scratch: usize): void {
  const tables = width << 2;
  const at = records + stride - TRAILER;
  // Neighbours often have the same total; four tables keep them from waiting for one another.
  let paper: usize = 0;
  let from = at;
  for (; paper + 4 <= <usize>count; paper += 4, from += stride << 2) {
    add1(out + (<usize>load<u16>(from) << 2));
    add1(scratch + (<usize>load<u16>(from + stride) << 2));
    add1(scratch + tables + (<usize>load<u16>(from + 2 * stride) << 2));
    add1(scratch + 2 * tables + (<usize>load<u16>(from + 3 * stride) << 2));
  }
  for (; paper < <usize>count; paper++, from += stride) add1(out + (<usize>load<u16>(from) << 2));
  for (let cell: usize = 0; cell < tables; cell += 4) {
    store<u32>(
      out + cell,
      load<u32>(out + cell) +
        load<u32>(scratch + cell) +
        load<u32>(scratch + tables + cell) +
        load<u32>(scratch + 2 * tables + cell),
    );
  }
}

// @ts-ignore: decorator
@inline
function add1(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

/** Papers by journal mark (row) and mark (column), 6 x 6 u32. `scratch`: one more such table, zeroed. */
export function marks(records: usize, stride: usize, count: i32, out: usize, scratch: usize): void {
  let from = records + stride - TRAILER;
  for (let paper: i32 = 0; paper < count; paper++, from += stride) {
    const cell = <usize>load<u8>(from, 3) * 6 + <usize>load<u8>(from, 2);
    add1((paper & 1 ? scratch : out) + (cell << 2));
  }
  for (let cell: usize = 0; cell < 144; cell += 4) {
    store<u32>(out + cell, load<u32>(out + cell) + load<u32>(scratch + cell));
  }
}

/** Papers of each class by total: u16, classes x width, zeroed by the caller. `ends`: one past the last record of each class. */
export function classTotals(
  records: usize,
  stride: usize,
  ends: usize,
  classes: i32,
  width: usize,
  out: usize,
): void {
  let from = records + stride - TRAILER;
  let paper: i32 = 0;
  for (let unit: i32 = 0; unit < classes; unit++) {
    const end = load<i32>(ends + (<usize>unit << 2));
    for (; paper < end; paper++, from += stride) {
      const at = out + (<usize>load<u16>(from) << 1);
      store<u16>(at, load<u16>(at) + 1);
    }
    out += width << 1;
  }
}

/**
 * Sums and sums of squares of points: u32, classes x stride each. `groups`: i32 per record, records below zero are left out;
 * 0: all count. `run`, `narrow`: so many records at most may be added in 16 and in 8 bits; `narrow` 0 where points go beyond 15.
 */
export function classSums(
  records: usize,
  stride: usize,
  mask: usize,
  ends: usize,
  classes: i32,
  groups: usize,
  run: i32,
  narrow: i32,
  sums: usize,
  squares: usize,
): void {
  const SQUARES = i8x16(0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, -112, -87, -60, -31);
  let start: i32 = 0;
  for (let unit: i32 = 0; unit < classes; unit++) {
    const end = load<i32>(ends + (<usize>unit << 2));
    for (let from: usize = 0; from < stride; from += 16) {
      const tasks = v128.load(mask + from);
      const sumAt = sums + (from << 2);
      const squareAt = squares + (from << 2);
      if (start == end) {
        clear64(sumAt);
        clear64(squareAt);
      }
      for (let part = start; part < end; part += run) {
        const last = min(end, part + run);
        let s0 = i16x8.splat(0);
        let s1 = i16x8.splat(0);
        let q0 = i16x8.splat(0);
        let q1 = i16x8.splat(0);
        let at = records + <usize>part * stride + from;
        if (groups == 0 && narrow >= 8) {
          // So many squares fit a byte: they are looked up and added sixteen at a time, and widened now and then.
          const stop = records + <usize>last * stride;
          while (at < stop) {
            const pause = min(stop, at + <usize>narrow * stride);
            let sum = i8x16.splat(0);
            let square = i8x16.splat(0);
            for (; at < pause; at += stride) {
              const x = i8x16.max_s(v128.load(at), i8x16.splat(0));
              sum = i8x16.add(sum, x);
              square = i8x16.add(square, i8x16.swizzle(SQUARES, x));
            }
            sum = v128.and(sum, tasks);
            square = v128.and(square, tasks);
            s0 = i16x8.add(s0, i16x8.extend_low_i8x16_u(sum));
            s1 = i16x8.add(s1, i16x8.extend_high_i8x16_u(sum));
            q0 = i16x8.add(q0, i16x8.extend_low_i8x16_u(square));
            q1 = i16x8.add(q1, i16x8.extend_high_i8x16_u(square));
          }
        } else if (groups == 0) {
          for (const stop = records + <usize>last * stride; at < stop; at += stride) {
            const x = points(at, tasks);
            s0 = i16x8.add(s0, i16x8.extend_low_i8x16_u(x));
            s1 = i16x8.add(s1, i16x8.extend_high_i8x16_u(x));
            q0 = i16x8.add(q0, i16x8.extmul_low_i8x16_u(x, x));
            q1 = i16x8.add(q1, i16x8.extmul_high_i8x16_u(x, x));
          }
        } else {
          for (let paper = part; paper < last; paper++, at += stride) {
            const left = i8x16.splat(<i8>(load<i32>(groups + (<usize>paper << 2)) >> 31));
            const x = v128.andnot(points(at, tasks), left);
            s0 = i16x8.add(s0, i16x8.extend_low_i8x16_u(x));
            s1 = i16x8.add(s1, i16x8.extend_high_i8x16_u(x));
            q0 = i16x8.add(q0, i16x8.extmul_low_i8x16_u(x, x));
            q1 = i16x8.add(q1, i16x8.extmul_high_i8x16_u(x, x));
          }
        }
        if (part == start) {
          put(sumAt, s0, s1);
          put(squareAt, q0, q1);
        } else {
          widen(sumAt, s0, s1);
          widen(squareAt, q0, q1);
        }
      }
    }
    sums += stride << 2;
    squares += stride << 2;
    start = end;
  }
}

// @ts-ignore: decorator
@inline
function clear64(at: usize): void {
  v128.store(at, i32x4.splat(0));
  v128.store(at, i32x4.splat(0), 16);
  v128.store(at, i32x4.splat(0), 32);
  v128.store(at, i32x4.splat(0), 48);
}

// @ts-ignore: decorator
@inline
function put(at: usize, low: v128, high: v128): void {
  v128.store(at, i32x4.extend_low_i16x8_u(low));
  v128.store(at, i32x4.extend_high_i16x8_u(low), 16);
  v128.store(at, i32x4.extend_low_i16x8_u(high), 32);
  v128.store(at, i32x4.extend_high_i16x8_u(high), 48);
}

// @ts-ignore: decorator
@inline
function widen(at: usize, low: v128, high: v128): void {
  v128.store(at, i32x4.add(v128.load(at), i32x4.extend_low_i16x8_u(low)));
  v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extend_high_i16x8_u(low)), 16);
  v128.store(at, i32x4.add(v128.load(at, 32), i32x4.extend_low_i16x8_u(high)), 32);
  v128.store(at, i32x4.add(v128.load(at, 48), i32x4.extend_high_i16x8_u(high)), 48);
}

/**
 * Papers of each group by task and points 1..highest: u32, groups x highest x stride, and papers per group: u32; both zeroed
 * by the caller. `groupOf`: i32 per record, below zero for none; 0: the group is variant x `width` + total. `narrow`: groups x highest x stride bytes and `seen`: groups bytes, zeroed: counts that are moved to `out`
 * before a byte is full.
 */
export function valueCounts(
  records: usize,
  stride: usize,
  mask: usize,
  count: i32,
  groupOf: usize,
  width: i32,
  groups: i32,
  highest: i32,
  narrow: usize,
  seen: usize,
  out: usize,
  sizes: usize,
): void {
  const table = <usize>highest * stride;
  for (let paper: i32 = 0; paper < count; paper++, records += stride) {
    const trailer = records + stride - TRAILER;
    const group =
      groupOf != 0
        ? load<i32>(groupOf + (<usize>paper << 2))
        : <i32>load<u8>(trailer, 4) * width + <i32>load<u16>(trailer);
    if (group < 0 || group >= groups) continue;
    const full = load<u8>(seen + <usize>group);
    if (full == 255) move(group, table, narrow, seen, out, sizes);
    store<u8>(seen + <usize>group, load<u8>(seen + <usize>group) + 1);
    let at = narrow + <usize>group * table;
    if (stride == 32) {
      const x = points(records, v128.load(mask));
      const y = points(records + 16, v128.load(mask, 16));
      let value = i8x16.splat(1);
      for (let points: i32 = 1; points <= highest; points++) {
        v128.store(at, i8x16.sub(v128.load(at), i8x16.eq(x, value)));
        v128.store(at, i8x16.sub(v128.load(at, 16), i8x16.eq(y, value)), 16);
        value = i8x16.add(value, i8x16.splat(1));
        at += 32;
      }
    } else {
      for (let points1: i32 = 1; points1 <= highest; points1++) {
        const value = i8x16.splat(<i8>points1);
        for (let from: usize = 0; from < stride; from += 16) {
          const x = points(records + from, v128.load(mask + from));
          v128.store(at + from, i8x16.sub(v128.load(at + from), i8x16.eq(x, value)));
        }
        at += stride;
      }
    }
  }
  for (let group: i32 = 0; group < groups; group++) {
    if (load<u8>(seen + <usize>group) != 0) move(group, table, narrow, seen, out, sizes);
  }
}

function move(group: i32, table: usize, narrow: usize, seen: usize, out: usize, sizes: usize): void {
  const size = sizes + (<usize>group << 2);
  store<u32>(size, load<u32>(size) + load<u8>(seen + <usize>group));
  store<u8>(seen + <usize>group, 0);
  let from = narrow + <usize>group * table;
  let into = out + ((<usize>group * table) << 2);
  for (const end = from + table; from < end; from += 16) {
    const x = v128.load(from);
    v128.store(from, i32x4.splat(0));
    widen(into, i16x8.extend_low_i8x16_u(x), i16x8.extend_high_i8x16_u(x));
    into += 64;
  }
}

/**
 * Residuals given the group, per unit. For every unit: its papers by group, and from them
 * residual = sum - sum over groups n_ug mean_g, variance = sum over groups n_ug (1 - n_ug / n_g) variance_g.
 * `means`, `variances`: f64, groups x wide (`wide` even). `sums`: u32, units x stride (classSums). `residuals`, `spread`: f64,
 * units x wide. `own`: u32 per group, zeroed; `list`: i32 per group. `participants`: i32 per unit.
 */
export function residuals(
  groupOf: usize,
  starts: usize,
  ends: usize,
  units: i32,
  sizes: usize,
  means: usize,
  variances: usize,
  wide: usize,
  sums: usize,
  stride: usize,
  own: usize,
  list: usize,
  participants: usize,
  residual: usize,
  spread: usize,
): void {
  for (let unit: usize = 0; unit < <usize>units; unit++) {
    const start: usize = load<i32>(starts + (unit << 2));
    const end: usize = load<i32>(ends + (unit << 2));
    let distinct: usize = 0;
    let members: i32 = 0;
    for (let paper = start; paper < end; paper++) {
      const group = load<i32>(groupOf + (paper << 2));
      if (group < 0) continue;
      const at = own + (<usize>group << 2);
      const before = load<u32>(at);
      store<u32>(at, before + 1);
      members++;
      if (before == 0) {
        store<i32>(list + (distinct << 2), group);
        distinct++;
      }
    }
    store<i32>(participants + (unit << 2), members);
    for (let task: usize = 0; task < wide; task += 2) {
      let expected = f64x2.splat(0);
      let variance = f64x2.splat(0);
      for (let index: usize = 0; index < distinct; index++) {
        const group: usize = load<i32>(list + (index << 2));
        const n = <f64>load<u32>(own + (group << 2));
        const weight = n * (1 - n / <f64>load<u32>(sizes + (group << 2)));
        const at = (group * wide + task) << 3;
        expected = f64x2.add(expected, f64x2.mul(f64x2.splat(n), v128.load(means + at)));
        variance = f64x2.add(variance, f64x2.mul(f64x2.splat(weight), v128.load(variances + at)));
      }
      const sum = sums + ((unit * stride + task) << 2);
      const observed = f64x2.convert_low_i32x4_u(v128.load64_zero(sum));
      const into = (unit * wide + task) << 3;
      v128.store(residual + into, f64x2.sub(observed, expected));
      v128.store(spread + into, variance);
    }
    for (let index: usize = 0; index < distinct; index++) {
      store<u32>(own + (<usize>load<i32>(list + (index << 2)) << 2), 0);
    }
  }
}

/**
 * Conditional covariance: upper triangle, f64 tasks x tasks, added to `out`: sum over groups of n / (n - 1) times
 * (sum of products - n mean mean). `order`: records by group; `groupEnds`: one past the last place of each group in `order`.
 * `columns`: room for tasks x longest group (rounded up to 8) i16. A group of at most 200,000 records keeps within 32 bits.
 */
export function covariance(
  records: usize,
  stride: usize,
  tasks: i32,
  order: usize,
  groupEnds: usize,
  groups: i32,
  columns: usize,
  longest: usize,
  out: usize,
): void {
  const height = longest << 1;
  let start: usize = 0;
  for (let group: i32 = 0; group < groups; group++) {
    const end: usize = load<i32>(groupEnds + (<usize>group << 2));
    const n = end - start;
    if (n < 2) {
      start = end;
      continue;
    }
    const padded = (n + 7) & ~7;
    for (let task: i32 = 0; task < tasks; task++) {
      memory.fill(columns + <usize>task * height + (n << 1), 0, (padded - n) << 1);
    }
    for (let member: usize = 0; member < n; member++) {
      const record = records + <usize>load<i32>(order + ((start + member) << 2)) * stride;
      let into = columns + (member << 1);
      for (let task: usize = 0; task < <usize>tasks; task++) {
        const score: i32 = load<i8>(record + task);
        store<i16>(into, <i16>max(score, 0));
        into += height;
      }
    }
    const size = <f64>n;
    const correction = size / (size - 1);
    for (let row: i32 = 0; row < tasks; row++) {
      const a = columns + <usize>row * height;
      const rowSum = sum16(a, padded);
      if (rowSum == 0) continue;
      for (let column = row; column < tasks; column++) {
        const b = columns + <usize>column * height;
        let products = i32x4.splat(0);
        for (let at: usize = 0; at < padded << 1; at += 16) {
          products = i32x4.add(products, i32x4.dot_i16x8_s(v128.load(a + at), v128.load(b + at)));
        }
        const sum = lanes(products) - (rowSum * sum16(b, padded)) / size;
        const into = out + ((<usize>row * <usize>tasks + <usize>column) << 3);
        store<f64>(into, load<f64>(into) + correction * sum);
      }
    }
    start = end;
  }
}

function lanes(x: v128): f64 {
  return (
    <f64>i32x4.extract_lane(x, 0) +
    <f64>i32x4.extract_lane(x, 1) +
    <f64>i32x4.extract_lane(x, 2) +
    <f64>i32x4.extract_lane(x, 3)
  );
}

function sum16(at: usize, count: usize): f64 {
  let sum = i32x4.splat(0);
  for (const end = at + (count << 1); at < end; at += 16) {
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(v128.load(at)));
  }
  return lanes(sum);
}

/**
 * Pairs of papers within each class: `equal` u32, tasks with equal points over all pairs; `near` u32, pairs that differ in
 * at most `few` tasks.
 */
export function pairMatches(
  records: usize,
  stride: usize,
  mask: usize,
  ends: usize,
  classes: i32,
  tasks: i32,
  few: i32,
  equal: usize,
  near: usize,
): void {
  let start: usize = 0;
  for (let unit: usize = 0; unit < <usize>classes; unit++) {
    const end: usize = load<i32>(ends + (unit << 2));
    let agreedAll: i32 = 0;
    let alike: i32 = 0;
    if (stride == 32) {
      const m0 = v128.load(mask);
      const m1 = v128.load(mask, 16);
      for (let p = start + 1; p < end; p++) {
        const own = records + (p << 5);
        const x0 = points(own, m0);
        const x1 = points(own + 16, m1);
        for (let at = records + (start << 5); at < own; at += 32) {
          const e0 = v128.and(i8x16.eq(points(at, m0), x0), m0);
          const e1 = v128.and(i8x16.eq(points(at + 16, m1), x1), m1);
          const agreed = popcnt(i8x16.bitmask(e0) | (i8x16.bitmask(e1) << 16));
          agreedAll += agreed;
          alike += i32(tasks - agreed <= few);
        }
      }
    } else {
      for (let p = start + 1; p < end; p++) {
        for (let q = start; q < p; q++) {
          let agreed: i32 = 0;
          for (let from: usize = 0; from < stride; from += 16) {
            const m = v128.load(mask + from);
            const same = i8x16.eq(points(records + p * stride + from, m), points(records + q * stride + from, m));
            agreed += popcnt(i8x16.bitmask(v128.and(same, m)));
          }
          agreedAll += agreed;
          alike += i32(tasks - agreed <= few);
        }
      }
    }
    store<i32>(equal + (unit << 2), agreedAll);
    store<i32>(near + (unit << 2), alike);
    start = end;
  }
}

/**
 * Papers by the values of two tasks at once: u32, cells x cells, upper triangle, zeroed by the caller. A cell is a task and
 * a value; `offsets`: i32 per task, its cell of value 0. Values that do not count are in no cell; X is value 0.
 * `bits`: cells x 16 bytes, room for 128 papers a cell.
 */
export function stepCross(
  records: usize,
  stride: usize,
  count: i32,
  tasks: i32,
  offsets: usize,
  cells: i32,
  bits: usize,
  out: usize,
): void {
  for (let first: i32 = 0; first < count; first += 128) {
    const last = min(count, first + 128);
    memory.fill(bits, 0, <usize>cells << 4);
    for (let paper = first; paper < last; paper++, records += stride) {
      const place = paper - first;
      const word: usize = (place >> 6) << 3;
      const bit: u64 = 1 << <u64>(place & 63);
      for (let task: usize = 0; task < <usize>tasks; task++) {
        const score: i32 = load<i8>(records + task);
        if (score < -1) continue;
        const at = bits + (<usize>(load<i32>(offsets + (task << 2)) + max(score, 0)) << 4) + word;
        store<u64>(at, load<u64>(at) | bit);
      }
    }
    for (let row: i32 = 0; row < cells; row++) {
      const low = load<u64>(bits + (<usize>row << 4));
      const high = load<u64>(bits + (<usize>row << 4), 8);
      if ((low | high) == 0) continue;
      let at = out + ((<usize>row * <usize>cells + <usize>row) << 2);
      let other = bits + (<usize>row << 4);
      for (let column = row; column < cells; column++, at += 4, other += 16) {
        const both = popcnt(low & load<u64>(other)) + popcnt(high & load<u64>(other, 8));
        store<u32>(at, load<u32>(at) + <u32>both);
      }
    }
  }
}
