/**
 * A page of print as a reader sees it: letters with their places and ruling lines, whether they come from a PDF or from a recognised
 * picture. Points of the page, from its upper left corner; text that runs along the page is upright.
 */

/** A letter, or a word of a recogniser. */
export interface Mark {
  readonly text: string;
  /** Centre, for telling which cell it stands in. */
  readonly x: number;
  readonly y: number;
  /** Quarters of a turn from upright: 1 reads from below upwards, 3 from above downwards. */
  readonly turn: 0 | 1 | 2 | 3;
  /** Beginning and end along the direction of reading, and the base line across it. */
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A straight line; `at` is its place across its own direction. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly rules: readonly Rule[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
