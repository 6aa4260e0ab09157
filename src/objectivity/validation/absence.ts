/** Selective absence is an answer of its own: how well the participation of a class tells it. */
import { participationOf } from '../participation/participation.ts';
import { regionParticipation } from '../participation/region.ts';
import { areaUnderCurve } from './metrics.ts';
import type { SimulatedRegion } from './region.ts';

export interface AbsenceFigures {
  /** Area of the probability of so many absent: classes whose weak ones stayed at home against those left alone. */
  readonly auc: number;
  /** Share of the classes with selective absence that are answered «low», and the same of those left alone. */
  readonly found: number;
  readonly honest: number;
}

/** The simulated lists have no journal marks of the absent, so only how many they are is asked. */
export function absenceFigures({ truth, administrations }: SimulatedRegion): AbsenceFigures {
  const works = administrations.map((administration) => {
    const present = new Int32Array(administration.classes.length);
    for (let paper = 0; paper < administration.size; paper++) present[administration.classOf[paper]!]! += 1;
    return { administration, present, region: regionParticipation(administration) };
  });
  const answers = truth.flatMap(({ administration, classIndex, manipulation }) => {
    if (manipulation !== null && manipulation !== 'absence') return [];
    const work = works[administration]!;
    const answer = participationOf(
      {
        present: work.present[classIndex]!,
        absent: work.administration.absentByClass[classIndex]!,
        otherWorks: null,
        marks: null,
      },
      work.region,
    );
    if (answer.kind === 'insufficient' || answer.p === null) return [];
    return [{ selective: manipulation === 'absence', low: answer.kind === 'low', score: -answer.p }];
  });
  const selective = answers.filter((answer) => answer.selective);
  const honest = answers.filter((answer) => !answer.selective);
  const shareLow = (of: typeof answers): number =>
    of.length === 0 ? Number.NaN : of.filter(({ low }) => low).length / of.length;
  return {
    auc: areaUnderCurve(
      selective.map(({ score }) => score),
      honest.map(({ score }) => score),
    ),
    found: shareLow(selective),
    honest: shareLow(honest),
  };
}
