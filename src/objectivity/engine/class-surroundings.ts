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

/** Positions in `Surroundings` of the class's own level and marks: each marker leaves out its own figure. */
export const OWN_LEVEL = 0;
export const OWN_MARKS = 1;

/** Papers at which a mean of surroundings is believed by half. */
const HALF_PAPERS = 12;

/** What the classes of one work lend to others, in the order of units('class'). */
export interface ClassMeans {
  readonly schools: readonly string[];
  /** School and class. */
  readonly names: readonly string[];
  /** Mean total and mean journal mark of the class, standardised over the region's pupils; NaN without papers. */
  readonly level: Float64Array;
  readonly marks: Float64Array;
  readonly papers: Int32Array;
  readonly marked: Int32Array;
}

/** level, papers, marks, marked: sums of level and marks over papers, with their numbers of papers. */
const SUMS = 4;

/** The works of one analysis side by side; which unit is which is found once, for both rounds. */
export class LinkedWorks {
  readonly #works: readonly LinkedWork[];
  readonly #classes: number;
  readonly #schools: number;

  constructor(works: readonly ClassMeans[]) {
    const classes = new Map<string, number>();
    const schools = new Map<string, number>();
    this.#works = works.map((means) => ({
      own: sumsOf(means),
      classes: Int32Array.from(means.names, (name) => numberOf(classes, name)),
      schools: Int32Array.from(means.schools, (name) => numberOf(schools, name)),
    }));
    this.#classes = classes.size;
    this.#schools = schools.size;
  }

  /** @param asides by work: 1 for the classes that lend nothing; null where all lend. */
  surroundings(asides: readonly (Uint8Array | null)[]): Surroundings[] {
    const byClass = new Float64Array(SUMS * this.#classes);
    const bySchool = new Float64Array(SUMS * this.#schools);
    this.#works.forEach(({ own, classes, schools }, work) => {
      addTo(byClass, own, classes, asides[work]!);
      addTo(bySchool, own, schools, asides[work]!);
    });
    return this.#works.map((work, index) => {
      const inWork = new Float64Array(SUMS * this.#schools);
      addTo(inWork, work.own, work.schools, asides[index]!);
      return surroundingsOf(work, asides[index]!, byClass, bySchool, inWork);
    });
  }
}

interface LinkedWork {
  /** classes x SUMS. */
  readonly own: Float64Array;
  /** Numbers of the classes and of their schools over all works. */
  readonly classes: Int32Array;
  readonly schools: Int32Array;
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

function sumsOf({ level, papers, marks, marked }: ClassMeans): Float64Array {
  const sums = new Float64Array(SUMS * papers.length);
  papers.forEach((n, unit) => {
    sums[SUMS * unit] = n > 0 ? level[unit]! * n : 0;
    sums[SUMS * unit + 1] = n;
    sums[SUMS * unit + 2] = marked[unit]! > 0 ? marks[unit]! * marked[unit]! : 0;
    sums[SUMS * unit + 3] = marked[unit]!;
  });
  return sums;
}

function addTo(sums: Float64Array, own: Float64Array, numbers: Int32Array, aside: Uint8Array | null): void {
  for (let unit = 0; unit < numbers.length; unit++) {
    if (aside?.[unit] === 1) continue;
    const into = SUMS * numbers[unit]!;
    for (let k = 0; k < SUMS; k++) sums[into + k] = sums[into + k]! + own[SUMS * unit + k]!;
  }
}

function surroundingsOf(
  { own, classes, schools }: LinkedWork,
  aside: Uint8Array | null,
  byClass: Float64Array,
  bySchool: Float64Array,
  inWork: Float64Array,
): Surroundings {
  const covariates = Array.from({ length: 8 }, () => new Float64Array(classes.length));
  const others = new Float64Array(SUMS);
  const siblings = new Float64Array(SUMS);
  const elsewhere = new Float64Array(SUMS);
  for (let unit = 0; unit < classes.length; unit++) {
    for (let k = 0; k < SUMS; k++) {
      const lent = aside?.[unit] === 1 ? 0 : own[SUMS * unit + k]!;
      const school = SUMS * schools[unit]! + k;
      others[k] = byClass[SUMS * classes[unit]! + k]! - lent;
      siblings[k] = inWork[school]! - lent;
      elsewhere[k] = bySchool[school]! - inWork[school]! - others[k]!;
    }
    const [levelSum, papers, markSum, marked] = own.subarray(SUMS * unit, SUMS * (unit + 1));
    covariates[OWN_LEVEL]![unit] = papers! > 0 ? levelSum! / papers! : 0;
    covariates[OWN_MARKS]![unit] = marked! > 0 ? markSum! / marked! : 0;
    [others, siblings, elsewhere].forEach((sums, place) => {
      covariates[2 * place + 2]![unit] = sums[1]! > 0 ? sums[0]! / (sums[1]! + HALF_PAPERS) : 0;
      covariates[2 * place + 3]![unit] = sums[3]! > 0 ? sums[2]! / (sums[3]! + HALF_PAPERS) : 0;
    });
  }
  return covariates;
}

/** What the classes of a work lend. */
export function classMeans(context: Context): ClassMeans {
  const { papers } = context;
  const { administration, forms, journalMarks, totals, size } = papers;
  const units = context.units('class');
  const schools = units.map(({ index }) => {
    const place = administration.schools[administration.classes[index]!.school]!;
    return `${administration.municipalities[place.municipality]!}\u0000${place.name}`;
  });
  const level = standardisedMeans(totals, forms, 0, units, size);
  const marks = standardisedMeans(journalMarks, journalMarks, 1, units, size);
  return {
    schools,
    names: units.map(({ index }, unit) => `${schools[unit]!}\u0000${administration.classes[index]!.name}`),
    level: level.means,
    papers: level.counts,
    marks: marks.means,
    marked: marks.counts,
  };
}

/** Papers count whose `key` is at least `least`. */
function standardisedMeans(
  values: Int8Array | Int16Array,
  key: Int8Array | Int16Array,
  least: number,
  units: readonly { readonly start: number; readonly end: number }[],
  size: number,
): { readonly means: Float64Array; readonly counts: Int32Array } {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let paper = 0; paper < size; paper++) {
    if (key[paper]! < least) continue;
    const value = values[paper]!;
    n++;
    sum += value;
    squares += value * value;
  }
  const mean = n > 0 ? sum / n : 0;
  const deviation = n > 1 ? Math.sqrt(Math.max(0, squares / n - mean * mean)) || 1 : 1;
  const counts = new Int32Array(units.length);
  const means = new Float64Array(units.length).fill(Number.NaN);
  units.forEach(({ start, end }, unit) => {
    let own = 0;
    let count = 0;
    for (let paper = start; paper < end; paper++) {
      if (key[paper]! < least) continue;
      own += values[paper]!;
      count++;
    }
    counts[unit] = count;
    if (count > 0) means[unit] = (own / count - mean) / deviation;
  });
  return { means, counts };
}
