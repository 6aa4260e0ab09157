/**
 * What schools say of the marks of their classes where they give no pupils: sums of marks for the last quarter and for the
 * year, in the subjects of the works. They follow from the journal marks of the papers, as a journal's would.
 */
import type { Term } from '#src/results/model.ts';
import { demoRegion, randomOf } from './region.ts';
import { type DemoClassResult, demoResults } from './results.ts';

export interface DemoSummary {
  readonly municipality: string;
  readonly school: string;
  readonly grade: number;
  readonly letter: string;
  readonly subject: string;
  readonly schoolYear: number;
  readonly term: Term;
  /** Pupils of the class; those without a mark are not in the counts. */
  readonly pupils: number;
  readonly counts: Readonly<Record<2 | 3 | 4 | 5, number>>;
}

/** One pupil in so many has another mark for the year than for the quarter. */
const CHANGED_BY_YEAR = 0.12;

/** @returns in the order of the municipalities and their schools; the same on every call. */
export function demoSummaries(results: readonly DemoClassResult[] = demoResults()): DemoSummary[] {
  return results.flatMap((result) => {
    const { municipality, school, work, grade, letter, papers } = result;
    const random = randomOf(`${school.code}${work.key}${letter.codePointAt(0)}`, 13);
    const ofQuarter = papers.flatMap(({ journalMark }) => (journalMark === null ? [] : [journalMark]));
    const ofYear = ofQuarter.map((mark) =>
      random.chance(CHANGED_BY_YEAR) ? Math.min(5, Math.max(3, mark + (random.chance(0.7) ? 1 : -1))) : mark,
    );
    const place = {
      municipality: municipality.code,
      school: school.code,
      grade,
      letter,
      subject: work.subject,
      schoolYear: demoRegion.schoolYear,
      pupils: papers.length,
    };
    return [
      { ...place, term: 'q4' as const, counts: countsOf(ofQuarter) },
      { ...place, term: 'year' as const, counts: countsOf(ofYear) },
    ];
  });
}

function countsOf(marks: readonly number[]): DemoSummary['counts'] {
  const of = (mark: number): number => marks.filter((each) => each === mark).length;
  return { 2: of(2), 3: of(3), 4: of(4), 5: of(5) };
}
