/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as contract from './contract.ts';
import { substitutionsXlsx } from './download.ts';
import * as substitution from './substitution.ts';

export function registerSubstitutions(server: HttpServer<Actor>): void {
  server.operation(contract.readSubstitutions, (tx, { person }) => substitution.readSubstitutions(tx, person));
  server.operation(contract.downloadSubstitutions, (tx, { person }) => substitutionsXlsx(tx, person));
  server.operation(contract.createSubstitution, async (tx, { person, body }) => {
    await substitution.createSubstitution(tx, person, body);
    return substitution.readSubstitutions(tx, person);
  });
  server.operation(contract.endSubstitution, async (tx, { person, params }) => {
    await substitution.endSubstitution(tx, person, params.id);
    return substitution.readSubstitutions(tx, person);
  });
  server.operation(contract.linkAccount, async (tx, { person, params, body }) => {
    await substitution.linkAccount(tx, person, params.id, body.accountId);
    return substitution.readSubstitutions(tx, person);
  });
}
