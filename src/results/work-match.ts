/**
 * Brings a file together with the work it holds papers of. Most forms say neither subject nor school: the participant
 * codes give the grade, and the tasks with their maxima are a signature that few works share.
 */
import type { PaperDraft, Problem, ReadFile, ReadTask, Task, Work } from './model.ts';
import { NO_VALUE } from './model.ts';
import { ProblemLog } from './problems.ts';
import { canonicalTaskId } from './rules.ts';
import { conditionsOf } from './scales/catalogue.ts';
import { possibleMarks, type SideCondition } from './scales/scale.ts';

/** A work with the year of its procedure, as far as it is known. */
export type DatedWork = Work & { readonly year?: number | null };

export interface WorkCandidate<W extends DatedWork> {
  readonly work: W;
  /** How many facts of the file agree with the work; candidates come with the most agreeing first. */
  readonly agreements: number;
}

/**
 * The works a file can be of, best first. A fact that the file states must agree; a fact it does not state excludes
 * nothing. Several candidates mean that a person chooses, none that the work is not described yet.
 */
export function recogniseWork<W extends DatedWork>(file: ReadFile, works: readonly W[]): WorkCandidate<W>[] {
  return works
    .flatMap((work) => {
      const facts = [
        compare(file.subject, work.subject, sameSubject),
        compare(file.grade, work.grade, Object.is),
        compare(file.year, work.year ?? null, Object.is),
        compare(file.level ?? null, work.level, Object.is),
        tasksAgree(file.tasks, work.tasks),
      ];
      if (facts.includes(false)) return [];
      return [{ work, agreements: facts.filter((fact) => fact === true).length }];
    })
    .toSorted((a, b) => b.agreements - a.agreements);
}

/** true: both are known and agree; false: they differ; null: one of them is not known. */
function compare<T>(left: T | null, right: T | null, same: (a: T, b: T) => boolean): boolean | null {
  return left === null || right === null ? null : same(left, right);
}

const ANY_LANGUAGE = 'Иностранный язык';

function sameSubject(left: string, right: string): boolean {
  if (left === right) return true;
  const languages = [left, right].filter((subject) => subject === ANY_LANGUAGE || subject.endsWith(' язык'));
  return languages.length === 2 && languages.includes(ANY_LANGUAGE) && !languages.includes('Русский язык');
}

/** Ids with the maxima the file prints; where it prints only positions, the number of tasks. */
function tasksAgree(read: readonly ReadTask[], tasks: readonly Task[]): boolean {
  if (read.length !== tasks.length) return false;
  const maxima = new Map(tasks.map(({ id, max }) => [canonicalTaskId(id), max]));
  const agree = read.every(({ id, max }) => {
    const expected = maxima.get(canonicalTaskId(id));
    return expected !== undefined && (max === null || max === expected);
  });
  return agree || onlyPositions(read);
}

/** Scores numbered 1, 2, 3 … without maxima, as in the protocols of 2020 and 2021. */
function onlyPositions(read: readonly ReadTask[]): boolean {
  return read.every(({ id, max }, position) => max === null && id === String(position + 1));
}

/**
 * The file as papers of the work: tasks in the order and with the maxima of the work, scores checked against maxima that
 * the file did not print, marks compared with the scale. Problems found here are added to those of the file. When the
 * tasks do not fit, the papers stay as they are and the problems say why.
 */
