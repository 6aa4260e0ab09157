/** Empty cells of a source that does not say which cells are merged. */
import { type Draft, type Field, warn } from './draft.ts';
import type { Columns } from './header.ts';

/** An empty cell below a filled one is a merged cell, most likely; the source does not show it. */
export function inheritBlank(one: Draft, above: Draft | undefined, columns: Columns): void {
  if (above === undefined) return;
  for (const field of ['deadline', 'responsible'] satisfies Field[]) {
    if (one[field] !== '' || above[field] === '' || ![...columns.values()].includes(field)) continue;
    one[field] = above[field];
    warn(one, 'inherited', field);
    warn(one, 'mergeNotSeen', field);
  }
}
