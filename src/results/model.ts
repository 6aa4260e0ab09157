/**
 * The words of results: a work and its tasks, a scale of marks, a paper as a reader hands it over.
 * Shapes only; rules stand in rules.ts, wording in text.ts.
 */

/** How a task is answered: a short answer is checked by key, an extended one is marked by a teacher. */
export type ResponseType = 'short' | 'extended';

/** Difficulty level printed in the F1 export («Уровень сложности задания»): Б, П, В. */
export type TaskLevel = 'basic' | 'raised' | 'high';

/** Level of a whole work: grades 7, 8 and 10 write mathematics and physics at a base or an advanced level. */
export type WorkLevel = 'base' | 'advanced';

/** What kind of procedure it is: «ВПР», «ОГЭ», «ЕГЭ», «ДКР» (diagnostic control works of a region), or a school's own control work. */
export const PROCEDURE_KINDS = ['vpr', 'oge', 'ege', 'dkr', 'own'] as const;
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

export interface Task {
  /** As printed in the protocol header: «1», «4К1», «9.1». */
  readonly id: string;
  /** Maximum raw score, points. */
  readonly max: number;
  readonly response: ResponseType;
  readonly level?: TaskLevel;
}

/** Lowest raw score of marks 3, 4 and 5; mark 2 is everything below. */
export interface MarkThresholds {
  readonly 3: number;
  readonly 4: number;
  readonly 5: number;
}

/** What one procedure asks of one grade in one subject. */
export interface Work {
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly tasks: readonly Task[];
  readonly thresholds: MarkThresholds | null;
}

/**
 * Special values of a task score. Missing is never zero: each reason has a value of its own.
 * Stored as negative numbers in the same small-integer array as the scores.
 */
export const NOT_ATTEMPTED = -1; // «X» in either alphabet and case
export const NOT_TAUGHT = -2; // «тема не пройдена», «не пройд.», «N» of older forms
export const NO_VALUE = -3; // the cell is empty: the task does not belong to this variant or was not entered

export type PaperStatus = 'present' | 'absent';

/** One pupil's paper as read from a file, before it is matched with the organisation tree. */
export interface PaperDraft {
  /** Row of the file, 1-based, for messages. */
  readonly row: number;
  /** How many problems of severity 'error' this paper has; such a paper is not committed as it stands. Absent means none. */
  readonly errors?: number;
  /** Municipality as the file names it, or null where the file does not say. */
  readonly municipality: string | null;
  /** School code or login as the file gives it («edu010101»), or its name where there is no code; null where the file does not say. */
  readonly school: string | null;
  readonly schoolName: string | null;
  /** Class as printed: «5А», «4-1»; the 2026 form gives an ordinal number that the sheet «Порядковый номер класса» explains. */
  readonly className: string | null;
  readonly participant: string;
  readonly variant: string | null;
  readonly teacher: string | null;
  readonly status: PaperStatus;
  /** One entry per task of ReadFile.tasks: a score >= 0 or one of the special values. Empty for an absent pupil. */
  readonly scores: readonly number[];
  /** Total as printed, points; null where the file has none. */
  readonly total: number | null;
  /** Mark as printed, 2..5; null where the file has none. */
  readonly mark: number | null;
  /** Mark of the class journal, 2..5; null for «нет отметки» and for an empty cell. */
  readonly journalMark: number | null;
  /** Test score of the EGE as printed, 0..100; null or absent where the file has none. */
  readonly testScore?: number | null;
  /** The school's own key of the pupil, the same over works and years, never a name; null or absent where the file has none. */
  readonly pupil?: string | null;
}

/** A defect found in a file. Readers collect them all; a bad file is data, not an exception. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Key of the message in results/text.ts. */
  readonly code: string;
  readonly sheet: string | null;
  /** 1-based row as a spreadsheet shows it; null where the problem is of the whole file. */
  readonly row: number | null;
  /** Column letter of a spreadsheet or column name of a text table. */
  readonly column: string | null;
  /** What was found, as text; at most 60 characters. */
  readonly found: string | null;
  /** What is allowed there, as text. */
  readonly allowed: string | null;
  /** How many further cells have the same problem and are not listed one by one; only on an entry that stands for them. */
  readonly count?: number;
}

/** A task as a protocol's header prints it. */
export interface ReadTask {
  readonly id: string;
  /** null where the format does not print it (form of 2021): it must come from the work. */
  readonly max: number | null;
  readonly level: TaskLevel | null;
  /** Where the file itself tells short answers from extended ones: protocols of state exams have a mask for each. */
  readonly response?: ResponseType;
}

