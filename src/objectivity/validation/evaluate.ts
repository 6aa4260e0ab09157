/**
 * How good a method is on regions whose truth is known.
 *
 * Per region: AUC of each manipulation against the honest classes and of all targets together; power and realised false
 * share of the method's own signals; precision among the k classes with the highest scores, k = number of targets. Classes with
 * selective absence count neither as honest nor as targets; they have an AUC of their own. Over regions: means with 95 %
 * intervals.
 */
import { MANIPULATIONS, type Manipulation } from './manipulations.ts';
import type { Answer, Method } from './methods.ts';
import { areaUnderCurve, type Estimate, estimate, precisionAt } from './metrics.ts';
import type { SimulatedRegion, Truth } from './region.ts';

/** The truth of a region, one entry per unit. */
export interface KnownTruth {
  readonly truth: readonly Pick<Truth, 'manipulation'>[];
}

/** Figures of one region. NaN where a figure has no meaning there. */
export interface RegionFigures {
  readonly aucBy: Readonly<Partial<Record<Manipulation, number>>>;
  readonly auc: number;
  /** Share of the targets that are signalled. */
  readonly power: number;
  readonly powerBy: Readonly<Partial<Record<Manipulation, number>>>;
  /** Share of honest classes among the signals; 0 where there is no signal. */
  readonly falseShare: number;
  readonly precision: number;
  readonly signals: number;
  readonly falseSignals: number;
  readonly targets: number;
  readonly units: number;
}

/** @param region only the manipulations of its truth are read. */
export function figuresOf({ truth }: KnownTruth, { score, signalled }: Answer): RegionFigures {
  const counted = truth.map((_, unit) => unit).filter((unit) => truth[unit]!.manipulation !== 'absence');
  const honest = counted.filter((unit) => truth[unit]!.manipulation === null);
  const targets = counted.filter((unit) => truth[unit]!.manipulation !== null);
  const honestScores = honest.map((unit) => score[unit]!);
  const signals = counted.filter((unit) => signalled[unit] === 1).length;
  const falseSignals = honest.filter((unit) => signalled[unit] === 1).length;
  const aucBy: Partial<Record<Manipulation, number>> = {};
  const powerBy: Partial<Record<Manipulation, number>> = {};
  for (const manipulation of MANIPULATIONS) {
    const own = truth.map((_, unit) => unit).filter((unit) => truth[unit]!.manipulation === manipulation);
    if (own.length === 0) continue;
    aucBy[manipulation] = areaUnderCurve(
      own.map((unit) => score[unit]!),
      honestScores,
    );
    powerBy[manipulation] = own.filter((unit) => signalled[unit] === 1).length / own.length;
  }
  return {
    aucBy,
    auc: areaUnderCurve(
      targets.map((unit) => score[unit]!),
      honestScores,
    ),
    power: targets.length === 0 ? Number.NaN : (signals - falseSignals) / targets.length,
    powerBy,
    falseShare: signals === 0 ? 0 : falseSignals / signals,
    precision: precisionAt(
      counted.map((unit) => score[unit]!),
      counted.map((unit) => (truth[unit]!.manipulation === null ? 0 : 1)),
      targets.length,
    ),
    signals,
    falseSignals,
    targets: targets.length,
    units: truth.length,
  };
}

/** A method's figures over regions, with intervals. */
export interface Evaluation {
  readonly method: string;
  readonly regions: number;
  readonly auc: Estimate;
  readonly aucBy: Readonly<Partial<Record<Manipulation, Estimate>>>;
  readonly power: Estimate;
  readonly powerBy: Readonly<Partial<Record<Manipulation, Estimate>>>;
  /** Mean over regions of the share of honest classes among the signals: the false-discovery rate that was realised. */
  readonly falseShare: Estimate;
  readonly precision: Estimate;
  readonly signals: Estimate;
}

export function summarise(method: string, figures: readonly RegionFigures[]): Evaluation {
  const over = (pick: (region: RegionFigures) => number): Estimate => estimate(figures.map(pick));
  const byManipulation = (pick: 'aucBy' | 'powerBy'): Partial<Record<Manipulation, Estimate>> =>
    Object.fromEntries(
      MANIPULATIONS.filter((each) => figures.some((region) => region[pick][each] !== undefined)).map((each) => [
        each,
        over((region) => region[pick][each] ?? Number.NaN),
      ]),
    );
  return {
    method,
    regions: figures.length,
    auc: over(({ auc }) => auc),
    aucBy: byManipulation('aucBy'),
    power: over(({ power }) => power),
    powerBy: byManipulation('powerBy'),
    falseShare: over(({ falseShare }) => falseShare),
    precision: over(({ precision }) => precision),
    signals: over(({ signals }) => signals),
  };
}

/** Regions may be made one at a time (a generator): none is kept. */
export function evaluate(regions: Iterable<SimulatedRegion>, method: Method): Evaluation {
  return summarise(
    method.id,
    Array.from(regions, (region) => figuresOf(region, method.answer(region))),
  );
}
