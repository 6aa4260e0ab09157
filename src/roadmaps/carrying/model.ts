/** Shapes of carrying out. */

/** Records of the system that may serve as evidence: an import of results, a work with its analysis, a finding, a document, a report. */
export const RECORD_KINDS = ['import', 'work', 'finding', 'document', 'report'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
