/**
 * Collects the papers of one work row by row into the matrix of an administration. It lives here and not in the engine
 * because results know nothing of objectivity but the shape they hand over.
 */
import type { Administration, ClassKey, SchoolKey } from '#src/objectivity/engine/administration.ts';
import { markOf } from '../scales/scale.ts';
import type { SpecWork } from './spec.ts';

/** More distinct values than this are no variants but numbers of participants, and the column says nothing. */
const MOST_VARIANTS = 250;

const ABSENT = 1;
/** The code is the row's number: it cannot be repeated by mistake. */
const NUMBERED = 2;
const LEFT_OUT = 4;

export interface CollectedPaper {
  readonly classIndex: number;
  readonly file: number;
  readonly row: number;
  /** Code as the file has it; '' stands for the number of the row. */
  readonly participant: string;
  readonly variant: string;
  /** 2..5; 0 where there is none. */
  readonly journalMark: number;
  readonly absent: boolean;
}

/** A code that stands twice in a class. */
export interface Repetition {
  readonly file: number;
  readonly row: number;
  readonly participant: string;
  /** Where the other one stands. */
  readonly otherFile: number;
  readonly otherRow: number;
  /** The same results again, or others under one code. */
  readonly same: boolean;
  readonly absent: boolean;
}

export class WorkCollector {
  readonly procedure: string;
  /** As the first row spells it. */
  readonly subject: string;
  readonly work: SpecWork;
  /** Scores of the paper that is being read; `add` takes them over. */
  readonly scores: Int8Array;
  readonly #municipalities = new Map<string, number>();
  readonly #municipalityNames: string[] = [];
  readonly #schools = new Map<string, number>();
  readonly #schoolKeys: SchoolKey[] = [];
  readonly #classes = new Map<string, number>();
  readonly #classKeys: ClassKey[] = [];
  readonly #variants = new Map<string, number>();
  readonly #participants: string[] = [];
  #size = 0;
  #matrix: Int8Array<ArrayBuffer>;
  #journal = new Int8Array(1024);
  #variantOf = new Uint16Array(1024);
  #classOf = new Int32Array(1024);
  #rows = new Int32Array(1024);
  #files = new Uint16Array(1024);
  #flags = new Uint8Array(1024);

  constructor(procedure: string, subject: string, work: SpecWork) {
    this.procedure = procedure;
    this.subject = subject;
    this.work = work;
    this.scores = new Int8Array(work.tasks.length);
    this.#matrix = new Int8Array(1024 * work.tasks.length);
  }

