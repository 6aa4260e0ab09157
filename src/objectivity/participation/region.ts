/** Participation of a region in one work, from its matrix. Pure. */
import type { Administration } from '../engine/administration.ts';
import { intraClassCorrelation } from './beta-binomial.ts';
import type { RegionParticipation } from './participation.ts';

export function regionParticipation({ classes, classOf, absentByClass, size }: Administration): RegionParticipation {
  const present = new Int32Array(classes.length);
  for (let paper = 0; paper < size; paper++) present[classOf[paper]!]! += 1;
  return {
    present: size,
    absent: absentByClass.reduce((sum, count) => sum + count, 0),
    rho: intraClassCorrelation(
      classes.map((_, index) => ({ count: absentByClass[index]!, n: present[index]! + absentByClass[index]! })),
    ),
  };
}
