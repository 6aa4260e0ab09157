/** What one row of papers means for its work: a paper, an absent pupil, or problems. */
import { NO_VALUE, NOT_ATTEMPTED } from '../model.ts';
import { type ProblemLog, type ProblemPlace, PROBLEM_SEVERITY, type ResultProblemCode } from '../problems.ts';
import { looksLikeName } from '../readers/personal.ts';
import { readScore } from '../readers/score.ts';
import { markValue, meansAbsent } from '../rules.ts';
import { markOf } from '../scales/scale.ts';
import type { WorkCollector } from './collector.ts';
import type { NamedColumn } from './column-names.ts';
import type { ExchangeColumns } from './columns.ts';
import { CROSS, EMPTY, NO_COLUMN, type RecordBatch, UNREAD } from './records.ts';

export interface PaperCounts {
  /** Rows below the header that are not empty. */
  rows: number;
  /** Papers of pupils who were present and that go into an administration. */
  papers: number;
  absent: number;
  /** Rows left out for an error; the problems name them. */
  flawed: number;
}

/** Where the rows of one combination of key texts go, or why they go nowhere. */
export interface Place {
  readonly collector: WorkCollector;
  readonly classIndex: number;
  /** Highest total of the work, points. */
  readonly maximum: number;
}

export interface Obstacle {
  /** null: said already. */
  readonly code: ResultProblemCode | null;
  /** The row says nothing of work or class; with no other cell filled it is an empty row. */
  readonly blank?: boolean;
  readonly column?: NamedColumn;
  readonly found?: string;
  readonly allowed?: string;
}

/** Reads rows of one file. Nearly all cells are small numbers and never become texts. */
export class RowReader {
  readonly #log: ProblemLog;
  readonly #headers: readonly string[];
  readonly #file: number;
  readonly #counts: PaperCounts;
  readonly #tasks: readonly number[];
  readonly #participant: number;
  readonly #variant: number;
  readonly #journalMark: number;
  readonly #mark: number;
  readonly #total: number;
  /** Texts of variants, and whether they say that the pupil was absent. */
  readonly #variants = new Map<string, { readonly text: string; readonly absent: boolean }>();
  readonly #numbered: { readonly text: string; readonly absent: boolean }[] = [];
  #namesToldIn = false;

  constructor(
    { named, tasks }: ExchangeColumns,
    headers: readonly string[],
    log: ProblemLog,
    file: number,
    counts: PaperCounts,
  ) {
    const place = (name: NamedColumn): number => named.get(name) ?? NO_COLUMN;
    this.#log = log;
    this.#headers = headers;
    this.#file = file;
    this.#counts = counts;
    this.#tasks = tasks;
    this.#participant = place('participant');
    this.#variant = place('variant');
    this.#journalMark = place('journal_mark');
    this.#mark = place('mark');
    this.#total = place('total');
  }

