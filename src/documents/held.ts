/** A signature does not stand alone on a page: what is above it goes there with it. */
import type { Block } from './model.ts';

export function heldToSignature(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index): Block => {
    if (blocks[index + 1]?.kind !== 'signature') return block;
    if (block.kind === 'paragraph') return { ...block, keepWithNext: true };
    if (block.kind !== 'table') return block;
    const last = block.rows.length - 1;
    return { ...block, rows: block.rows.map((row, at) => (at === last ? { ...row, keepWithNext: true } : row)) };
  });
}
