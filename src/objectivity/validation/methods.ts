/** What is compared: each method answers every class of a region with a score and a decision. */
import { analyze } from '../engine/analyze.ts';
import type { UnitResult } from '../model.ts';
import type { SimulatedRegion } from './region.ts';
import { applyRules, type Rule, type RuleAnswers, RULES, standardised } from './rules-of-thumb.ts';

/** One entry per unit of the region's truth. */
export interface Answer {
  /** Higher is more suspicious; NaN where the method says nothing. */
  readonly score: Float64Array;
  /** 1 where the method signals. */
  readonly signalled: Uint8Array;
}

/** The truth is part of a region; a method may not look at `manipulation`, the oracle's training aside. */
export interface Method {
  readonly id: string;
  readonly answer: (region: SimulatedRegion) => Answer;
}

/** The engine at its false-discovery rate of .05. */
export const ENGINE: Method = {
  id: 'engine',
  answer: (region) => engineAnswer(classResults(region, analyze(region.administrations, { details: false }).units)),
};

/** The engine's answer where its results are there already. */
export function engineAnswer(results: readonly (UnitResult | undefined)[]): Answer {
  return {
    score: Float64Array.from(results, (result) => (result?.p == null ? Number.NaN : result.index)),
    signalled: Uint8Array.from(results, (result) => (result?.signalled === true ? 1 : 0)),
  };
}

function key(...parts: (string | number | null)[]): string {
  return parts.join('\u0000');
}

/** Class results in the order of the truth; undefined where a class has no result. */
export function classResults(region: SimulatedRegion, units: readonly UnitResult[]): (UnitResult | undefined)[] {
  const byClass = new Map(
    units
      .filter(({ level }) => level === 'class')
      .map((unit) => [key(unit.grade, unit.subject, unit.municipality, unit.school, unit.className), unit]),
  );
  return region.truth.map((truth) =>
    byClass.get(key(truth.grade, truth.subject, truth.municipality, truth.school, truth.className)),
  );
}

/** Rules that have to fire for a signal. */
const TOGETHER = 2;

/** The number of rules that fire, ties by the mean of the standardised scores; a signal from two rules on. */
export const RULES_OF_THUMB: Method = {
  id: 'rules',
  answer: (region) => rulesAnswer(applyRules(region)),
};

/** The combined answer where the rules have been applied already. */
export function rulesAnswer({ score, fired }: RuleAnswers): Answer {
  const scores = RULES.map((rule) => standardised(score[rule]));
  const count = Int32Array.from(score[RULES[0]], (_, unit) => RULES.filter((rule) => fired[rule][unit] === 1).length);
  return {
    score: Float64Array.from(count, (rules, unit) => {
      const given = scores.map((each) => each[unit]!).filter((value) => !Number.isNaN(value));
      const mean = given.length === 0 ? 0 : given.reduce((sum, value) => sum + value, 0) / given.length;
      // The mean of standardised scores never reaches ten: it only orders classes with as many rules.
      return rules + mean / 20;
    }),
    signalled: Uint8Array.from(count, (rules) => (rules >= TOGETHER ? 1 : 0)),
  };
}

/** One rule of thumb alone. */
export function singleRule(rule: Rule): Method {
  return { id: `rule:${rule}`, answer: (region) => singleRuleAnswer(rule, applyRules(region)) };
}

export function singleRuleAnswer(rule: Rule, { score, fired }: RuleAnswers): Answer {
  return { score: score[rule], signalled: fired[rule] };
}
