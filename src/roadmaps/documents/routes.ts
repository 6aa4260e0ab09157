/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { issuePlanDocument } from './actions.ts';
import * as contract from './contract.ts';

export function registerPlanDocuments(server: HttpServer<Actor>): void {
  server.operation(contract.issuePlanDocument, async (tx, { person, params, body }) => {
    const { id, fileName } = await issuePlanDocument(tx, person, { planId: params.id, ...body });
    return { id, fileName };
  });
}
