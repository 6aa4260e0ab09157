/** Everything that one region of known truth says about the methods: the unit of work of a thread. */
import { analyze } from '../../engine/analyze.ts';
import { type AbsenceFigures, absenceFigures } from '../absence.ts';
import { figuresOf, type RegionFigures } from '../evaluate.ts';
import { classResults, engineAnswer, rulesAnswer, singleRuleAnswer } from '../methods.ts';
import { oracleFeatures } from '../oracle-features.ts';
import type { OracleRegion } from '../oracle.ts';
import type { RegionRequest } from '../regimes.ts';
import { regimeRegion } from '../regimes.ts';
import type { Truth } from '../region.ts';
import { applyRules, type Rule, RULES } from '../rules-of-thumb.ts';

export interface RegionAnswer {
  readonly engine: RegionFigures;
  readonly rules: RegionFigures;
  readonly singleRules: Readonly<Record<Rule, RegionFigures>>;
  readonly absence: AbsenceFigures;
  /** What the oracle needs; null in an honest region. */
  readonly oracle: OracleRegion | null;
  readonly truth: readonly Pick<Truth, 'manipulation'>[];
}

export function regionAnswer(request: RegionRequest): RegionAnswer {
  const region = regimeRegion(request);
  const results = classResults(region, analyze(region.administrations, { details: false }).units);
  const applied = applyRules(region);
  return {
    engine: figuresOf(region, engineAnswer(results)),
    rules: figuresOf(region, rulesAnswer(applied)),
    singleRules: Object.fromEntries(
      RULES.map((rule) => [rule, figuresOf(region, singleRuleAnswer(rule, applied))]),
    ) as Record<Rule, RegionFigures>,
    absence: absenceFigures(region),
    oracle:
      request.strength > 0
        ? {
            features: oracleFeatures(region, results),
            labels: Uint8Array.from(region.truth, ({ manipulation }) =>
              manipulation === null ? 0 : manipulation === 'absence' ? 2 : 1,
            ),
          }
        : null,
    truth: region.truth.map(({ manipulation }) => ({ manipulation })),
  };
}
