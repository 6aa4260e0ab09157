/** What a page shows of a unit beside its markers: totals, marks, journal marks against marks. Pure. */
import type { Administration } from '../engine/administration.ts';

export interface Distribution {
  /** Papers by raw score 0..max. */
  readonly totals: number[];
  /** Papers by mark 2..5; zeros where there is no scale. */
  readonly marks: number[];
  /** Papers by journal mark (rows 2..5) and mark (columns 2..5). */
  readonly transition: number[][];
}

function emptyDistribution(maxScore: number): Distribution {
  return {
    totals: Array.from({ length: maxScore + 1 }, () => 0),
    marks: [0, 0, 0, 0],
    transition: [2, 3, 4, 5].map(() => [0, 0, 0, 0]),
  };
}

/** One pass over the papers: the region's distribution and those of all classes, schools and municipalities. */
export function distributionsOf(administration: Administration): {
  readonly region: Distribution;
  readonly classes: Distribution[];
  readonly schools: Distribution[];
  readonly municipalities: Distribution[];
} {
  const maxScore = administration.tasks.reduce((sum, task) => sum + task.max, 0);
  const make = (length: number) => Array.from({ length }, () => emptyDistribution(maxScore));
  const region = emptyDistribution(maxScore);
  const classes = make(administration.classes.length);
  const schools = make(administration.schools.length);
  const municipalities = make(administration.municipalities.length);
  for (let paper = 0; paper < administration.size; paper++) {
    const classIndex = administration.classOf[paper]!;
    const schoolIndex = administration.classes[classIndex]!.school;
    const municipalityIndex = administration.schools[schoolIndex]!.municipality;
    const total = administration.totals[paper]!;
    const mark = administration.marks[paper]!;
    const journalMark = administration.journalMarks[paper]!;
    for (const target of [region, classes[classIndex]!, schools[schoolIndex]!, municipalities[municipalityIndex]!]) {
      if (total <= maxScore) target.totals[total]!++;
      if (mark >= 2) target.marks[mark - 2]!++;
      if (mark >= 2 && journalMark >= 2) target.transition[journalMark - 2]![mark - 2]!++;
    }
  }
  return { region, classes, schools, municipalities };
}
