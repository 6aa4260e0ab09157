/**
 * What surrounds a class: its level and marks in its other works, those of its school's other classes in this work, and of the
 * school elsewhere. From these the markers of level (B6) and marks (B7) predict what the class's figure should be.
 *
 * Classes are the same when municipality, school and class name are; pupils need not be matched. Units that are set aside
 * lend nothing. Every mean is pulled to zero as far as few papers leave it uncertain.
 */
import type { Context } from './context.ts';

/** Covariates of the classes of one work, in standard deviations of pupils; 0 where nothing is known. */
export type Surroundings = readonly Float64Array[];

/** Papers at which a mean of surroundings is believed by half. */
const HALF_PAPERS = 12;

interface ClassMeans {
  /** Mean total and mean journal mark of the class, standardised over the region's pupils. */
  readonly level: Float64Array;
  readonly marks: Float64Array;
  readonly papers: Int32Array;
  readonly marked: Int32Array;
}

/** Sums of level and marks with their numbers of papers. */
class Sums {
  level = 0;
  papers = 0;
  marks = 0;
  marked = 0;

  add(means: ClassMeans, unit: number, sign = 1): this {
    const { level, marks, papers, marked } = means;
    this.papers += sign * papers[unit]!;
    this.marked += sign * marked[unit]!;
    if (papers[unit]! > 0) this.level += sign * level[unit]! * papers[unit]!;
    if (marked[unit]! > 0) this.marks += sign * marks[unit]! * marked[unit]!;
    return this;
  }

  addAll(other: Sums, sign: number): this {
    this.papers += sign * other.papers;
    this.marked += sign * other.marked;
    this.level += sign * other.level;
    this.marks += sign * other.marks;
    return this;
  }

  meanLevel(): number {
    return this.papers > 0 ? this.level / (this.papers + HALF_PAPERS) : 0;
  }

  meanMarks(): number {
    return this.marked > 0 ? this.marks / (this.marked + HALF_PAPERS) : 0;
  }
}

/** Sets `surroundings` of every context. */
export function linkWorks(contexts: readonly Context[]): void {
  const byClass = new Map<string, Sums>();
  const bySchool = new Map<string, Sums>();
  const works = contexts.map((context) => {
    const means = classMeans(context);
    const names = classNames(context);
    const inWork = new Map<string, Sums>();
    names.forEach(({ school, name }, unit) => {
      if (context.setAside('class', unit)) return;
      for (const [map, key] of [
        [byClass, name],
        [bySchool, school],
        [inWork, school],
      ] as const) {
        const sums = map.get(key) ?? new Sums();
        map.set(key, sums.add(means, unit));
      }
    });
    return { context, means, names, inWork };
  });
  for (const { context, means, names, inWork } of works) {
    const units = names.length;
    const covariates = Array.from({ length: 8 }, () => new Float64Array(units));
    names.forEach(({ school, name }, unit) => {
      const own = new Sums();
      if (!context.setAside('class', unit)) own.add(means, unit);
      const empty = new Sums();
      const otherWorks = new Sums().addAll(byClass.get(name) ?? empty, 1).addAll(own, -1);
      const siblings = new Sums().addAll(inWork.get(school) ?? empty, 1).addAll(own, -1);
      const elsewhere = new Sums()
        .addAll(bySchool.get(school) ?? empty, 1)
        .addAll(inWork.get(school) ?? empty, -1)
        .addAll(otherWorks, -1);
      const values = [
        means.papers[unit]! > 0 ? means.level[unit]! : 0,
        means.marked[unit]! > 0 ? means.marks[unit]! : 0,
        otherWorks.meanLevel(),
        otherWorks.meanMarks(),
        siblings.meanLevel(),
        siblings.meanMarks(),
        elsewhere.meanLevel(),
        elsewhere.meanMarks(),
      ];
      values.forEach((value, index) => {
        covariates[index]![unit] = value;
      });
    });
    context.surroundings = covariates;
  }
}

/** Positions in `Surroundings` of the class's own level and marks: each marker leaves out its own figure. */
export const OWN_LEVEL = 0;
export const OWN_MARKS = 1;

function classNames(context: Context): readonly { readonly school: string; readonly name: string }[] {
  return context.memo('class names', () => {
    const { administration } = context.papers;
    return context.units('class').map((unit) => {
      const key = administration.classes[unit.index]!;
      const place = administration.schools[key.school]!;
      const school = `${administration.municipalities[place.municipality]!}\u0000${place.name}`;
      return { school, name: `${school}\u0000${key.name}` };
    });
  });
}

function classMeans(context: Context): ClassMeans {
  return context.memo('class means', () => {
    const { papers } = context;
    const units = context.units('class');
    const level = standardisedMeans(papers.totals, (paper) => papers.forms[paper]! >= 0, units, papers.size);
    const marks = standardisedMeans(
      papers.journalMarks,
      (paper) => papers.journalMarks[paper]! > 0,
      units,
      papers.size,
    );
    return { level: level.means, papers: level.counts, marks: marks.means, marked: marks.counts };
  });
}

function standardisedMeans(
  values: ArrayLike<number>,
  counts: (paper: number) => boolean,
  units: readonly { readonly start: number; readonly end: number }[],
  size: number,
): { readonly means: Float64Array; readonly counts: Int32Array } {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let paper = 0; paper < size; paper++) {
    if (!counts(paper)) continue;
    n++;
    sum += values[paper]!;
    squares += values[paper]! ** 2;
  }
  const mean = n > 0 ? sum / n : 0;
  const deviation = n > 1 ? Math.sqrt(Math.max(0, squares / n - mean * mean)) || 1 : 1;
  const numbers = new Int32Array(units.length);
  const means = Float64Array.from(units, ({ start, end }, unit) => {
    let own = 0;
    for (let paper = start; paper < end; paper++) {
      if (!counts(paper)) continue;
      own += values[paper]!;
      numbers[unit] = numbers[unit]! + 1;
    }
    return numbers[unit]! > 0 ? (own / numbers[unit]! - mean) / deviation : Number.NaN;
  });
  return { means, counts: numbers };
}
