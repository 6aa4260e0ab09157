/**
 * Gradient-boosted trees for a yes-or-no question: what a learner with the truth in its hands can make of given features.
 *
 * Formula: Newton boosting of the logistic loss; each tree splits on binned features by the gain
 * G_l^2/(H_l + ridge) + G_r^2/(H_r + ridge) - G^2/(H + ridge), leaves are -G/(H + ridge) times the learning rate.
 * Source: Friedman 2001, Ann. Stat. 29:1189; Chen & Guestrin 2016, KDD, eqs. 5-7. Deterministic: no sampling.
 */

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  readonly learningRate: number;
  readonly ridge: number;
  /** Smallest sum of second derivatives in a leaf. */
  readonly minimumWeight: number;
}

const DEFAULTS: BoostingOptions = { trees: 200, depth: 2, learningRate: 0.08, ridge: 20, minimumWeight: 8 };
const BINS = 48;

/** Nodes in heap order: children of i are 2i+1 and 2i+2; feature -1 is a leaf. */
interface Tree {
  readonly feature: Int16Array;
  /** Goes left where the value is at or below. */
  readonly bound: Float64Array;
  readonly value: Float64Array;
}

export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/**
 * @param columns features by row, finite.
 * @param labels 1 = yes.
 */
export function fitBoostedTrees(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  options: Partial<BoostingOptions> = {},
): BoostedTrees {
  const settings = { ...DEFAULTS, ...options };
  const rows = labels.length;
  const edges = columns.map(binEdges);
  const binned = columns.map((column, feature) =>
    Uint8Array.from(column, (value) => firstNotBelow(edges[feature]!, value)),
  );
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const base = Math.log((positives + 1) / (rows - positives + 1));
  const score = new Float64Array(rows).fill(base);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round++) {
    for (let row = 0; row < rows; row++) {
      const probability = 1 / (1 + Math.exp(-score[row]!));
      gradient[row] = probability - labels[row]!;
      hessian[row] = probability * (1 - probability);
    }
    const { tree, leafOf } = growTree(binned, edges, gradient, hessian, settings);
    for (let row = 0; row < rows; row++) score[row]! += tree.value[leafOf[row]!]!;
    trees.push(tree);
  }
  return { base, trees };
}

/** Log odds of a yes, per row. */
export function scoreBoostedTrees(model: BoostedTrees, columns: readonly Float64Array[]): Float64Array {
  const score = new Float64Array(columns[0]?.length ?? 0).fill(model.base);
  for (const { feature, bound, value } of model.trees) {
    for (let row = 0; row < score.length; row++) {
      let node = 0;
      while (feature[node]! >= 0) {
        node = columns[feature[node]!]![row]! <= bound[node]! ? 2 * node + 1 : 2 * node + 2;
      }
      score[row]! += value[node]!;
    }
  }
  return score;
}

function growTree(
  binned: readonly Uint8Array[],
  edges: readonly Float64Array[],
  gradient: Float64Array,
  hessian: Float64Array,
  { depth, learningRate, ridge, minimumWeight }: BoostingOptions,
): { readonly tree: Tree; readonly leafOf: Int32Array } {
  const size = 2 ** (depth + 1) - 1;
  const tree = {
    feature: new Int16Array(size).fill(-1),
    bound: new Float64Array(size),
    value: new Float64Array(size),
  };
  const leafOf = new Int32Array(gradient.length);
  let nodes: { readonly node: number; readonly rows: Int32Array }[] = [
    { node: 0, rows: Int32Array.from(gradient, (_, row) => row) },
  ];
  for (let level = 0; level <= depth; level++) {
    const next: typeof nodes = [];
    for (const { node, rows } of nodes) {
      const split = level < depth ? bestSplit(binned, edges, rows, gradient, hessian, ridge, minimumWeight) : null;
      if (split === null) {
        let g = 0;
        let h = 0;
        for (const row of rows) {
          g += gradient[row]!;
          h += hessian[row]!;
          leafOf[row] = node;
        }
        tree.value[node] = (-learningRate * g) / (h + ridge);
        continue;
      }
      tree.feature[node] = split.feature;
      tree.bound[node] = edges[split.feature]![split.bin]!;
      const column = binned[split.feature]!;
      next.push({ node: 2 * node + 1, rows: rows.filter((row) => column[row]! <= split.bin) });
      next.push({ node: 2 * node + 2, rows: rows.filter((row) => column[row]! > split.bin) });
    }
    nodes = next;
  }
  return { tree, leafOf };
}

function bestSplit(
  binned: readonly Uint8Array[],
  edges: readonly Float64Array[],
  rows: Int32Array,
  gradient: Float64Array,
  hessian: Float64Array,
  ridge: number,
  minimumWeight: number,
): { readonly feature: number; readonly bin: number } | null {
  let total = 0;
  let weight = 0;
  for (const row of rows) {
    total += gradient[row]!;
    weight += hessian[row]!;
  }
  if (weight < 2 * minimumWeight) return null;
  const whole = (total * total) / (weight + ridge);
  let best: { readonly feature: number; readonly bin: number } | null = null;
  let most = 1e-9;
  const g = new Float64Array(BINS + 1);
  const h = new Float64Array(BINS + 1);
  binned.forEach((column, feature) => {
    g.fill(0);
    h.fill(0);
    for (const row of rows) {
      const bin = column[row]!;
      g[bin]! += gradient[row]!;
      h[bin]! += hessian[row]!;
    }
    let left = 0;
    let leftWeight = 0;
    for (let bin = 0; bin < edges[feature]!.length; bin++) {
      left += g[bin]!;
      leftWeight += h[bin]!;
      const rightWeight = weight - leftWeight;
      if (leftWeight < minimumWeight || rightWeight < minimumWeight) continue;
      const gain = (left * left) / (leftWeight + ridge) + (total - left) ** 2 / (rightWeight + ridge) - whole;
      if (gain > most) {
        most = gain;
        best = { feature, bin };
      }
    }
  });
  return best;
}

/** Ascending distinct edges; the tails, where manipulation stands, are cut finer than the middle. */
function binEdges(column: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const uniform = bin / BINS;
    const share = 0.5 - 0.5 * Math.cos(Math.PI * uniform);
    edges.add(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!);
  }
  return Float64Array.from(edges);
}

function firstNotBelow(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
