/** Ruling lines of a recognised picture: long dark runs of its pixels. */
import type { Rule } from './model.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, opacity. */
  readonly pixels: Uint8ClampedArray;
  /** Points of the page for a pixel. */
  readonly scale: number;
}

/** Darker than this is ink. */
const DARK = 140;
/** A shorter run is a letter; points. */
const SHORTEST = 24;
/** Light pixels that a scanner leaves in a line. */
const GAP = 3;

export function rulesOf({ width, height, pixels, scale }: Picture): readonly Rule[] {
  const rules: Rule[] = [];
  const isDark = (x: number, y: number): boolean => {
    const at = (y * width + x) * 4;
    return pixels[at] + pixels[at + 1] + pixels[at + 2] < DARK * 3;
  };
  const shortest = SHORTEST / scale;
  const runs = (length: number, dark: (at: number) => boolean, found: (from: number, to: number) => void): void => {
    let from = -1;
    let last = -1;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && dark(at)) {
        if (from < 0) from = at;
        last = at;
      } else if (from >= 0 && (at - last > GAP || at === length)) {
        if (last - from >= shortest) found(from, last + 1);
        from = -1;
      }
    }
  };
  for (let y = 0; y < height; y += 1) {
    runs(
      width,
      (x) => isDark(x, y),
      (from, to) => rules.push({ horizontal: true, at: y * scale, from: from * scale, to: to * scale }),
    );
  }
  for (let x = 0; x < width; x += 1) {
    runs(
      height,
      (y) => isDark(x, y),
      (from, to) => rules.push({ horizontal: false, at: x * scale, from: from * scale, to: to * scale }),
    );
  }
  return rules;
}
