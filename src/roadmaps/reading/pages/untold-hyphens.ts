/** Hyphens of PDF fonts that do not tell their letters: two characters share one shape, so the font names neither. */
import type { Mark } from './model.ts';

export interface Font {
  readonly bold: boolean;
  /** Width of a letter's unit in units of text: 0.001 for all fonts but those of type 3. */
  readonly unit: number;
  readonly vertical: boolean;
}

export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode?: number;
}

/** Hyphens are a third of the letters' size wide, points and commas a quarter. */
const NARROWEST_HYPHEN = 290;
/** Marks that texts are full of. */
const COMMON = /[.,:;!?()/[\]"'-]/u;

export class UntoldHyphens {
  /** Fonts whose codes are places in the font and no letters. */
  readonly #byPlace = new Set<Font>();
  /** Fonts in which a space has another code than its own. */
  readonly #spaceElsewhere = new Set<Font>();
  /** Marks whose letter the font does not tell, with its width. */
  readonly #untold: (readonly [index: number, font: Font, width: number])[] = [];

  /** Whether a code stands for itself: a font of places gives no letter for it, or by chance the same. */
  note({ originalCharCode: code, unicode, width }: Glyph, font: Font, index: number): void {
    if (code === undefined) return;
    if (code < 32) this.#byPlace.add(font);
    if (unicode === ' ' && code !== 32) this.#spaceElsewhere.add(font);
    const itself = code < 128 && unicode.charCodeAt(0) === code;
    if (itself && width >= NARROWEST_HYPHEN && width <= 450) this.#untold.push([index, font, width]);
  }

  /** A font of places that names no letter for one as wide as a hyphen leaves it out because two characters share it. */
  told(drawn: readonly Mark[]): readonly Mark[] {
    const marks = [...drawn];
    for (const [index, font, width] of this.#untold) {
      if (!this.#byPlace.has(font)) continue;
      const { text } = marks[index];
      const [before, after] = [marks[index - 1], marks[index + 1]];
      const behindWord = before !== undefined && /[\u0400-\u04ff]/u.test(before.text);
      const between = behindWord && after !== undefined && /\p{L}/u.test(after.text);
      // A colon may be a colon: it stands between two letters only where it is a hyphen. No figure is as narrow as one.
      const hyphen =
        text === ' '
          ? this.#spaceElsewhere.has(font)
          : /\d/u.test(text)
            ? width < 400 && behindWord
            : /[a-z]/iu.test(text)
              ? /[rsftijlz]/iu.test(text) && behindWord
              : !COMMON.test(text) || between;
      if (hyphen) marks[index] = { ...marks[index], text: '-' };
    }
    return marks;
  }
}
