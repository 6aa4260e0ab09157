/** What can be said of papers only when all of them are read: names of classes, grades of codes, duplicates. */
import type { PaperDraft } from '../model.ts';
import type { ProblemLog } from '../problems.ts';
import { canonicalClassName, gradeOfClass, gradeOfParticipant, ordinalClassName } from '../rules.ts';
import { type HeaderColumn, letterOfColumn } from './headers.ts';

export interface Settlement {
  readonly columns: readonly HeaderColumn[];
  readonly grade: number | null;
  readonly classNumbers: 'ordinal' | 'name';
  readonly ordinalNames?: ReadonlyMap<number, string>;
  readonly log: ProblemLog;
}

/** Papers with classes in one spelling; problems go to the log, and every paper counts its own errors. */
export function settlePapers(papers: readonly PaperDraft[], settlement: Settlement): PaperDraft[] {
  const { columns, grade, log } = settlement;
  const participantColumn = letterOf(columns, 'participant');
  const classColumn = letterOf(columns, 'className') ?? letterOf(columns, 'classOrdinal');
  const named = papers.map((paper) => ({ ...paper, className: classNameOf(paper, settlement) }));
  for (const paper of named) {
    if (paper.className === null && paper.status === 'present') {
      log.add('class-missing', { row: paper.row, column: classColumn });
    }
    const told = gradeOfParticipant(paper.participant);
    if (told !== null && grade !== null && told !== grade) {
      const allowed = String(grade);
      log.add('participant-grade-differs', {
        row: paper.row,
        column: participantColumn,
        found: paper.participant,
        allowed,
      });
    }
  }
  return markDuplicates(named, participantColumn, log);
}

function classNameOf(paper: PaperDraft, { grade, classNumbers, ordinalNames }: Settlement): string | null {
  if (paper.className === null) return null;
  const ordinal = /^\d{1,2}$/u.test(paper.className) ? Number(paper.className) : null;
  if (ordinal === null || classNumbers === 'name') return canonicalClassName(paper.className, grade);
  const name = ordinalNames?.get(ordinal);
  return name === undefined ? ordinalClassName(ordinal, grade) : canonicalClassName(name, grade);
}

/**
 * A code must stand once in a class. The same row again is refused at its repetition; different papers under one code are
 * refused all, for nobody can tell from the file which of them is right.
 */
function markDuplicates(papers: readonly PaperDraft[], column: string | null, log: ProblemLog): PaperDraft[] {
  const groups = new Map<string, PaperDraft[]>();
  for (const paper of papers) {
    if (paper.participant === '') continue;
    const key = [paper.municipality, paper.school ?? paper.schoolName, paper.className, paper.participant].join(
      '\u0000',
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [paper]);
    else group.push(paper);
  }
  const flawed = new Set<PaperDraft>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const same = others.every((other) => sameContent(first, other));
    for (const paper of same ? others : group) {
      const other = paper === first ? others[0] : first;
      if (paper === undefined || other === undefined) continue;
      flawed.add(paper);
      const code = same ? 'repeated-row' : 'duplicate-participant';
      log.add(code, { row: paper.row, column, found: paper.participant, allowed: String(other.row) });
    }
  }
  return papers.map((paper) => (flawed.has(paper) ? { ...paper, errors: (paper.errors ?? 0) + 1 } : paper));
}

function sameContent(a: PaperDraft, b: PaperDraft): boolean {
  return JSON.stringify({ ...a, row: 0 }) === JSON.stringify({ ...b, row: 0 });
}

function letterOf(columns: readonly HeaderColumn[], role: HeaderColumn['role']): string | null {
  const column = columns.find((each) => each.role === role);
  return column === undefined ? null : letterOfColumn(column);
}

/** The grade that at least four in five of the codes tell, or else of the classes; null when they do not agree. */
export function commonGrade(papers: readonly PaperDraft[]): number | null {
  const byCode = mostCommon(papers.map(({ participant }) => gradeOfParticipant(participant)));
  return byCode ?? mostCommon(papers.map(({ className }) => (className === null ? null : gradeOfClass(className))));
}

function mostCommon(grades: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const grade of grades) if (grade !== null) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= grades.length * 0.8 ? first[0] : null;
}
