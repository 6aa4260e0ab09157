/** The download of a finding's package, written to the journal. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { downloadPackage } from '../contract.ts';
import { readOne } from '../finding-answer.ts';
import { buildPackage } from './build.ts';
import { packageText } from './text.ts';

export function registerPackages(server: HttpServer<Actor>): void {
  server.operation(downloadPackage, async (tx, { person, params }) => {
    requirePermission(person, 'readPapers');
    const one = await readOne(tx, params.id);
    const { content, scope, papers } = await buildPackage(tx, person, one);
    await audit(tx, person, {
      kind: 'read',
      action: 'finding.package',
      subjectKind: 'finding',
      subjectId: params.id,
      organizationId: one.body.organizationId,
      details: { class: one.answer.className, subject: one.answer.subject, scope, papers },
    });
    return { content, name: packageText[person.language].fileName(params.id) };
  });
}
