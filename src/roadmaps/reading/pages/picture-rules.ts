/** Ruling lines of a picture: long dark runs of its pixels. */
import type { Ink } from './ink.ts';
import type { Rule } from './model.ts';

/** A shorter run is a stroke of a letter; points. A row of one line is hardly higher than its letters. */
const SHORTEST_ACROSS = 24;
const SHORTEST_DOWN = 13;
/** Light pixels that a scanner leaves in a line. */
const GAP = 3;

/**
 * @param scale points of the page for a pixel.
 * @returns a rule for each row or column of pixels of a line: a thick line is several.
 */
export function rulesOf({ width, height, grey, dark }: Ink, scale: number): readonly Rule[] {
  const rules: Rule[] = [];
  const runs = (horizontal: boolean, line: number, first: number, step: number, length: number): void => {
    let from = -1;
    let last = -1;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && grey[first + at * step] < dark) {
        if (from < 0) from = at;
        last = at;
      } else if (from >= 0 && (at - last > GAP || at === length)) {
        if (last - from >= (horizontal ? SHORTEST_ACROSS : SHORTEST_DOWN) / scale) {
          rules.push({ horizontal, at: (line + 0.5) * scale, from: from * scale, to: (last + 1) * scale });
        }
        from = -1;
      }
    }
  };
  for (let y = 0; y < height; y += 1) runs(true, y, y * width, 1, width);
  for (let x = 0; x < width; x += 1) runs(false, x, x, width, height);
  return rules;
}
