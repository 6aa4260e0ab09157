/** The shape of what is said of each kind of remark. */
import type { RemarkFacts } from './model.ts';

/** Facts with days written out and nothing undefined. */
export type Filled = Readonly<Record<keyof RemarkFacts, string>>;

export interface RemarkWords {
  /** A heading over all remarks of the kind. */
  readonly title: string;
  /** What is seen in this place, in whole sentences. */
  readonly reason: (facts: Filled) => string;
  /** What a person can do. */
  readonly todo: string;
}
