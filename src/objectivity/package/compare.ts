/** Figures as leaves with their paths, and how two sets of them differ. Pure. */

export interface Difference {
  /** «markers.B2.effect.value». */
  readonly path: string;
  readonly stored: string;
  readonly computed: string;
}

export interface Comparison {
  /** Figures that are the same to the last digit. */
  readonly same: number;
  readonly differences: readonly Difference[];
}

/** Compares every leaf of `stored`; lists are told apart by their `id`, else by their place. */
export function compareFigures(stored: unknown, computed: unknown): Comparison {
  const left = leavesOf(stored);
  const right = leavesOf(computed);
  const differences: Difference[] = [];
  let same = 0;
  for (const path of new Set([...left.keys(), ...right.keys()])) {
    const a = left.get(path);
    const b = right.get(path);
    if (a === b) same++;
    else differences.push({ path, stored: a ?? '—', computed: b ?? '—' });
  }
  return { same, differences };
}

/** JSON writes a number in the shortest form that reads back to the same bits, so equal text is equal bits. */
function leavesOf(value: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      node.forEach((item: unknown, index) => {
        const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(index);
        walk(item, path === '' ? id : `${path}.${id}`);
      });
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, item] of Object.entries(node)) {
        if (item !== undefined) walk(item, path === '' ? key : `${path}.${key}`);
      }
    } else leaves.set(path, JSON.stringify(node) ?? 'null');
  };
  walk(JSON.parse(JSON.stringify(value)), '');
  return leaves;
}
