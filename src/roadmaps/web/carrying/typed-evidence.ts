/** What a person has typed and chosen for one piece of evidence, and what is still wrong with it. Pure. */
import type { RecordKind } from '../../carrying/model.ts';
import { EVIDENCE_MEGABYTES, NOTE_CHARACTERS } from '../../carrying/rules.ts';
import type { submitText } from './submit-text.ts';

export const PIECE_KINDS = ['file', 'link', 'record', 'note', 'existing'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** Kept as a draft. A browser does not keep a file: only its name is left after the page was loaded again. */
export interface TypedEvidence {
  readonly kind: PieceKind;
  readonly fileName: string | null;
  readonly url: string;
  readonly recordKind: RecordKind;
  readonly recordId: number | null;
  readonly existingId: number | null;
  readonly title: string;
  readonly note: string;
  /** Further dates that the same piece serves. */
  readonly further: readonly number[];
}

export const EMPTY_EVIDENCE: TypedEvidence = {
  kind: 'file',
  fileName: null,
  url: '',
  recordKind: 'work',
  recordId: null,
  existingId: null,
  title: '',
  note: '',
  further: [],
};

export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** Whatever can be told before anything is sent: two hundred megabytes do not travel only to be refused. */
export function faultsOf(
  typed: TypedEvidence,
  file: { readonly name: string; readonly size: number } | null,
  t: (typeof submitText)['ru'],
): Fault[] {
  const faults: Fault[] = [];
  const { kind } = typed;
  if (kind === 'file') {
    if (file === null) faults.push({ field: 'evidence-file', message: t.errors.file });
    else if (file.size === 0) faults.push({ field: 'evidence-file', message: t.errors.empty(file.name) });
    else if (file.size > EVIDENCE_MEGABYTES * 1_048_576)
      faults.push({ field: 'evidence-file', message: t.errors.tooLarge(file.name, EVIDENCE_MEGABYTES) });
  }
  if (kind === 'link' && !/^https?:\/\/\S+\.\S+/iu.test(typed.url.trim()))
    faults.push({ field: 'url', message: t.errors.url });
  if (kind === 'record' && typed.recordId === null) faults.push({ field: 'record', message: t.errors.record });
  if (kind === 'existing' && typed.existingId === null) faults.push({ field: 'existing', message: t.errors.existing });
  const note = typed.note.trim();
  if (kind === 'note' && note === '') faults.push({ field: 'note', message: t.errors.note });
  if (kind !== 'existing' && note.length > NOTE_CHARACTERS)
    faults.push({ field: 'note', message: t.errors.noteTooLong(note.length, NOTE_CHARACTERS) });
  return faults;
}

/** The piece as the server takes it; a file goes by its own way. */
export function pieceOf(typed: TypedEvidence) {
  switch (typed.kind) {
    case 'link':
      return { kind: 'link', url: typed.url.trim() } as const;
    case 'record':
      return { kind: 'record', recordKind: typed.recordKind, recordId: typed.recordId ?? 0 } as const;
    case 'existing':
      return { kind: 'existing', evidenceId: typed.existingId ?? 0 } as const;
    default:
      return { kind: 'note' } as const;
  }
}
