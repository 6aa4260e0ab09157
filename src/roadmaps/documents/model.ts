/** What the documents of a plan are made of: plain words, already decided. A stored plan, a read one and a starter are mapped to this. */

export interface PrintedParty {
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
}

export interface PrintedMeasure {
  /** As printed, without the closing point. */
  readonly number: string | null;
  readonly text: string;
  /** The words of the plan. */
  readonly deadline: string;
  readonly responsible: readonly PrintedParty[];
  readonly result: string;
  /** How far it is carried out, in words; printed by `planWithState`. */
  readonly state?: string;
  /** Remarks on this measure, in words; printed by `planWithRemarks`. */
  readonly remarks?: readonly string[];
}

export interface PrintedSection {
  readonly title: string | null;
  readonly measures: readonly PrintedMeasure[];
}

export interface PrintedApproval {
  readonly post: string | null;
  /** «Фамилия И. О.», «И. О. Фамилия» or all three names; printed with the initials first. */
  readonly person: string | null;
  /** Number of the order, without «№». */
  readonly order: string | null;
  /** ISO day. */
  readonly date: string | null;
}

export interface PrintedSigner {
  /** Lines at the line feeds. */
  readonly post: string;
  readonly person: string;
}

export interface PlanDocument {
  readonly organisation: string | null;
  readonly title: string;
  /** «2026/2027». */
  readonly schoolYear: string;
  readonly preamble?: string;
  readonly approval: PrintedApproval;
  readonly sections: readonly PrintedSection[];
  /** Remarks on the plan as a whole, in words. */
  readonly remarks?: readonly string[];
  /** Who drew it up; null: no signature below the table. */
  readonly signer?: PrintedSigner | null;
  /** ISO day of printing. */
  readonly day: string;
}

export interface OrderDocument {
  /** Full name, over the order. */
  readonly organisation: string | null;
  readonly place?: string | null;
  readonly number: string | null;
  /** ISO day of the order. */
  readonly date: string | null;
  /** «Об утверждении плана мероприятий …». */
  readonly about: string;
  readonly preamble: string;
  /** Each with its number as printed: «1.», «2.1.». */
  readonly points: readonly { readonly number: string; readonly text: string }[];
  readonly signer: PrintedSigner;
  /** The plan that is approved, as the annex. */
  readonly annex: PlanDocument | null;
  readonly day: string;
}

export interface AcquaintanceDocument {
  readonly organisation: string | null;
  /** What they acquaint themselves with, in the instrumental: «с приказом от 01.09.2026 № 12 «Об утверждении …»». */
  readonly subject: string;
  readonly people: readonly { readonly name: string; readonly post: string; readonly date?: string | null }[];
  readonly day: string;
}

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportValue[])[];
}

export interface ReportColumn {
  readonly header: string;
  /** Default 'text'. 'percent' takes a share from 0 to 1. */
  readonly type?: 'text' | 'integer' | 'decimal' | 'percent';
  /** Share of the width; default 1 for figures and 3 for words. */
  readonly width?: number;
}

/** Null: not known, printed as a dash and never as nought. */
export type ReportValue = string | number | null;

export interface MonthReportDocument {
  readonly organisation: string | null;
  readonly title: string;
  /** «за октябрь 2026 года». */
  readonly period: string;
  /** ISO day by which the figures were counted. */
  readonly countedOn: string;
  readonly approval: PrintedApproval | null;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly tables: readonly ReportTable[];
  readonly signer: PrintedSigner | null;
  readonly day: string;
}

/** Documents that a stored plan has. */
export const PLAN_DOCUMENTS = ['plan', 'planRemarks', 'planState', 'order', 'acquaintance'] as const;
export type PlanDocumentKind = (typeof PLAN_DOCUMENTS)[number];
