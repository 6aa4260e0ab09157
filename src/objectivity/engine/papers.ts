/**
 * The papers of one administration laid out so that every unit is one contiguous range: ordered by municipality, school
 * and class. Everything after this file reads ranges.
 */
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { threadKernel } from '../kernel/kernel.ts';
import { packRecords } from '../kernel/columns.ts';
import { recordShape, type RecordShape } from '../kernel/records.ts';
import { examineRecords, putMask } from '../kernel/tables.ts';
import type { UnitLevel } from '../model.ts';
import type { Administration } from './administration.ts';

/** A class, school or municipality as a range of papers. */
export interface Unit {
  readonly level: UnitLevel;
  /** Index into the administration's classes, schools or municipalities. */
  readonly index: number;
  readonly start: number;
  /** One past the last paper. */
  readonly end: number;
}

/** Records of one shape, outside a kernel's memory. */
export interface KernelRecords {
  readonly shape: RecordShape;
  /** Highest score that occurs. */
  readonly highest: number;
  readonly bytes: Uint8Array;
}

export interface Papers {
  readonly administration: Administration;
  readonly size: number;
  readonly taskCount: number;
  /** Highest possible total, points. */
  readonly maximum: number;
  /** The papers as the kernel reads them, in the order of this table. */
  readonly records: KernelRecords;
  /** Scores as points: a task that was not attempted earns 0. Cells of tasks that were not taught or set hold 0 too. */
  readonly points: Int8Array;
  readonly totals: Int16Array;
  readonly journalMarks: Int8Array;
  /**
   * Form of the paper: variant x set of tasks that count. Totals are comparable within a form only. -1: the form is too
   * rare to be compared, and the paper is left out of everything that conditions on the total.
   */
  readonly forms: Int16Array;
  readonly formCount: number;
  /** Row of the administration that each paper came from. */
  readonly rows: Int32Array;
  readonly units: Readonly<Record<UnitLevel, readonly Unit[]>>;
  /** Position of each class's school within units.school, and of each school's municipality. */
  readonly schoolOfClass: Int32Array;
  readonly municipalityOfSchool: Int32Array;
}

/** Fewer papers than this make no score groups to compare within. */
const SMALLEST_FORM = 30;

export function arrangePapers(administration: Administration): Papers {
  const { size, tasks } = administration;
  const order = classOrder(administration);
  const rows = rowsByClass(administration, order);
  const arranged = arrangeRecords(administration, rows);
  const formIndex = new FormIndex();
  const forms = new Int16Array(size);
  for (let paper = 0; paper < size; paper++) {
    const row = rows[paper]!;
    const missing = arranged.incomplete[paper] === 0 ? '' : missingTasks(administration, row);
    forms[paper] = formIndex.add(administration.variants[row]!, missing);
  }
  dropRareForms(forms, formIndex.sizes);
  return {
    administration,
    size,
    taskCount: tasks.length,
    maximum: tasks.reduce((sum, task) => sum + task.max, 0),
    ...arranged,
    forms,
    formCount: formIndex.sizes.length,
    rows,
    ...unitsOf(administration, order),
  };
}

interface ArrangedRecords extends Pick<Papers, 'points' | 'totals' | 'journalMarks' | 'records'> {
  /** 1 for a paper with a task that was not taught or not set. */
  readonly incomplete: Uint8Array;
}

/** The papers in the given order, as records and as columns. */
function arrangeRecords(administration: Administration, rows: Int32Array): ArrangedRecords {
  const { size, tasks } = administration;
  const shape = recordShape(tasks.map(({ max }) => max));
  const { stride, taskCount } = shape;
  const kernel = threadKernel();
  return kernel.scope(() => {
    const at = kernel.take(size * stride);
    const mask = putMask(kernel, shape);
    packRecords(kernel, administration, rows, shape, at);
    const flags = kernel.take(size);
    const { highest } = examineRecords(kernel, shape, at, mask, size, flags);
    const points = kernel.take(size * taskCount + stride);
    kernel.run.pointsOf(at, stride, mask, size, taskCount, points);
    return {
      points: kernel.int8(points, size * taskCount).slice(),
      totals: inOrder(administration.totals, rows, new Int16Array(size)),
      journalMarks: inOrder(administration.journalMarks, rows, new Int8Array(size)),
      records: { shape, highest, bytes: kernel.bytes(at, size * stride).slice() },
      incomplete: kernel.bytes(flags, size).slice(),
    };
  });
}

function inOrder<T extends Int8Array | Int16Array>(values: T, rows: Int32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = values[rows[at]!]!;
  return into;
}