/** A column that carries names or documents of pupils: its values are never read into anything that is kept. */
export interface PersonalColumn {
  readonly sheet: string | null;
  /** Column letter. */
  readonly column: string;
  readonly header: string;
  /** Names stood where codes belong: papers are known by «№» and their row instead, also in the redacted copy. */
  readonly numbered?: boolean;
}

/** What one reader makes of one file. A file of the exchange format may hold several works: one ReadFile each. */
export interface ReadFile {
  /** Id of the reader in the registry, e.g. 'form-2026', 'fisoko-f1', 'exchange'. */
  readonly reader: string;
  /** Procedure as the file names it: «ВПР 2026»; null where it does not say. */
  readonly procedure: string | null;
  /** Kind of the procedure where the format or the file says it; null or absent: asked, with a guess from the name. */
  readonly procedureKind?: ProcedureKind | null;
  readonly year: number | null;
  /** Subject in the one spelling of results/rules.ts (canonicalSubject), or null. */
  readonly subject: string | null;
  /** Code of the subject as the file prints it («02»): code tables disagree, so it is reported beside the name. */
  readonly subjectCode?: string;
  readonly grade: number | null;
  /** Level of the work where the file says it («углублённый»). */
  readonly level?: WorkLevel | null;
  /** ISO date, or null. */
  readonly date: string | null;
  /** Sheet the papers stand on; null in a text table. */
  readonly sheet?: string | null;
  /** Tasks in the order of PaperDraft.scores with what the header says; how a task is answered no file tells. */
  readonly tasks: readonly ReadTask[];
  readonly papers: readonly PaperDraft[];
  readonly problems: readonly Problem[];
  /** Headers of columns that were dropped unread (names, passport data). */
  readonly droppedColumns: readonly string[];
  /** The same columns with their places: when there are any, the original is not stored but its redacted copy. */
  readonly personalColumns?: readonly PersonalColumn[];
  /** Mapping by which an unknown table was read: guessed, or given by a person; may be saved and applied again. */
  readonly mapping?: TableMapping;
}

/** Quarters, trimesters and halves of a school year, the mark of the year and the final mark. */
export const TERMS = ['q1', 'q2', 'q3', 'q4', 't1', 't2', 't3', 'h1', 'h2', 'year', 'final'] as const;
export type Term = (typeof TERMS)[number];

/** What the readers of tables that are no papers say of the table as a whole. */
export interface ReadTableHead {
  /** Id of the reader in the registry. */
  readonly reader: string;
  /** Sheet the rows stand on; null in a text table. */
  readonly sheet: string | null;
  readonly problems: readonly Problem[];
  readonly droppedColumns: readonly string[];
  readonly personalColumns?: readonly PersonalColumn[];
  readonly mapping?: TableMapping;
}

/** Whose row it is: as the file says it, null where it does not. */
export interface ReadPlace {
  /** Row of the file, 1-based, for messages. */
  readonly row: number;
  /** How many problems of severity 'error' this row has; such a row is not committed as it stands. Absent means none. */
  readonly errors?: number;
  readonly municipality?: string | null;
  /** School code or login, or its name where there is no code; null: asked once for the whole table. */
  readonly school: string | null;
  readonly schoolName?: string | null;
}

/** One pupil's mark of a period. What is null is asked once for the whole table; a cell without a mark gives no row. */
export interface TermMarkDraft extends ReadPlace {
  /** In the one spelling of results/rules.ts (canonicalClassName). */
  readonly className: string | null;
  /** The school's own key of the pupil, never a name. */
  readonly pupil: string | null;
  /** In the one spelling of results/rules.ts (canonicalSubject). */
  readonly subject: string | null;
  /** Year of the 1 September that the school year begins with. */
  readonly schoolYear: number | null;
  readonly term: Term | null;
  /** 2..5. */
  readonly mark: number;
}

export interface ReadMarks extends ReadTableHead {
  readonly kind: 'termMarks';
  readonly rows: readonly TermMarkDraft[];
}

/** Marks of a class in a period, as counts: no pupils. */
export interface TermSummaryDraft extends ReadPlace {
  readonly className: string | null;
  readonly subject: string | null;
  readonly schoolYear: number | null;
  readonly term: Term | null;
  /** Pupils of the class, those without a mark included; null where the file does not say. */
  readonly pupils: number | null;
  readonly count2: number;
  readonly count3: number;
  readonly count4: number;
  readonly count5: number;
}

export interface ReadSummaries extends ReadTableHead {
  readonly kind: 'termSummaries';
  readonly rows: readonly TermSummaryDraft[];
}