  /**
   * Index of a class, made on first sight. Schools and municipalities are told apart by their names without regard to
   * spaces, classes by `className`, which is the one spelling; all are shown as their first row prints them.
   */
  classIndex(place: {
    readonly municipality: string;
    readonly school: string;
    readonly className: string;
    readonly printedClass: string;
    readonly teacher: string;
  }): number {
    const municipalityKey = squeezed(place.municipality);
    const schoolKey = `${municipalityKey}\u0000${squeezed(place.school)}`;
    const classKey = `${schoolKey}\u0000${place.className}`;
    const known = this.#classes.get(classKey);
    if (known !== undefined) return known;
    const municipality = indexIn(this.#municipalities, municipalityKey, () => {
      this.#municipalityNames.push(place.municipality);
    });
    const school = indexIn(this.#schools, schoolKey, () => {
      this.#schoolKeys.push({ municipality, name: place.school });
    });
    return indexIn(this.#classes, classKey, () => {
      this.#classKeys.push({ school, name: place.printedClass, teacher: place.teacher || null });
    });
  }

  add(paper: CollectedPaper): void {
    if (this.#size === this.#flags.length) this.#grow();
    const index = this.#size++;
    this.#matrix.set(this.scores, index * this.scores.length);
    this.#journal[index] = paper.journalMark;
    const variant = paper.absent ? 0 : indexIn(this.#variants, paper.variant, () => {});
    this.#variantOf[index] = Math.min(variant, 65_535);
    this.#classOf[index] = paper.classIndex;
    this.#rows[index] = paper.row;
    this.#files[index] = paper.file;
    this.#flags[index] = (paper.absent ? ABSENT : 0) | (paper.participant === '' ? NUMBERED : 0);
    this.#participants.push(paper.participant === '' ? `№${paper.row}` : paper.participant);
  }

  /**
   * Leaves out papers that a code repeats within a class: the same row again at its repetition, different papers under
   * one code all, for nobody can tell which of them is right.
   */
  leaveOutRepetitions(): Repetition[] {
    const found: Repetition[] = [];
    for (const members of this.#membersOfClasses()) {
      const byCode = new Map<string, number[]>();
      for (const index of members) {
        if ((this.#flags[index]! & NUMBERED) !== 0) continue;
        const code = this.#participants[index]!;
        const group = byCode.get(code);
        if (group === undefined) byCode.set(code, [index]);
        else group.push(index);
      }
      for (const group of byCode.values()) if (group.length > 1) found.push(...this.#leaveOut(group));
    }
    return found;
  }

  #leaveOut(group: readonly number[]): Repetition[] {
    const [first, ...others] = group as [number, ...number[]];
    const same = others.every((index) => this.#samePaper(first, index));
    return (same ? others : group).map((index) => {
      this.#flags[index]! |= LEFT_OUT;
      const other = index === first ? others[0]! : first;
      return {
        file: this.#files[index]!,
        row: this.#rows[index]!,
        participant: this.#participants[index]!,
        otherFile: this.#files[other]!,
        otherRow: this.#rows[other]!,
        same,
        absent: (this.#flags[index]! & ABSENT) !== 0,
      };
    });
  }

  #samePaper(a: number, b: number): boolean {
    if (((this.#flags[a]! ^ this.#flags[b]!) & ABSENT) !== 0 || this.#journal[a] !== this.#journal[b]) return false;
    if (this.#variantOf[a] !== this.#variantOf[b]) return false;
    const width = this.scores.length;
    for (let task = 0; task < width; task += 1) {
      if (this.#matrix[a * width + task] !== this.#matrix[b * width + task]) return false;
    }
    return true;
  }

  /** Indices of papers by class, each list in the order of rows. */
  *#membersOfClasses(): Generator<Int32Array> {
    const ends = new Int32Array(this.#classKeys.length + 1);
    for (let index = 0; index < this.#size; index += 1) ends[this.#classOf[index]! + 1]! += 1;
    for (let group = 0; group < this.#classKeys.length; group += 1) ends[group + 1]! += ends[group]!;
    const next = ends.slice();
    const members = new Int32Array(this.#size);
    for (let index = 0; index < this.#size; index += 1) members[next[this.#classOf[index]!]!++] = index;
    for (let group = 0; group < this.#classKeys.length; group += 1) {
      yield members.subarray(ends[group], ends[group + 1]);
    }
  }

  /** @returns null when not one paper of a pupil who was present is left. */
  build(keepParticipants: boolean): Administration | null {
    const { work } = this;
    const width = work.tasks.length;
    const places = new Int32Array(this.#size);
    const absentByClass = new Int32Array(this.#classKeys.length);
    let size = 0;
    for (let index = 0; index < this.#size; index += 1) {
      const flags = this.#flags[index]!;
      if ((flags & LEFT_OUT) !== 0) continue;
      if ((flags & ABSENT) === 0) places[size++] = index;
      else absentByClass[this.#classOf[index]!]! += 1;
    }
    if (size === 0) return null;
    const kept = places.subarray(0, size);
    const scores = new Int8Array(size * width);
    const totals = new Int16Array(size);
    const marks = new Int8Array(size);
    for (let position = 0; position < size; position += 1) {
      const from = kept[position]! * width;
      let total = 0;
      for (let task = 0; task < width; task += 1) {
        const score = this.#matrix[from + task]!;
        scores[position * width + task] = score;
        if (score > 0) total += score;
      }
      totals[position] = total;
      marks[position] = markOf(total, work.thresholds) ?? 0;
    }
    const sayVariants = this.#variants.size <= MOST_VARIANTS;
    return {
      procedure: this.procedure,
      subject: this.subject,
      grade: work.grade,
      tasks: work.tasks,
      thresholds: work.thresholds,
      municipalities: this.#municipalityNames,
      schools: this.#schoolKeys,
      classes: this.#classKeys,
      size,
      scores,
      totals,
      marks,
      journalMarks: taken(this.#journal, kept, new Int8Array(size)),
      variants: sayVariants ? taken(this.#variantOf, kept, new Uint8Array(size)) : new Uint8Array(size),
      variantNames: sayVariants ? [...this.#variants.keys()] : [''],
      classOf: taken(this.#classOf, kept, new Int32Array(size)),
      participants: keepParticipants ? Array.from(kept, (index) => this.#participants[index]!) : [],
      absentByClass,
    };
  }

  #grow(): void {
    const capacity = this.#flags.length * 2;
    this.#matrix = grown(this.#matrix, new Int8Array(capacity * this.scores.length));
    this.#journal = grown(this.#journal, new Int8Array(capacity));
    this.#variantOf = grown(this.#variantOf, new Uint16Array(capacity));
    this.#classOf = grown(this.#classOf, new Int32Array(capacity));
    this.#rows = grown(this.#rows, new Int32Array(capacity));
    this.#files = grown(this.#files, new Uint16Array(capacity));
    this.#flags = grown(this.#flags, new Uint8Array(capacity));
  }
}

function grown<T extends Int8Array | Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function taken<T extends Int8Array | Uint8Array | Int32Array>(
  values: Int8Array | Uint16Array | Int32Array,
  places: Int32Array,
  into: T,
): T {
  for (let at = 0; at < places.length; at += 1) into[at] = values[places[at]!]!;
  return into;
}

function indexIn(indices: Map<string, number>, key: string, made: () => void): number {
  const known = indices.get(key);
  if (known !== undefined) return known;
  const index = indices.size;
  indices.set(key, index);
  made();
  return index;
}

function squeezed(name: string): string {
  return name.replace(/[\s\u00a0]+/gu, ' ');
}
