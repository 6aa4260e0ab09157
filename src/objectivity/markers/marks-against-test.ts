/**
 * B7 «Отметки и работа». Are journal marks higher than pupils with the same test result get elsewhere?
 *
 * Formula: shift of the marks in log odds against pupils of the same totals in the region (engine/mark-shifts.ts). Class: minus what its level, its marks
 * and totals in other works and those of its school's other classes predict (engine/class-surroundings.ts, engine/robust-regression.ts),
 * because leniency is a habit of schools; school and municipality: against the region. Reported beside it, never as evidence:
 * quadratic weighted kappa is left to the page.
 * The two tails are two questions. The upper one (marks above the test) is this marker, mechanism «marks». The lower one
 * (the test above the marks) is not evidence here: it is asked the right way round, from marks to totals, by B6.
 * Source: teacher marks given national tests, Vlachos 2018; strata of equal totals, Mantel 1963.
 * Assumptions: the journal mark is of the same pupils and subject, given before the work.
 * Minimum sample: 10 papers with a journal mark, as for B6; honest classes of 10 to 14 marks have a right tail. Unit: marks per pupil (0.2 = every fifth mark one step higher).
 * How it can be wrong: marks include diligence and class work; honest schools differ by half a standard deviation.
 */
import { conditionalResidual } from '../engine/conditional.ts';
import type { Context } from '../engine/context.ts';
import { standardise } from '../engine/reference.ts';
import { OWN_MARKS } from '../engine/class-surroundings.ts';
import { markShifts } from '../engine/mark-shifts.ts';
import { predictRobustly } from '../engine/robust-regression.ts';
import { interval } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';
import type { UnitLevel } from '../model.ts';

const MINIMUM_PAPERS = 10;
/** Natural spread of leniency before any class is seen, log odds per mark. */
const PRIOR_SD = { class: 0.6, school: 0.5, municipality: 0.25 } as const;

export const marksAgainstTest: Marker = {
  id: 'B7',
  mechanism: 'marks',
  levels: ['class', 'school', 'municipality'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const { groupOf, marked } = context.memo('B7:groups', () => markedGroups(context));
    if (marked === 0) return unavailable(units, 'journalMarks', MINIMUM_PAPERS, 0);
    const { residual, shifts, observed } = context.memo(`B7:${level}`, () => {
      const { journalMarks } = context.papers;
      const { groupCount } = context.groups;
      return {
        residual: conditionalResidual(groupOf, groupCount, journalMarks, context.units(level)),
        shifts: markShifts(groupOf, groupCount, journalMarks, context.units(level)),
        observed: meanMarks(context, level),
      };
    });
    const enough = (unit: number): boolean =>
      residual.participants[unit]! >= MINIMUM_PAPERS && residual.variance[unit]! > 0;
    const deviation = shifts.shift.map((value, unit) => (enough(unit) ? value : Number.NaN));
    const reference = besideTheSchool(context, level, deviation, shifts.variance);
    // A shift in log odds, back in marks: by the unit's own spread of marks given the totals.
    const marksPerShift = residual.variance.map((value, unit) => Math.sqrt(value / shifts.variance[unit]!));
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
        ...interval(
          reference.effect[unit]! * marksPerShift[unit]!,
          reference.deviationSd[unit]! * marksPerShift[unit]!,
        ),
        unit: 'marksPerPupil',
      }),
      details: (unit) => ({
        figures: {
          meanJournalMark: observed[unit]!,
          expectedJournalMark: observed[unit]! - residual.deviation[unit]!,
          againstRegion: residual.deviation[unit]!,
        },
      }),
    };
  },
};

function markedGroups(context: Context): { readonly groupOf: Int32Array; readonly marked: number } {
  const { journalMarks } = context.papers;
  let marked = 0;
  const groupOf = context.groups.groupOf.slice();
  for (let paper = 0; paper < groupOf.length; paper++) {
    if (groupOf[paper]! < 0) continue;
    if (journalMarks[paper] === 0) groupOf[paper] = -1;
    else marked++;
  }
  return { groupOf, marked };
}

interface BesideSchool {
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  readonly tailEvidence: Float64Array;
  readonly effect: Float64Array;
  readonly deviationSd: Float64Array;
}

function besideTheSchool(
  context: Context,
  level: UnitLevel,
  deviation: Float64Array,
  variance: Float64Array,
): BesideSchool {
  const priorTau2 = PRIOR_SD[level] ** 2;
  const trusted = (unit: number): boolean => !context.setAside(level, unit);
  const tailPrior = context.tailPrior('B7', level);
  const options = { priorTau2, trusted, tailPrior, memory: context.fits('B7', level) };
  if (level !== 'class') {
    const region = standardise(deviation, variance, options);
    return { ...region, effect: deviation.map((value, unit) => value - region.centre[unit]!) };
  }
  const surroundings = context.surroundings.filter((_, index) => index !== OWN_MARKS);
  const predicted = predictRobustly(deviation, surroundings, trusted);
  const own = deviation.map((value, unit) => value - predicted[unit]!);
  const reference = standardise(own, variance, options);
  return { ...reference, effect: own.map((value, unit) => value - reference.centre[unit]!) };
}

function meanMarks(context: Context, level: UnitLevel): Float64Array {
  const { journalMarks } = context.papers;
  return Float64Array.from(context.units(level), ({ start, end }) => {
    let sum = 0;
    let count = 0;
    for (let paper = start; paper < end; paper++) {
      if (journalMarks[paper] === 0) continue;
      sum += journalMarks[paper]!;
      count++;
    }
    return count > 0 ? sum / count : Number.NaN;
  });
}