/** One row of a published list of schools with signs of biased results; one row per subject and grade where the list names them. */
export interface OfficialEntryDraft extends ReadPlace {
  /** null where the list names the school only. */
  readonly subject: string | null;
  readonly grade: number | null;
  readonly year: number | null;
  readonly note: string;
}

export interface ReadList extends ReadTableHead {
  readonly kind: 'officialList';
  /** As the file names the list and who published it; null: asked. */
  readonly name: string | null;
  readonly source: string | null;
  readonly rows: readonly OfficialEntryDraft[];
}

/** «Код участника -> свой ключ»: which pupil of the school a participant of one procedure is. */
export interface PupilKeyDraft extends ReadPlace {
  readonly participant: string;
  /** The school's own key, never a name. */
  readonly pupil: string;
}

export interface ReadKeys extends ReadTableHead {
  readonly kind: 'pupilKeys';
  readonly rows: readonly PupilKeyDraft[];
}

/** A share of the participants, per cent as printed, and their number where the export prints it. */
export interface PrintedShare {
  readonly percent: number;
  readonly count: number | null;
}

/** One group of participants in a summary of FIS OKO: everyone, a region, a municipality, a school. */
export interface StatisticsRow {
  /** Row of the file, 1-based, for messages. */
  readonly row: number;
  readonly group: 'all' | 'region' | 'municipality' | 'school';
  readonly name: string;
  /** «reg20_m012», «edu010101»; null where none is printed. */
  readonly code: string | null;
  readonly schools: number | null;
  readonly participants: number | null;
  /** «Статистика по отметкам»: shares of marks 2..5. */
  readonly marks: Readonly<Record<2 | 3 | 4 | 5, PrintedShare>> | null;
  /** «Сравнение отметок с отметками по журналу». */
  readonly journal: Readonly<Record<'lowered' | 'confirmed' | 'raised', PrintedShare>> | null;
}

/** A summary printed by FIS OKO. It is no result of anyone and is never stored: it checks what was computed from papers. */
export interface ReadStatistics {
  readonly reader: string;
  readonly sheet: string | null;
  readonly content: 'marks' | 'journal';
  readonly procedure: string | null;
  readonly year: number | null;
  readonly subject: string | null;
  readonly grade: number | null;
  readonly level: WorkLevel | null;
  readonly maximum: number | null;
  readonly date: string | null;
  readonly rows: readonly StatisticsRow[];
  readonly problems: readonly Problem[];
}

/** Tables of a file that are no papers. */
export type ReadTable = ReadMarks | ReadSummaries | ReadList | ReadKeys;

/** What one reader makes of a file; papers have no field `kind`. */
export type Reading = ReadFile | ReadTable;

/** What a column of an unknown table is. 'personal' is dropped unread, 'ignored' is kept in the file and not read. */
export type ColumnRole =
  | 'municipality'
  | 'school'
  | 'schoolName'
  | 'grade'
  | 'className'
  | 'classOrdinal'
  | 'subject'
  | 'date'
  | 'participant'
  | 'variant'
  | 'teacher'
  | 'journalMark'
  | 'mark'
  | 'total'
  | 'task'
  | 'testScore'
  | 'pupil'
  | 'year'
  | 'schoolYear'
  | 'term'
  | 'termMark'
  | 'pupils'
  | 'count2'
  | 'count3'
  | 'count4'
  | 'count5'
  | 'note'
  | 'personal'
  | 'ignored';

export interface MappedColumn {
  /** Header as the file prints it; a saved mapping finds its columns again by it. */
  readonly header: string;
  readonly role: ColumnRole;
  /** For the role 'task': id and maximum, points (null: from the work). */
  readonly task?: { readonly id: string; readonly max: number | null };
}

/** How an unknown table is read: what each column is, and what the file itself does not say. */
export interface TableMapping {
  /** Name of the sheet; null for a text table or for the first sheet that has these headers. */
  readonly sheet: string | null;
  /** 1-based row of the header; papers start in the next row. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** What the rows are; absent: papers. */
  readonly content?: 'papers' | ReadTable['kind'];
  readonly constants: {
    readonly schoolYear?: number | null;
    readonly term?: Term | null;
    readonly procedure?: string | null;
    readonly year?: number | null;
    readonly subject?: string | null;
    readonly grade?: number | null;
    readonly municipality?: string | null;
    readonly school?: string | null;
    readonly className?: string | null;
  };
}

/** Subjects by code within each code system («ris», «protocol», «vpr»), the region's own rows already over the shipped ones. */
export type SubjectCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;