/** Tasks of a paper that do not count, as text. */
function missingTasks({ scores, tasks }: Administration, row: number): string {
  let missing = '';
  for (let task = 0; task < tasks.length; task++) {
    if (scores[row * tasks.length + task]! < NOT_ATTEMPTED) missing += `${task},`;
  }
  return missing;
}

/** More patterns of missing tasks than this are noise; what overflows takes no part in conditional comparisons. */
const MOST_FORMS = 2000;

/** Numbers the forms as they appear. */
class FormIndex {
  readonly sizes: number[] = [];
  readonly #keys = new Map<string, number>();
  readonly #complete = new Int16Array(256).fill(-1);

  /** @param missing the tasks that do not count, as text; '' is the usual case and costs no lookup. */
  add(variant: number, missing: string): number {
    const known = missing === '' ? this.#complete[variant]! : -1;
    const form = known >= 0 ? known : this.#find(`${variant}:${missing}`);
    if (missing === '') this.#complete[variant] = form;
    this.sizes[form] = (this.sizes[form] ?? 0) + 1;
    return form;
  }

  #find(key: string): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const form = Math.min(this.sizes.length, MOST_FORMS);
    this.#keys.set(key, form);
    return form;
  }
}

function dropRareForms(forms: Int16Array, sizes: readonly number[]): void {
  const largest = Math.max(0, ...sizes);
  for (let paper = 0; paper < forms.length; paper++) {
    const size = sizes[forms[paper]!]!;
    // The largest form stays whatever its size: a small file is answered by minimum samples, not by an empty one.
    if ((size < SMALLEST_FORM && size < largest) || forms[paper] === MOST_FORMS) forms[paper] = -1;
  }
}

/** Classes ordered by municipality, school, and their own order of appearance. */
function classOrder(administration: Administration): Int32Array {
  const { classes, schools } = administration;
  const municipality = (index: number): number => schools[classes[index]!.school]!.municipality;
  return Int32Array.from(
    classes
      .map((_, index) => index)
      .sort((a, b) => municipality(a) - municipality(b) || classes[a]!.school - classes[b]!.school || a - b),
  );
}

/** Counting sort of the rows by the position of their class: linear, stable. */
function rowsByClass(administration: Administration, order: Int32Array): Int32Array {
  const position = new Int32Array(order.length);
  order.forEach((classIndex, at) => {
    position[classIndex] = at;
  });
  const starts = new Int32Array(order.length + 1);
  for (let row = 0; row < administration.size; row++) {
    const at = position[administration.classOf[row]!]! + 1;
    starts[at] = starts[at]! + 1;
  }
  for (let at = 0; at < order.length; at++) starts[at + 1] = starts[at + 1]! + starts[at]!;
  const rows = new Int32Array(administration.size);
  for (let row = 0; row < administration.size; row++) {
    const at = position[administration.classOf[row]!]!;
    rows[starts[at]!] = row;
    starts[at] = starts[at]! + 1;
  }
  return rows;
}

function unitsOf(
  administration: Administration,
  order: Int32Array,
): Pick<Papers, 'units' | 'schoolOfClass' | 'municipalityOfSchool'> {
  const sizes = new Int32Array(administration.classes.length);
  for (let row = 0; row < administration.size; row++) {
    const classIndex = administration.classOf[row]!;
    sizes[classIndex] = sizes[classIndex]! + 1;
  }
  const classes: Unit[] = [];
  const schools: { level: 'school'; index: number; start: number; end: number }[] = [];
  const municipalities: { level: 'municipality'; index: number; start: number; end: number }[] = [];
  const schoolOfClass = new Int32Array(order.length);
  const municipalityOfSchool: number[] = [];
  let start = 0;
  order.forEach((index, position) => {
    const end = start + sizes[index]!;
    classes.push({ level: 'class', index, start, end });
    const school = administration.classes[index]!.school;
    const municipality = administration.schools[school]!.municipality;
    if (municipalities.at(-1)?.index !== municipality) {
      municipalities.push({ level: 'municipality', index: municipality, start, end });
    }
    if (schools.at(-1)?.index !== school) {
      schools.push({ level: 'school', index: school, start, end });
      municipalityOfSchool.push(municipalities.length - 1);
    }
    schools.at(-1)!.end = end;
    municipalities.at(-1)!.end = end;
    schoolOfClass[position] = schools.length - 1;
    start = end;
  });
  return {
    units: { class: classes, school: schools, municipality: municipalities },
    schoolOfClass,
    municipalityOfSchool: Int32Array.from(municipalityOfSchool),
  };
}
