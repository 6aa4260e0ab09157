/** contract -> action: evidence handed in, opened, picked from. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { refuse } from '../errors.ts';
import * as contract from './contract.ts';
import { hashOf, UNKNOWN_MEDIA_TYPE } from './evidence-file.ts';
import { listEvidence, listOpenOccurrences } from './picking.ts';
import { listRecords } from './records.ts';
import { readEvidenceFile } from './store.ts';
import { submitEvidence } from './submit.ts';
import { receiveEvidence } from './upload.ts';
import { evidenceIsOpen } from './who-may-open.ts';

export function registerEvidence(server: HttpServer<Actor>, db: Db): void {
  server.operation(contract.submitEvidence, (tx, { person, params, body }) =>
    submitEvidence(tx, person, { ...body, occurrenceId: params.id }),
  );
  server.rawOperation(contract.submitFile, async ({ person, params, request }) => {
    requirePermission(person, 'submitEvidence');
    const { file, ...fields } = await receiveEvidence(request);
    return inScope(db, person.scope, (tx) =>
      submitEvidence(tx, person, { ...fields, occurrenceId: params.id, piece: { kind: 'file', file } }),
    );
  });
  server.operation(contract.downloadEvidence, async (tx, { person, params, reply }) => {
    requirePermission(person, 'readPlans');
    const row = await tx
      .selectFrom('evidence')
      .select(['id', 'organizationId', 'accountId', 'title', 'fileName', 'mediaType', 'fileHash'])
      .where('id', '=', params.id)
      .where('kind', '=', 'file')
      .executeTakeFirst();
    if (!row || !(await evidenceIsOpen(tx, person, row))) throw refuse('evidenceNotFound');
    const content = await readEvidenceFile(tx, row.id);
    if (content === null) throw refuse('evidenceNotFound');
    if (hashOf(content) !== row.fileHash) throw refuse('fileDamaged');
    await audit(tx, person, {
      kind: 'read',
      action: 'evidence.read',
      subjectKind: 'evidence',
      subjectId: row.id,
      organizationId: row.organizationId,
      details: { title: row.title },
    });
    // A foreign file is only ever kept by the browser, never shown by it under our address.
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    return { content, name: row.fileName ?? 'file', type: row.mediaType ?? UNKNOWN_MEDIA_TYPE };
  });
  server.operation(contract.listEvidence, async (tx, { person, query }) => ({
    evidence: await listEvidence(tx, person, query.search),
  }));
  server.operation(contract.listRecords, async (tx, { person, query }) => {
    requirePermission(person, 'submitEvidence');
    return { records: await listRecords(tx, query.kind, query.search ?? '') };
  });
  server.operation(contract.listOpenOccurrences, async (tx, { person, query }) => ({
    occurrences: await listOpenOccurrences(tx, person, query),
  }));
}
