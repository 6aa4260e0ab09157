/** Likeness of one class by plain loops in double precision, for the test of the kernel's. */

/** Probabilities of one pupil: task by task, score by score. */
type Chances = readonly (readonly number[])[];

/** @param chances of each pupil's score group. @param sizes of the groups; null: the papers are not part of the table. */
export function plainLikeness(
  chances: readonly Chances[],
  groups: readonly number[],
  sizes: readonly number[] | null,
  papers: readonly (readonly number[])[],
): readonly number[] {
  const own = sizes === null ? chances : chances.map((each, pupil) => without(each, pupil, groups, sizes, papers));
  const tasks = papers[0]!.length;
  const tilted = own.map((each) => each.map((row) => [...row]));
  for (let task = 0; task < tasks; task++) {
    const factor = Math.exp(shiftOf(own, papers, task));
    for (const each of tilted) {
      const raised = each[task]!.map((chance, score) => chance * factor ** score);
      const mass = raised.reduce((sum, value) => sum + value, 0);
      each[task] = raised.map((value) => value / mass);
    }
  }
  const alike = papers.map(() => 0);
  const close = new Set<number>();
  let [equal, expected, alikePairs] = [0, 0, 0];
  for (let p = 1; p < papers.length; p++) {
    for (let q = 0; q < p; q++) {
      const odds = papers[p]!.map((score, task) =>
        score === papers[q]![task]
          ? Math.sqrt((1 + 1 / chanceOf(tilted[p]!, task, score)) * (1 + 1 / chanceOf(tilted[q]!, task, score)))
          : null,
      );
      let sum = odds.reduce((total: number, each) => total + Math.log(each === null ? 0.5 : 0.5 * each), 0);
      const agreed = odds.filter((each) => each !== null).length;
      if (tasks - agreed <= 3) {
        const whole = odds.reduce(
          (total: number, each) => total + Math.log(each === null ? 0.1 : 0.1 + 0.9 * (each - 1)),
          0,
        );
        sum = Math.max(sum, whole - Math.LN2);
      }
      equal += agreed;
      for (let task = 0; task < tasks; task++) {
        tilted[p]![task]!.forEach((chance, score) => {
          expected += chance * tilted[q]![task]![score]!;
        });
      }
      if (sum <= 0) continue;
      alike[p]! += sum;
      alike[q]! += sum;
      if (sum < Math.log(20)) continue;
      alikePairs++;
      close.add(p).add(q);
    }
  }
  const pairs = (papers.length * (papers.length - 1)) / 2;
  if (pairs === 0) return [0, 0, 0, 0, 0];
  const most = alike.sort((a, b) => b - a).slice(0, Math.ceil(alike.length / 3));
  const score = most.reduce((sum, value) => sum + value, 0) / most.length / (papers.length - 1);
  return [score, alikePairs, close.size, equal / pairs, expected / pairs];
}

function chanceOf(chances: Chances, task: number, score: number): number {
  return Math.max(0.02, chances[task]![score]!);
}

function without(
  chances: Chances,
  pupil: number,
  groups: readonly number[],
  sizes: readonly number[],
  papers: readonly (readonly number[])[],
): Chances {
  const size = sizes[groups[pupil]!]!;
  const mates = papers.filter((_, other) => groups[other] === groups[pupil]);
  if (mates.length <= 0.02 * size) return chances;
  return chances.map((row, task) =>
    row.map((chance, score) => {
      const same = mates.filter((paper) => paper[task] === score).length;
      return Math.max(1e-6, (chance - same / (size + 8)) * ((size + 8) / (size + 8 - mates.length)));
    }),
  );
}

function shiftOf(chances: readonly Chances[], papers: readonly (readonly number[])[], task: number): number {
  let shift = 0;
  for (let step = 0; step < 5; step++) {
    let [residual, information] = [-4 * shift, 4];
    chances.forEach((each, pupil) => {
      const raised = each[task]!.map((chance, score) => chance * Math.exp(shift * score));
      const mass = raised.reduce((sum, value) => sum + value, 0);
      const mean = raised.reduce((sum, value, score) => sum + score * value, 0) / mass;
      residual += papers[pupil]![task]! - mean;
      information += raised.reduce((sum, value, score) => sum + score * score * value, 0) / mass - mean * mean;
    });
    const change = residual / information;
    shift += Math.max(-1, Math.min(1, change));
    if (Math.abs(change) < 1e-3) break;
  }
  return shift;
}
