/** Published lists of schools and summaries of classes, as they are read back: what was imported, never what we found. */
import type { ProcedureKind, Term } from '../model.ts';

/** One published list of one year, whoever loaded it. */
export interface PublishedList {
  readonly year: number;
  readonly name: string;
  /** By whom and where it was published, as the person who loaded it said. */
  readonly source: string;
  /** Told by the name of the list; null where the name tells nothing. */
  readonly procedure: ProcedureKind | null;
  /** Schools of the reader's own organisations in it. */
  readonly schools: number;
  /** Rows of those schools. */
  readonly entries: number;
}

/** A school of the reader in a list: once, or once for each subject and grade that the list names. */
export interface ListEntry {
  readonly id: string;
  readonly schoolId: number;
  readonly school: string;
  readonly municipalityId: number;
  readonly municipality: string;
  readonly year: number;
  readonly list: string;
  readonly source: string;
  /** Null: the list names the school as a whole. */
  readonly subject: string | null;
  readonly grade: number | null;
  readonly note: string;
}

export interface ListFilter {
  readonly year?: number;
  readonly list?: string;
  readonly municipality?: number;
  readonly subject?: string;
}

/** Marks of a class in a subject and a term, as the school has counted them. */
export interface SummaryCounts {
  /** Pupils of the class, those without a mark included; null where the file did not say. */
  readonly pupils: number | null;
  readonly count2: number;
  readonly count3: number;
  readonly count4: number;
  readonly count5: number;
}

export interface SummaryPlace {
  readonly id: string;
  readonly schoolId: number;
  readonly school: string;
  readonly municipality: string;
  readonly className: string;
  readonly subject: string;
  /** 2025 is 2025/26. */
  readonly schoolYear: number;
  readonly term: Term;
}

/** A share with what it is a share of. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What of a summary may be shown. */
export interface SummaryFigures {
  /** suppressed: too few marks to show; little: shown, no conclusion; enough. */
  readonly data: 'suppressed' | 'little' | 'enough';
  readonly pupils: number | null;
  /** Marks given. Null, like all that follows, where suppressed. */
  readonly marks: number | null;
  /** Pupils without a mark: in neither share. Null where the number of pupils is not known. */
  readonly unmarked: number | null;
  readonly counts: { readonly 2: number; readonly 3: number; readonly 4: number; readonly 5: number } | null;
  /** Marks 4 and 5 of the marks given. */
  readonly quality: Share | null;
  /** Marks 3, 4 and 5 of the marks given. */
  readonly progress: Share | null;
}

export interface SummaryFilter {
  readonly schoolYear?: number;
  readonly term?: Term;
  readonly subject?: string;
  readonly municipality?: number;
  readonly school?: number;
}
