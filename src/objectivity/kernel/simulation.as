// One simulated honest class: engine/honest-simulation.ts has the model. Compiled together with kernel.as.

/** The next uniform number of engine/random.ts; `state`: four i32. */
// @ts-ignore: decorator
@inline
function uniform(state: usize): f64 {
  const a = load<i32>(state);
  const b = load<i32>(state, 4);
  const c = load<i32>(state, 8);
  const counter = load<i32>(state, 12);
  const sum = a + b + counter;
  store<i32>(state, b ^ (b >>> 9));
  store<i32>(state, c + (c << 3), 4);
  store<i32>(state, ((c << 21) | (c >>> 11)) + sum, 8);
  store<i32>(state, counter + 1, 12);
  return <f64>(<u32>sum) / 4294967296.0;
}

/**
 * Draws scores for papers like those of a class. `table`: f32 groups x levels x `wide` (likeness.as); `maxima`: i32 per task;
 * `tilts`: f64 per task. `like`: i32 group of each paper to imitate, below zero for none. `firsts`: i32 per group, place of
 * total 0 of its form in `groupAt` (i32 per form and total: the group, or -1). `means`: f64 groups x tasks.
 * `points`: papers x tasks bytes; `groups`: i32 per paper; `residuals`: f64 per task, zeroed. Returns the number of papers.
 */
export function simulateClass(
  table: usize,
  wide: usize,
  levels: usize,
  tasks: usize,
  maxima: usize,
  highest: i32,
  tilts: usize,
  like: usize,
  count: i32,
  firsts: usize,
  groupAt: usize,
  means: usize,
  state: usize,
  points: usize,
  groups: usize,
  residuals: usize,
): i32 {
  const rowBytes = (levels * wide) << 2;
  let members: i32 = 0;
  for (let paper: i32 = 0; paper < count; paper++) {
    const own = load<i32>(like + (<usize>paper << 2));
    if (own < 0) continue;
    const row = table + <usize>own * rowBytes;
    let total: i32 = 0;
    for (let task: usize = 0; task < tasks; task++) {
      const max = load<i32>(maxima + (task << 2));
      const factor = load<f64>(tilts + (task << 3));
      let at = row + (task << 2);
      let mass: f64 = 0;
      let tilt: f64 = 1;
      for (let score: i32 = 0; score <= max; score++, at += wide << 2) {
        mass += <f64>load<f32>(at) * tilt;
        tilt *= factor;
      }
      let target = uniform(state) * mass;
      at = row + (task << 2);
      tilt = 1;
      let drawn: i32 = 0;
      for (; drawn < max; drawn++, at += wide << 2) {
        target -= <f64>load<f32>(at) * tilt;
        if (target < 0) break;
        tilt *= factor;
      }
      store<i8>(points + task, <i8>drawn);
      total += drawn;
    }
    const first = groupAt + (<usize>load<i32>(firsts + (<usize>own << 2)) << 2);
    const group = nearest(first, total, highest);
    store<i32>(groups + (<usize>members << 2), group);
    const mean = means + ((<usize>group * tasks) << 3);
    for (let task: usize = 0; task < tasks; task++) {
      const at = residuals + (task << 3);
      store<f64>(at, load<f64>(at) + <f64>load<i8>(points + task) - load<f64>(mean + (task << 3)));
    }
    points += tasks;
    members++;
  }
  return members;
}

/** The group of this total, or of the nearest total that anybody has. */
function nearest(first: usize, total: i32, highest: i32): i32 {
  for (let distance: i32 = 0; distance <= highest; distance++) {
    if (total - distance >= 0) {
      const group = load<i32>(first + (<usize>(total - distance) << 2));
      if (group >= 0) return group;
    }
    if (total + distance <= highest) {
      const group = load<i32>(first + (<usize>(total + distance) << 2));
      if (group >= 0) return group;
    }
  }
  return 0;
}
