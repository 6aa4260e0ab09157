/** The append-only journal: every action writes here within its own transaction. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { Actor } from './model.ts';

export interface AuditNote {
  readonly kind: 'change' | 'read' | 'access';
  /** Key of access/text.ts, `actions`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: number | string | null;
  /** The organisation whose journal shows it; the actor's own by default. */
  readonly organizationId?: number;
  /** Old and new values, counts; never papers or passwords. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export async function audit(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'organizationId'>,
  note: AuditNote,
): Promise<void> {
  await tx
    .insertInto('auditEntry')
    .values({
      accountId: actor.accountId,
      organizationId: note.organizationId ?? actor.organizationId,
      kind: note.kind,
      action: note.action,
      subjectKind: note.subjectKind,
      subjectId: note.subjectId === undefined || note.subjectId === null ? null : String(note.subjectId),
      details: JSON.stringify(note.details ?? {}),
    })
    .execute();
}
