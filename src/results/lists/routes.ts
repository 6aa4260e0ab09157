/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { listsXlsx, summariesXlsx } from './tables.ts';

export function registerLists(server: HttpServer<Actor>): void {
  server.operation(contract.readOfficialLists, (tx, { person, query }) => actions.readLists(tx, person, query));
  server.operation(contract.downloadOfficialLists, async (tx, { person, query }) =>
    listsXlsx(await actions.readLists(tx, person, query), query, person),
  );
  server.operation(contract.readMarkSummaries, (tx, { person, query }) => actions.readSummaries(tx, person, query));
  server.operation(contract.downloadMarkSummaries, async (tx, { person, query }) =>
    summariesXlsx(await actions.readSummaries(tx, person, query, actions.SUMMARIES_IN_TABLE), query, person),
  );
}
