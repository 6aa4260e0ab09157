/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as actions from './actions.ts';
import * as claims from './claims.ts';
import * as contract from './contract.ts';
import * as pairs from './pairs.ts';
import * as settings from './settings.ts';
import { indexXlsx, pairsXlsx } from './tables.ts';

export function registerIndices(server: HttpServer<Actor>): void {
  server.operation(contract.readIndex, (tx, { person, query }) => actions.readIndex(tx, person, query));
  server.operation(contract.downloadIndex, async (tx, { person, query }) =>
    indexXlsx(await actions.readIndex(tx, person, query), person),
  );
  server.operation(contract.readPairs, (tx, { person, query }) => pairs.readPairs(tx, person, query));
  server.operation(contract.downloadPairs, async (tx, { person, query }) =>
    pairsXlsx(await pairs.readPairs(tx, person, query), person),
  );
  server.operation(contract.readSchoolIndices, (tx, { person, params }) => actions.readSchool(tx, person, params.id));
  server.operation(contract.readSettings, (tx, { person }) => settings.readSettings(tx, person));
  server.operation(contract.saveSettings, async (tx, { person, body }) => {
    await settings.saveSettings(tx, person, body);
    return settings.readSettings(tx, person);
  });
  server.operation(contract.readClaims, (tx, { person, query }) => claims.readClaims(tx, person, query.year));
  server.operation(contract.saveClaims, async (tx, { person, body }) => {
    await claims.saveClaims(tx, person, body);
    return claims.readClaims(tx, person, body.year);
  });
}