  /** A row whose work or class is not known. */
  refuse(batch: RecordBatch, record: number, { code, blank, column, found, allowed }: Obstacle): void {
    if (blank === true && this.#headers.every((_, place) => batch.textOf(record, place) === '')) return;
    this.#counts.rows += 1;
    this.#counts.flawed += 1;
    if (code !== null) this.#log.add(code, { row: batch.rowOf(record), column, found: found || null, allowed });
  }

  read(batch: RecordBatch, record: number, { collector, classIndex, maximum }: Place): void {
    this.#counts.rows += 1;
    const row = batch.rowOf(record);
    let errors = 0;
    const report = (code: ResultProblemCode, column: number, place: ProblemPlace = {}): void => {
      if (PROBLEM_SEVERITY[code] === 'error') errors += 1;
      this.#log.add(code, { row, column: this.#headers[column]?.trim(), ...place });
    };

    const { scores, work } = collector;
    let total = 0;
    let filled = 0;
    for (let task = 0; task < scores.length; task += 1) {
      const column = this.#tasks[task]!;
      const { max } = work.tasks[task]!;
      const code = batch.codeOf(record, column);
      if (code >= 0 && code <= max) {
        scores[task] = code;
        total += code;
        filled += 1;
      } else if (code === EMPTY) scores[task] = NO_VALUE;
      else if (code === CROSS) {
        scores[task] = NOT_ATTEMPTED;
        filled += 1;
      } else {
        const text = batch.textOf(record, column);
        const reading = readScore(text, max);
        scores[task] = reading.value;
        if (reading.value > 0) total += reading.value;
        if (reading.value !== NO_VALUE || reading.problem !== null) filled += 1;
        if (reading.problem !== null) report(reading.problem, column, { found: text, allowed: `0–${max}, X` });
      }
    }
    for (let task = scores.length; task < this.#tasks.length; task += 1) {
      const column = this.#tasks[task]!;
      if (column === NO_COLUMN || batch.codeOf(record, column) === EMPTY) continue;
      if (batch.textOf(record, column) !== '') report('task-not-in-work', column, { found: this.#headers[column] });
    }
    const surplus = batch.surplusOf(record);
    if (surplus !== null) report('row-shifted', NO_COLUMN, { found: surplus });

    const { text: variant, absent: saysAbsent } = this.#variantOf(batch, record);
    if (saysAbsent && filled > 0) report('absent-with-scores', this.#variant, { found: variant });
    const absent = saysAbsent || filled === 0;
    const journalMark = this.#markOf(batch, record, this.#journalMark, 'journal-mark-unknown', report);
    const mark = this.#markOf(batch, record, this.#mark, 'mark-unknown', report);
    const printed = this.#totalOf(batch, record, report);
    if (!absent) {
      if (filled < scores.length) this.#reportEmpty(batch, record, work.tasks, report);
      if (errors === 0 && printed !== null && printed !== total) {
        if (printed > maximum) report('total-above-maximum', this.#total, differs(printed, `0–${maximum}`));
        else report('total-differs', this.#total, differs(printed, total));
      }
      const scaled = markOf(total, work.thresholds);
      if (errors === 0 && mark !== 0 && scaled !== null && mark !== scaled) {
        report('mark-differs', this.#mark, differs(mark, scaled));
      }
    } else if (!saysAbsent && (mark !== 0 || (printed ?? 0) > 0)) {
      // Empty results mean an absent pupil; a mark beside them says that he was not.
      report('absent-assumed', mark === 0 ? this.#total : this.#mark, { found: String(mark === 0 ? printed : mark) });
    }

    let participant = batch.textOf(record, this.#participant);
    if (participant.includes(' ') && looksLikeName(participant)) {
      participant = '';
      if (!this.#namesToldIn) report('names-instead-of-codes', this.#participant);
      this.#namesToldIn = true;
    }
    if (errors > 0) {
      this.#counts.flawed += 1;
      return;
    }
    if (absent) this.#counts.absent += 1;
    else this.#counts.papers += 1;
    collector.add({ classIndex, file: this.#file, row, participant, variant, journalMark, absent });
  }

  /** Variants are few: each is read once. */
  #variantOf(batch: RecordBatch, record: number): { readonly text: string; readonly absent: boolean } {
    const code = batch.codeOf(record, this.#variant);
    if (code === EMPTY) return NO_VARIANT;
    if (code >= 0) return (this.#numbered[code] ??= variantNamed(String(code)));
    const text = batch.textOf(record, this.#variant);
    const known = this.#variants.get(text);
    if (known !== undefined) return known;
    const variant = variantNamed(text);
    if (this.#variants.size < MOST_VARIANTS) this.#variants.set(text, variant);
    return variant;
  }

  /** 2..5, or 0 where there is none. */
  #markOf(
    batch: RecordBatch,
    record: number,
    column: number,
    unknown: 'mark-unknown' | 'journal-mark-unknown',
    report: Report,
  ): number {
    const code = batch.codeOf(record, column);
    if (code === EMPTY || (code >= 2 && code <= 5)) return Math.max(code, 0);
    const text = batch.textOf(record, column);
    const mark = markValue(text);
    if (mark === undefined) report(unknown, column, { found: text, allowed: '2, 3, 4, 5' });
    return mark ?? 0;
  }

  #totalOf(batch: RecordBatch, record: number, report: Report): number | null {
    const code = batch.codeOf(record, this.#total);
    if (code >= 0) return code;
    const text = code === EMPTY ? '' : batch.textOf(record, this.#total);
    if (text === '') return null;
    const total = Number(text.replace(',', '.'));
    if (Number.isInteger(total) && total >= 0) return total;
    report('total-unknown', this.#total, { found: text });
    return null;
  }

  #reportEmpty(batch: RecordBatch, record: number, tasks: readonly { readonly max: number }[], report: Report): void {
    for (const [task, { max }] of tasks.entries()) {
      const column = this.#tasks[task]!;
      const code = batch.codeOf(record, column);
      if (code !== EMPTY && (code !== UNREAD || batch.textOf(record, column) !== '')) continue;
      report('score-missing', column, { allowed: `0–${max}, X` });
    }
  }
}

const NO_VARIANT = { text: '', absent: false } as const;
/** More are numbers of participants, and are read one by one. */
const MOST_VARIANTS = 1000;

function variantNamed(text: string): { readonly text: string; readonly absent: boolean } {
  return { text, absent: text !== '' && meansAbsent(text) };
}

type Report = (code: ResultProblemCode, column: number, place?: ProblemPlace) => void;

function differs(found: number, allowed: number | string): ProblemPlace {
  return { found: String(found), allowed: String(allowed) };
}
