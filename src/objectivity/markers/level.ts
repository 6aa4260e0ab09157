/**
 * B6 «Уровень результата». Is the class's test result higher than its journal marks, the other classes of its school and its
 * own other works lead one to expect?
 *
 * Formula: T = mean over pupils of (total - mean total of the same journal mark in the region), minus what the class's mean mark,
 * its other works, its school's other classes and the school elsewhere predict (engine/class-surroundings.ts), with coefficients
 * from the region's own classes (engine/robust-regression.ts).
 * Source: level residual given prior information of the same pupils (value-added form; Jacob & Levitt 2003 use the
 * previous test in its place).
 * Assumptions: journal marks are of the same pupils; a strong class is strong in its marks and in other works too.
 * Minimum sample: 10 papers with a journal mark. Unit: points of the total per pupil.
 * How it can be wrong: a strict teacher, good teaching, a topic repeated just before the work. Alone it never signals: it
 * only supports what another mechanism shows.
 */
import { conditionalResidual } from '../engine/conditional.ts';
import { standardise } from '../engine/reference.ts';
import { OWN_LEVEL } from '../engine/class-surroundings.ts';
import { predictRobustly } from '../engine/robust-regression.ts';
import { interval } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 10;
/** Natural spread of a class's level given its marks before any class is seen, share of the maximum total. */
const PRIOR_SHARE_OF_MAXIMUM = 0.06;

export const level: Marker = {
  id: 'B6',
  mechanism: 'level',
  levels: ['class'],
  measure(context, unitLevel): Measurement {
    const units = context.units(unitLevel).length;
    if (!context.memo('any mark', () => context.papers.journalMarks.some((mark) => mark !== 0))) {
      return unavailable(units, 'journalMarks', MINIMUM_PAPERS, 0);
    }
    const { papers } = context;
    const trusted = (unit: number): boolean => !context.setAside('class', unit);
    const residual = context.memo('level', () => {
      const groupOf = new Int32Array(papers.size);
      for (let paper = 0; paper < papers.size; paper++) {
        const mark = papers.journalMarks[paper]!;
        const form = papers.forms[paper]!;
        groupOf[paper] = mark === 0 || form < 0 ? -1 : form * 6 + mark;
      }
      return conditionalResidual(groupOf, papers.formCount * 6, papers.totals, context.units('class'));
    });
    const known = residual.deviation.map((value, unit) =>
      residual.participants[unit]! >= MINIMUM_PAPERS && residual.variance[unit]! > 0 ? value : Number.NaN,
    );
    const surroundings = context.surroundings.filter((_, index) => index !== OWN_LEVEL);
    const predicted = predictRobustly(known, surroundings, trusted);
    const deviation = known.map((value, unit) => value - predicted[unit]!);
    const reference = standardise(deviation, residual.variance, {
      priorTau2: (PRIOR_SHARE_OF_MAXIMUM * papers.maximum) ** 2,
      trusted,
      tailPrior: context.tailPrior('B6', unitLevel),
      memory: context.fits('B6', unitLevel),
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
