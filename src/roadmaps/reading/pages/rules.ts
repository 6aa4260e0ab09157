/** Ruling lines put in order: pieces of one line joined, and tables told apart as sets of lines that touch. */
import type { Box, Rule } from './model.ts';

/** Lines nearer than this are one line, drawn twice or as a narrow box. */
export const SAME_LINE = 2.5;
/** Ends nearer than this touch. */
const TOUCH = 4;
/** Shorter strokes are letters, ticks and underlinings of blanks. */
const SHORTEST = 6;

export interface Ruling {
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
  readonly box: Box;
}

/** Sets of touching lines that have at least two of each direction, or one inside the other's frame, from above. */
export function rulings(rules: readonly Rule[]): readonly Ruling[] {
  const joined = [...join(rules, true), ...join(rules, false)];
  const found: Ruling[] = [];
  for (const set of touching(joined)) {
    const horizontals = set.filter(({ horizontal }) => horizontal);
    const verticals = set.filter(({ horizontal }) => !horizontal);
    if (horizontals.length < 2 || verticals.length === 0) continue;
    const across = [...verticals.map(({ at }) => at), ...horizontals.flatMap(({ from, to }) => [from, to])];
    const down = [...horizontals.map(({ at }) => at), ...verticals.flatMap(({ from, to }) => [from, to])];
    found.push({
      horizontals,
      verticals,
      box: { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) },
    });
  }
  return found.toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function join(rules: readonly Rule[], horizontal: boolean): readonly Rule[] {
  const sorted = rules
    .filter((rule) => rule.horizontal === horizontal && rule.to - rule.from > 0)
    .toSorted((a, b) => a.at - b.at || a.from - b.from);
  const groups: { at: number; rules: Rule[] }[] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && rule.at - group.at <= SAME_LINE) group.rules.push(rule);
    else groups.push({ at: rule.at, rules: [rule] });
  }
  return groups.flatMap(({ at, rules: group }) => {
    const pieces: { from: number; to: number }[] = [];
    for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
      const last = pieces.at(-1);
      if (last !== undefined && from - last.to <= TOUCH) last.to = Math.max(last.to, to);
      else pieces.push({ from, to });
    }
    return pieces.filter(({ from, to }) => to - from >= SHORTEST).map((piece) => ({ horizontal, at, ...piece }));
  });
}

function touching(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const parent = rules.map((_, index) => index);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const vertical = rules.flatMap((rule, index) => (rule.horizontal ? [] : [[rule, index] as const]));
  rules.forEach((across, index) => {
    if (!across.horizontal) return;
    for (const [down, at] of vertical) {
      const meet =
        down.at >= across.from - TOUCH &&
        down.at <= across.to + TOUCH &&
        across.at >= down.from - TOUCH &&
        across.at <= down.to + TOUCH;
      if (meet) parent[root(at)] = root(index);
    }
  });
  const sets = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const key = root(index);
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [rule]);
    else set.push(rule);
  });
  return [...sets.values()];
}

/** Places nearer than a line's width are one, from the least. */
export function distinct(places: readonly number[], apart = SAME_LINE): readonly number[] {
  const kept: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || place - last > apart) kept.push(place);
  }
  return kept;
}
