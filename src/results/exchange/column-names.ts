/** Names of the columns of the open exchange format; those of the tasks, t1, t2, …, stand after them. Pure. */

/** What a whole table of papers carries, in the order in which tables of ours are written. */
export const PAPER_COLUMNS = [
  'procedure',
  'date',
  'municipality',
  'school',
  'grade',
  'class',
  'subject',
  'teacher',
  'participant',
  'variant',
  'journal_mark',
  'mark',
  'total',
] as const;

/** All that are read. */
export const NAMED_COLUMNS = [...PAPER_COLUMNS, 'test_score', 'pupil'] as const;

export type NamedColumn = (typeof NAMED_COLUMNS)[number];