export function applyWork(file: ReadFile, work: DatedWork): ReadFile {
  const log = new ProblemLog(file.sheet ?? null);
  const order = taskOrder(file.tasks, work.tasks, log);
  if (file.subject !== null && !sameSubject(file.subject, work.subject)) {
    log.add('subject-differs', { found: file.subject, allowed: work.subject });
  }
  if (file.grade !== null && file.grade !== work.grade) {
    log.add('grade-differs', { found: String(file.grade), allowed: String(work.grade) });
  }
  if (order === null) return { ...file, problems: [...file.problems, ...log.list()] };
  if (work.thresholds === null) log.add('no-scale');
  const unchecked = file.tasks.some(({ max }) => max === null);
  const conditions = sideConditions(work);
  const papers = file.papers.map((paper) => {
    if (paper.status === 'absent') return paper;
    const scores = order.map((position) => paper.scores[position] ?? NO_VALUE);
    return checkPaper({ ...paper, scores }, work, unchecked, conditions, log);
  });
  return {
    ...file,
    subject: work.subject,
    grade: work.grade,
    level: work.level,
    tasks: work.tasks.map((task, position): ReadTask => {
      return { id: task.id, max: task.max, level: file.tasks[order[position]]?.level ?? task.level ?? null };
    }),
    papers,
    problems: [...file.problems, ...log.list()] satisfies Problem[],
  };
}

/** For each task of the work the position of its column in the file; null when they do not fit. */
function taskOrder(read: readonly ReadTask[], tasks: readonly Task[], log: ProblemLog): number[] | null {
  if (onlyPositions(read)) {
    if (read.length === tasks.length) return tasks.map((_, position) => position);
    log.add('task-count-differs', { found: String(read.length), allowed: String(tasks.length) });
    return null;
  }
  const positions = new Map(read.map(({ id }, position) => [canonicalTaskId(id), position]));
  const ids = new Set(tasks.map(({ id }) => canonicalTaskId(id)));
  let fits = true;
  for (const { id } of read) {
    if (ids.has(canonicalTaskId(id))) continue;
    log.add('task-not-in-work', { found: id });
    fits = false;
  }
  for (const { id, max } of tasks) {
    const position = positions.get(canonicalTaskId(id));
    if (position === undefined) {
      log.add('task-missing', { allowed: id });
      fits = false;
    } else if (read[position].max !== null && read[position].max !== max) {
      log.add('task-maximum-differs', { found: `${id}: ${read[position].max}`, allowed: `${id}: ${max}` });
      fits = false;
    }
  }
  return fits ? tasks.map(({ id }) => positions.get(canonicalTaskId(id))!) : null;
}

/** State exams lower a mark for want of geometry or literacy; such a mark does not differ from the scale. */
function sideConditions({ year, grade, subject, level, thresholds, tasks }: DatedWork): readonly SideCondition[] {
  if (thresholds === null || year === undefined || year === null) return [];
  const max = tasks.reduce((sum, task) => sum + task.max, 0);
  return conditionsOf({ year, grade, subject, level, max }, thresholds);
}

function checkPaper(
  paper: PaperDraft,
  work: Work,
  maximaUnchecked: boolean,
  conditions: readonly SideCondition[],
  log: ProblemLog,
): PaperDraft {
  let errors = 0;
  let { scores } = paper;
  const max = work.tasks.reduce((sum, task) => sum + task.max, 0);
  if (maximaUnchecked) {
    for (const [position, task] of work.tasks.entries()) {
      if (paper.scores[position] <= task.max) continue;
      errors += 1;
      scores = scores.with(position, NO_VALUE);
      const found = `${task.id}: ${paper.scores[position]}`;
      log.add('score-above-maximum', { row: paper.row, found, allowed: `0–${task.max}, X` });
    }
    if (paper.total !== null && paper.total > max) {
      log.add('total-above-maximum', { row: paper.row, found: String(paper.total), allowed: `0–${max}` });
    }
  }
  if (paper.mark !== null && work.thresholds !== null) {
    const marks = possibleMarks(paper.scores, work.tasks, work.thresholds, conditions);
    if (!marks.some((mark) => mark === paper.mark)) {
      log.add('mark-differs', { row: paper.row, found: String(paper.mark), allowed: marks.join(', ') });
    }
  }
  return errors === 0 ? paper : { ...paper, scores, errors: (paper.errors ?? 0) + errors };
}

/** Raw total of a paper, points: special values add nothing. This total is stored and used, not the printed one. */
export function recomputedTotal(scores: readonly number[]): number {
  return scores.reduce((sum, score) => (score > 0 ? sum + score : sum), 0);
}
