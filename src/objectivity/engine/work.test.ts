import { expect, test } from 'vitest';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import type { Administration } from './administration.ts';
import { analyze, requestOf } from './analyze.ts';
import { type Analysis, coordinate } from './coordinate.ts';
import { Work } from './work.ts';

const { administrations } = simulateRegion({
  seed: 21,
  municipalities: 4,
  schoolsPerMunicipality: 8,
  manipulatedShare: 0.15,
  works: [inventedWork('Математика', 5, 14), inventedWork('История', 5, 15), inventedWork('Математика', 6, 16)],
});

function together(works: readonly Work[]): Analysis {
  const steps = coordinate(requestOf(works.length, {}, []));
  let next = steps.next();
  while (!next.done) {
    const { step, inputs } = next.value;
    next = steps.next(works.map((work, index) => work.answer(step, inputs[index]!)));
  }
  return next.value;
}

/** The first school's papers come again with all points of the first task. */
function uploaded(administration: Administration): Administration {
  const { tasks, classes, classOf, scores, totals } = administration;
  const [own, sums] = [scores.slice(), totals.slice()];
  for (let paper = 0; paper < administration.size; paper++) {
    const cell = paper * tasks.length;
    if (classes[classOf[paper]!]!.school !== 0 || own[cell]! < 0) continue;
    sums[paper]! += tasks[0]!.max - own[cell]!;
    own[cell] = tasks[0]!.max;
  }
  return { ...administration, scores: own, totals: sums };
}

test('works that stay while one of them changes give the figures of a whole analysis, to the last bit', () => {
  const works = administrations.map((each) => new Work(each));
  expect(together(works)).toEqual(analyze(administrations));
  const changed = [administrations[0]!, uploaded(administrations[1]!), administrations[2]!];
  works[1] = new Work(changed[1]!);
  expect(together(works)).toEqual(analyze(changed));
  expect(together([works[0]!, works[2]!])).toEqual(analyze([changed[0]!, changed[2]!]));
  works[1] = new Work(administrations[1]!);
  expect(together(works)).toEqual(analyze(administrations));
});
