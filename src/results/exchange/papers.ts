/** Papers of any number of files that one description of works covers: finds the work and the class of every row. */
import type { Problem } from '../model.ts';
import { problem, ProblemLog, type ProblemPlace, type ResultProblemCode } from '../problems.ts';
import { canonicalClassName, HIGHEST_GRADE, LOWEST_GRADE } from '../rules.ts';
import { WorkCollector } from './collector.ts';
import type { ExchangeColumns } from './columns.ts';
import { type KeyTexts, NO_COLUMN, type PaperRecords } from './records.ts';
import { type Obstacle, type PaperCounts, type Place, RowReader } from './rows.ts';
import { type ExchangeSpec, type SpecWork, workKey } from './spec.ts';

export class PapersReading {
  readonly counts: PaperCounts = { rows: 0, papers: 0, absent: 0, flawed: 0 };
  readonly #spec: ExchangeSpec;
  readonly #works: ReadonlyMap<string, SpecWork>;
  readonly #collectors = new Map<string, WorkCollector>();
  readonly #saidOnce = new Set<string>();

  constructor(spec: ExchangeSpec) {
    this.#spec = spec;
    this.#works = new Map(spec.works.map((work) => [workKey(work.subject, work.grade), work]));
  }

  /** In the order of their first rows. */
  get collectors(): readonly WorkCollector[] {
    return [...this.#collectors.values()];
  }

  /** Reads one file. @param file its number, from 0, for what is found when all files are read. */
  async take(records: PaperRecords, columns: ExchangeColumns, file: number): Promise<readonly Problem[]> {
    const log = new ProblemLog(null);
    const once: Problem[] = [];
    const places: (Place | Obstacle | undefined)[] = [];
    const reader = new RowReader(columns, records.headers, log, file, this.counts);
    for await (const batch of records.batches()) {
      for (let record = 0; record < batch.size; record += 1) {
        const key = batch.keyOf(record);
        let place = places[key];
        if (place === undefined) {
          place = this.#placeOf(records.keyTexts(key), columns, batch.rowOf(record), once);
          places[key] = place;
        }
        if ('collector' in place) reader.read(batch, record, place);
        else reader.refuse(batch, record, place);
      }
    }
    return [...once, ...log.list()];
  }

  #placeOf(texts: KeyTexts, columns: ExchangeColumns, row: number, once: Problem[]): Place | Obstacle {
    const grade = /^\d{1,2}(?:[.,]0+)?$/u.test(texts.grade) ? Number.parseInt(texts.grade, 10) : 0;
    if (grade < LOWEST_GRADE || grade > HIGHEST_GRADE) {
      const allowed = `${LOWEST_GRADE}–${HIGHEST_GRADE}`;
      const blank = Object.values(texts).every((text) => text === '');
      return { code: 'grade-impossible', column: 'grade', found: texts.grade, allowed, blank };
    }
    if (texts.school === '') return { code: 'school-missing', column: 'school' };
    const workName = workKey(texts.subject, grade);
    const work = this.#works.get(workName);
    if (work === undefined) {
      const found = `${texts.subject} ${grade}`;
      const allowed = this.#spec.works.map((each) => `${each.subject} ${each.grade}`).join(', ');
      this.#sayOnce(once, 'work-not-described', { row, column: 'subject', found, allowed });
      return { code: null };
    }
    const missing = work.tasks.findIndex((_, task) => (columns.tasks[task] ?? NO_COLUMN) === NO_COLUMN);
    if (missing !== -1) {
      this.#sayOnce(once, 'column-missing', { allowed: `t${missing + 1}` });
      return { code: null };
    }
    const procedure = texts.procedure || this.#spec.procedure;
    if (folded(procedure) !== folded(this.#spec.procedure)) {
      this.#sayOnce(once, 'procedure-differs', {
        column: 'procedure',
        found: procedure,
        allowed: this.#spec.procedure,
      });
    }
    if (work.thresholds === null) this.#sayOnce(once, 'no-scale', { found: `${work.subject} ${work.grade}` });
    const key = `${folded(procedure)}\u0000${workName}`;
    let collector = this.#collectors.get(key);
    if (collector === undefined) {
      collector = new WorkCollector(procedure, texts.subject, work);
      this.#collectors.set(key, collector);
    }
    const className = canonicalClassName(texts.class, grade) ?? String(grade);
    const printedClass = texts.class || className;
    const maximum = work.tasks.reduce((sum, { max }) => sum + max, 0);
    return { collector, classIndex: collector.classIndex({ ...texts, className, printedClass }), maximum };
  }

  /** What concerns a whole work or column is said once for all files. */
  #sayOnce(problems: Problem[], code: ResultProblemCode, place: ProblemPlace): void {
    const key = `${code} ${place.found ?? ''} ${place.allowed ?? ''}`;
    if (this.#saidOnce.has(key)) return;
    this.#saidOnce.add(key);
    problems.push(problem(code, null, place));
  }
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[\s\u00a0]+/gu, ' ');
}
