/**
 * B6 «Уровень результата». Is the class's test result higher than its journal marks, the other classes of its school and its
 * own other works lead one to expect?
 *
 * Formula: T = mean over pupils of (total - mean total of the same journal mark in the region), minus the expectation from the
 * school's other classes and from the same class's other works (engine/siblings.ts).
 * Source: level residual given prior information of the same pupils (value-added form; Jacob & Levitt 2003 use the
 * previous test in its place).
 * Assumptions: journal marks are of the same pupils; a strong class is strong in its marks and in other works too.
 * Minimum sample: 10 papers with a journal mark. Unit: points of the total per pupil.
 * How it can be wrong: a strict teacher, good teaching, a topic repeated just before the work. Alone it never signals: it
 * only supports what another mechanism shows.
 */
import { conditionalResidual } from '../engine/conditional.ts';
import type { Context } from '../engine/context.ts';
import { standardise } from '../engine/reference.ts';
import { expectFromSiblings } from '../engine/siblings.ts';
import { interval } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 10;
/** Natural spread of a class's level given its marks before any class is seen, share of the maximum total. */
const PRIOR_SHARE_OF_MAXIMUM = 0.06;

export interface LevelResidual {
  readonly participants: Int32Array;
  /** Points per pupil above what marks and the school's other classes predict. */
  readonly deviation: Float64Array;
  /** Everything but the class's own natural spread. */
  readonly variance: Float64Array;
  /** Natural variance of the class itself. */
  readonly tau2: number;
}

/** Residuals of the classes of one administration, before the class's other works are looked at. */
export function levelResidual(context: Context): LevelResidual {
  return context.referenceMemo('level', () => {
    const { papers } = context;
    const groupOf = Int32Array.from(papers.journalMarks, (mark, paper) =>
      mark === 0 || papers.forms[paper]! < 0 ? -1 : papers.forms[paper]! * 6 + mark,
    );
    const residual = conditionalResidual(groupOf, papers.formCount * 6, papers.totals, context.units('class'));
    const deviation = residual.deviation.map((value, unit) =>
      residual.participants[unit]! >= MINIMUM_PAPERS && residual.variance[unit]! > 0 ? value : Number.NaN,
    );
    const priorTau2 = (PRIOR_SHARE_OF_MAXIMUM * papers.maximum) ** 2;
    const trusted = (unit: number): boolean => !context.setAside('class', unit);
    const region = standardise(deviation, residual.variance, { priorTau2, trusted });
    const siblings = expectFromSiblings(deviation, residual.variance, papers.schoolOfClass, region.fit.tau2);
    return {
      participants: residual.participants,
      deviation: deviation.map((value, unit) => value - siblings.expected[unit]!),
      variance: residual.variance.map((value, unit) => value + siblings.uncertainty[unit]!),
      tau2: (1 - siblings.share) * region.fit.tau2,
    };
  });
}

export const level: Marker = {
  id: 'B6',
  mechanism: 'level',
  levels: ['class'],
  measure(context, unitLevel): Measurement {
    const units = context.units(unitLevel).length;
    if (context.papers.journalMarks.every((mark) => mark === 0)) {
      return unavailable(units, 'journalMarks', MINIMUM_PAPERS, 0);
    }
    const residual = levelResidual(context);
    const others = context.otherWorks;
    const deviation = residual.deviation.map((value, unit) => value - (others?.expected[unit] ?? 0));
    const variance = residual.variance.map((value, unit) => value + (others?.uncertainty[unit] ?? 0));
    const priorTau2 = residual.tau2 * (1 - (others?.share ?? 0));
    const reference = standardise(deviation, variance, {
      priorTau2,
      trusted: (unit) => !context.setAside('class', unit),
      tailPrior: context.tailPrior('B6', unitLevel),
    });
    return {
      participants: residual.participants,
      statistic: reference.statistic,
      p: reference.p,
      tailEvidence: reference.tailEvidence,
      insufficient: (unit) => ({
        required: MINIMUM_PAPERS,
        given: residual.participants[unit]!,
        reason: 'journalMarks',
      }),
      effect: (unit) => ({
        ...interval(deviation[unit]! - reference.centre[unit]!, reference.deviationSd[unit]!),
        unit: 'testPointsPerPupil',
      }),
      details: () => ({}),
    };
  },
};
