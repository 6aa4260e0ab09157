import type { MarkThresholds, Task } from '#src/results/model.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration, ClassKey, SchoolKey } from './administration.ts';

/** One row on its way into the matrix. */
export interface PaperRow {
  readonly municipality: string;
  readonly school: string;
  readonly className: string;
  readonly teacher: string | null;
  readonly participant: string;
  readonly variant: string | null;
  /** 2..5, or null where the journal has none. */
  readonly journalMark: number | null;
  /** One entry per task: a score >= 0 or a special value of results/model.ts. */
  readonly scores: ArrayLike<number>;
}

/** Mark of a raw total, 2..5; 0 where there is no scale. */
export function markOf(total: number, thresholds: MarkThresholds | null): number {
  if (thresholds === null) return 0;
  if (total >= thresholds[5]) return 5;
  if (total >= thresholds[4]) return 4;
  return total >= thresholds[3] ? 3 : 2;
}

/** A variant column with more distinct values than this is a participant number in disguise: it is then ignored. */
const MAX_VARIANTS = 250;

/**
 * Collects papers row by row into an `Administration`. Totals and marks are computed from the scores: a task that was
 * not attempted earns nothing, which is what the official total does; the cell itself stays NOT_ATTEMPTED.
 */
export class AdministrationBuilder {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly Task[];
  readonly thresholds: MarkThresholds | null;
  readonly #keepParticipants: boolean;
  readonly #municipalities = new Map<string, number>();
  readonly #schools = new Map<string, number>();
  readonly #schoolKeys: SchoolKey[] = [];
  readonly #classes = new Map<string, number>();
  readonly #classKeys: ClassKey[] = [];
  readonly #variants = new Map<string, number>();
  readonly #participants: string[] = [];
  readonly #absent: number[] = [];
  #size = 0;
  #scores: Int8Array<ArrayBuffer>;
  #totals = new Int16Array(1024);
  #journal = new Int8Array(1024);
  #variantOf = new Uint16Array(1024);
  #classOf = new Int32Array(1024);

  constructor(
    work: {
      readonly procedure: string;
      readonly subject: string;
      readonly grade: number;
      readonly tasks: readonly Task[];
      readonly thresholds: MarkThresholds | null;
    },
    options: { readonly keepParticipants?: boolean } = {},
  ) {
    this.procedure = work.procedure;
    this.subject = work.subject;
    this.grade = work.grade;
    this.tasks = work.tasks;
    this.thresholds = work.thresholds;
    this.#keepParticipants = options.keepParticipants ?? true;
    this.#scores = new Int8Array(1024 * work.tasks.length);
  }

  /** Index of a class, created on first sight. The teacher of the first row stands for the class. */
  classIndex(municipality: string, school: string, className: string, teacher: string | null): number {
    const schoolKey = `${municipality}\u0000${school}`;
    const classKey = `${schoolKey}\u0000${className}`;
    const known = this.#classes.get(classKey);
    if (known !== undefined) return known;
    let schoolIndex = this.#schools.get(schoolKey);
    if (schoolIndex === undefined) {
      let municipalityIndex = this.#municipalities.get(municipality);
      if (municipalityIndex === undefined) {
        municipalityIndex = this.#municipalities.size;
        this.#municipalities.set(municipality, municipalityIndex);
      }
      schoolIndex = this.#schoolKeys.length;
      this.#schools.set(schoolKey, schoolIndex);
      this.#schoolKeys.push({ municipality: municipalityIndex, name: school });
    }
    const index = this.#classKeys.length;
    this.#classes.set(classKey, index);
    this.#classKeys.push({ school: schoolIndex, name: className, teacher });
    this.#absent.push(0);
    return index;
  }

  add(row: PaperRow): void {
    this.addTo(this.classIndex(row.municipality, row.school, row.className, row.teacher), row);
  }

  /** The fast way in when the caller already holds the class index. */
  addTo(
    classIndex: number,
    paper: Pick<PaperRow, 'participant' | 'variant' | 'journalMark' | 'scores'>,
    offset = 0,
  ): void {
    const taskCount = this.tasks.length;
    if (this.#size === this.#totals.length) this.#grow();
    const row = this.#size++;
    let total = 0;
    for (let task = 0; task < taskCount; task++) {
      const score = paper.scores[offset + task] ?? NOT_ATTEMPTED;
      this.#scores[row * taskCount + task] = score;
      if (score > 0) total += score;
    }
    this.#totals[row] = total;
    this.#journal[row] = paper.journalMark ?? 0;
    this.#variantOf[row] = this.#variantIndex(paper.variant);
    this.#classOf[row] = classIndex;
    if (this.#keepParticipants) this.#participants.push(paper.participant);
  }

  addAbsent(classIndex: number): void {
    this.#absent[classIndex] = (this.#absent[classIndex] ?? 0) + 1;
  }

  build(): Administration {
    const size = this.#size;
    const marks = new Int8Array(size);
    for (let row = 0; row < size; row++) marks[row] = markOf(this.#totals[row]!, this.thresholds);
    const variants = new Uint8Array(size);
    if (this.#variants.size <= MAX_VARIANTS) for (let row = 0; row < size; row++) variants[row] = this.#variantOf[row]!;
    return {
      procedure: this.procedure,
      subject: this.subject,
      grade: this.grade,
      tasks: this.tasks,
      thresholds: this.thresholds,
      municipalities: [...this.#municipalities.keys()],
      schools: this.#schoolKeys,
      classes: this.#classKeys,
      size,
      scores: this.#scores.slice(0, size * this.tasks.length),
      totals: this.#totals.slice(0, size),
      marks,
      journalMarks: this.#journal.slice(0, size),
      variants,
      variantNames: this.#variants.size <= MAX_VARIANTS ? [...this.#variants.keys()] : [''],
      classOf: this.#classOf.slice(0, size),
      participants: this.#participants,
      absentByClass: Int32Array.from(this.#absent),
    };
  }

  #variantIndex(variant: string | null): number {
    const key = variant ?? '';
    const known = this.#variants.get(key);
    if (known !== undefined) return known;
    const index = Math.min(this.#variants.size, 65_535);
    this.#variants.set(key, index);
    return index;
  }

  #grow(): void {
    const capacity = this.#totals.length * 2;
    const scores = new Int8Array(capacity * this.tasks.length);
    scores.set(this.#scores);
    this.#scores = scores;
    const totals = new Int16Array(capacity);
    totals.set(this.#totals);
    this.#totals = totals;
    const journal = new Int8Array(capacity);
    journal.set(this.#journal);
    this.#journal = journal;
    const variantOf = new Uint16Array(capacity);
    variantOf.set(this.#variantOf);
    this.#variantOf = variantOf;
    const classOf = new Int32Array(capacity);
    classOf.set(this.#classOf);
    this.#classOf = classOf;
  }
}
