/** What a person hands in, described as evidence and stored once: a file, a link, a record of the system, a note, or a piece that is there already. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuse } from '../errors.ts';
import type { EvidenceFile } from './evidence-file.ts';
import type { RecordKind } from '../model.ts';
import { recordTitle } from './records.ts';
import * as store from './store.ts';
import { evidenceIsOpen } from './who-may-open.ts';

export type Piece =
  | { readonly kind: 'file'; readonly file: EvidenceFile }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'record'; readonly recordKind: RecordKind; readonly recordId: number }
  | { readonly kind: 'note' }
  | { readonly kind: 'existing'; readonly evidenceId: number };

export type Described = Omit<store.NewEvidence, 'previous'> & {
  /** Pieces with the very same content, newest first. */
  readonly same: readonly number[];
  /** It is one of those and is handed in once more. */
  readonly existing: number | null;
};

/** @throws Refusal evidenceNotFound, badLink, recordNotFound, noteRequired */
export async function findOrDescribe(
  tx: Tx,
  actor: Actor,
  { piece, title, note }: { readonly piece: Piece; readonly title: string; readonly note: string },
): Promise<Described> {
  const base = { organizationId: actor.organizationId, accountId: actor.accountId, note };
  if (piece.kind === 'existing') {
    const row = await tx
      .selectFrom('evidence')
      .select(['id', 'title', 'kind', 'organizationId', 'accountId'])
      .where('id', '=', piece.evidenceId)
      .where('organizationId', '=', actor.organizationId)
      .executeTakeFirst();
    if (!row || !(await evidenceIsOpen(tx, actor, row))) throw refuse('evidenceNotFound');
    return { ...base, kind: 'note', title: row.title, same: [row.id], existing: row.id };
  }
  const described = await describe(tx, piece, title, note);
  const row = { ...base, ...described };
  return { ...row, same: await store.sameContent(tx, row), existing: null };
}

async function describe(
  tx: Tx,
  piece: Exclude<Piece, { kind: 'existing' }>,
  title: string,
  note: string,
): Promise<Omit<store.NewEvidence, 'organizationId' | 'accountId' | 'note' | 'previous'>> {
  switch (piece.kind) {
    case 'file': {
      const { name, mediaType, content, hash } = piece.file;
      return {
        kind: 'file',
        title: title || name,
        fileName: name,
        mediaType,
        byteSize: content.length,
        fileHash: hash,
        content,
      };
    }
    case 'link':
      return { kind: 'link', title: title || piece.url, url: webAddress(piece.url) };
    case 'record':
      return {
        kind: 'record',
        title: title || (await recordTitle(tx, piece.recordKind, piece.recordId)),
        recordKind: piece.recordKind,
        recordId: piece.recordId,
      };
    case 'note':
      if (note === '') throw refuse('noteRequired');
      return { kind: 'note', title: title || firstWords(note) };
  }
}

/** A link leaves by the browser of whoever reviews: only addresses of the web. */
function webAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) throw refuse('badLink');
  return url;
}

function firstWords(note: string): string {
  const line = note.split('\n')[0]!.trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s+\S*$/u, '')}…`;
}

/** Stores a piece, or takes the one of the very same file that the same person handed in elsewhere. */
export async function storePiece(tx: Tx, found: Described, replacedEvidence: number | null): Promise<number> {
  const { same: _same, existing, ...row } = found;
  if (replacedEvidence === null) {
    if (existing !== null) return existing;
    return store.insertEvidence(tx, row);
  }
  // An existing piece in place of a returned one is not a version of it: it stays what it is.
  if (existing !== null) return existing;
  return store.insertEvidence(tx, { ...row, previous: await store.newestVersion(tx, replacedEvidence) });
}
