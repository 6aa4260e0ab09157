/**
 * Fits of honest references, remembered. What units say of their reference does not depend on what other works say of its tails
 * (stats/honest-fit.ts), so a work whose papers are the same is not fitted again when another work changes.
 *
 * What is remembered is the last fit of each name with what it was fitted to; the same input, bit for bit, gives the same answer.
 */
import { fitOf, honestEvidence, type HonestEvidence, type HonestFit } from '#stats/honest-fit.ts';

interface Remembered {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  readonly priorTau2: number;
  readonly evidence: HonestEvidence;
}

export class FitMemory {
  readonly #known = new Map<string, Remembered>();

  /** `fitHonest` of the same values. @param name of the fit within what this memory serves. */
  fit(
    name: string,
    estimates: Float64Array,
    variances: Float64Array,
    priorTau2: number,
    tailPrior?: Float64Array,
  ): HonestFit {
    const known = this.#known.get(name);
    if (
      known !== undefined &&
      known.priorTau2 === priorTau2 &&
      same(known.estimates, estimates) &&
      same(known.variances, variances)
    ) {
      return fitOf(known.evidence, tailPrior);
    }
    const evidence = honestEvidence(estimates, variances, priorTau2);
    this.#known.set(name, { estimates: estimates.slice(), variances: variances.slice(), priorTau2, evidence });
    return fitOf(evidence, tailPrior);
  }
}

function same(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}
