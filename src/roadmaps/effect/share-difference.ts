/**
 * Difference of two independent shares with its interval.
 *
 * Formula: (p2 - p1) with limits d - sqrt((p2 - l2)^2 + (u1 - p1)^2) and d + sqrt((u2 - p2)^2 + (p1 - l1)^2), where l, u are
 * Wilson limits of each share. Source: Newcombe 1998, Stat. Med. 17:873, method 10 («square and add», no continuity correction).
 * Assumes that the two groups are independent: two years of an index hold some pupils twice, which makes the interval
 * slightly too wide. Defined for every n >= 1; stays within [-1, 1].
 */
import { wilsonInterval } from '#stats/wilson-interval.ts';

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Second share minus the first, each 0..1. */
export function shareDifference(first: Share, second: Share): Difference {
  const p1 = first.numerator / first.denominator;
  const p2 = second.numerator / second.denominator;
  const one = wilsonInterval(first.numerator, first.denominator);
  const two = wilsonInterval(second.numerator, second.denominator);
  const difference = p2 - p1;
  return {
    difference,
    low: difference - Math.hypot(p2 - two.low, one.high - p1),
    high: difference + Math.hypot(two.high - p2, p1 - one.low),
  };
}
