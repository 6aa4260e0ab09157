/**
 * An invented country for the benches: regions that are simulated one by one, deterministic, with variants, unequal classes
 * and values that are missing. 85 regions give about 28 million papers in 1,700 works.
 */
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { markOf } from '#src/objectivity/engine/builder.ts';
import { Random } from '#src/objectivity/engine/random.ts';
import { simulateRegion } from '#src/objectivity/validation/region.ts';
import { inventedWork } from '#src/objectivity/validation/works.ts';
import { NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';

const SUBJECTS = ['Математика', 'Русский язык', 'История', 'Биология', 'География'];
const GRADES = [5, 6, 7, 8];

/** Twenty works of 15 to 20 tasks. */
export const COUNTRY_WORKS = GRADES.flatMap((grade) =>
  SUBJECTS.map((subject, index) => inventedWork(subject, grade, 15 + ((grade + index) % 6), 4)),
);

/** Share of empty results that are tasks not begun; of class x task topics not taught; of journal marks that are missing. */
const NOT_BEGUN = 0.3;
const NOT_TAUGHT_SHARE = 0.01;
const NO_JOURNAL_MARK = 0.04;

export function regionName(region: number): string {
  return `Область ${String(region + 1).padStart(2, '0')}`;
}

/** @param region its number, from 0; the same number is the same region on every machine. @param size share of a whole region. */
export function countryRegion(region: number, size = 1): Administration[] {
  const { administrations } = simulateRegion({
    seed: 28_000 + region,
    procedure: 'ВПР',
    municipalities: Math.max(1, Math.round(30 * size)),
    schoolsPerMunicipality: 16,
    works: COUNTRY_WORKS,
    classesPerSchool: [1, 2],
    classSize: [19, 33],
    variants: 2,
    manipulatedShare: 0.03,
  });
  const random = new Random(29_000 + region);
  for (const administration of administrations) withGaps(administration, random);
  return administrations;
}

/** Makes some cells missing in place; totals and marks are then what the remaining scores give. */
function withGaps(administration: Administration, random: Random): void {
  const { tasks, scores, totals, marks, journalMarks, classOf, classes, size, thresholds } = administration;
  const width = tasks.length;
  const untaught = Uint8Array.from({ length: classes.length * width }, () => (random.chance(NOT_TAUGHT_SHARE) ? 1 : 0));
  for (let paper = 0; paper < size; paper += 1) {
    for (let task = 0; task < width; task += 1) {
      const cell = paper * width + task;
      if (untaught[classOf[paper]! * width + task] === 1) {
        totals[paper]! -= Math.max(0, scores[cell]!);
        scores[cell] = NOT_TAUGHT;
      } else if (scores[cell] === 0 && random.chance(NOT_BEGUN)) scores[cell] = NOT_ATTEMPTED;
    }
    marks[paper] = markOf(totals[paper]!, thresholds);
    if (random.chance(NO_JOURNAL_MARK)) journalMarks[paper] = 0;
  }
}
