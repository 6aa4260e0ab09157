/**
 * Journal marks beside marks for the work: how far they agree, in the figures of rater agreement.
 *
 * Formula: quadratic weighted kappa (stats/kappa.ts) and Bland-Altman's bias and limits (stats/bland-altman.ts) of work mark minus journal
 * mark, from the table of counts.
 * Source: Cohen 1968, Psychol. Bull. 70:213; Bland & Altman 1986, Lancet i:307.
 * Assumptions: marks of the same pupils; steps between marks taken as equal. Minimum sample: 15 pupils with both marks, as marker B7.
 * Units: kappa; marks. How it can be wrong: a class of equal pupils has a small kappa though marks agree; a journal mark also includes diligence.
 */
import { blandAltman, type Limit } from '#stats/bland-altman.ts';
import { cohenKappa } from '#stats/kappa.ts';

export const MINIMUM_PAIRS = 15;
const MARKS = 4;

export interface MarkAgreement {
  readonly pairs: number;
  /** null where all marks are one and the same. */
  readonly qwk: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Work mark minus journal mark: mean, and the limits between which most pupils lie; marks. */
  readonly bias: Limit;
  readonly lower: Limit;
  readonly upper: Limit;
}

/** @param transition papers by journal mark (rows 2..5) and mark for the work (columns 2..5). @returns null for fewer than 15 pairs. */
export function markAgreement(transition: readonly (readonly number[])[]): MarkAgreement | null {
  const table = transition.flat();
  const differences = table.map((_, index) => (index % MARKS) - Math.floor(index / MARKS));
  const difference = blandAltman(differences, table);
  if (difference === null || difference.pairs < MINIMUM_PAIRS) return null;
  const { value, low, high } = cohenKappa(table, MARKS, 'quadratic');
  const { pairs, bias, lower, upper } = difference;
  return { pairs, qwk: Number.isFinite(value) ? { value, low, high } : null, bias, lower, upper };
}
