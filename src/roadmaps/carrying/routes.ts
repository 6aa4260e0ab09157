/** contract -> action: a measure, the dates of a plan, what is said of them; and the rooms within this one. */
import type { Actor } from '#src/access/model.ts';
import type { Db } from '#src/platform/db/connect.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as contract from './contract.ts';
import { occurrencesXlsx, peopleXlsx } from './downloads.ts';
import { reviewEvidence, withdrawEvidence } from './evidence/review.ts';
import { registerEvidence } from './evidence/routes.ts';
import { measureCarrying } from './measure-view.ts';
import { planCarrying } from './plan-view.ts';
import * as states from './states.ts';
import { registerSubstitutions } from './substitution/routes.ts';
import { setHolder } from './substitution/substitution.ts';
import * as weekContract from './week/contract.ts';
import { weekXlsx } from './week/download.ts';
import { readWeek } from './week/week.ts';

export function registerCarrying(server: HttpServer<Actor>, db: Db): void {
  server.operation(weekContract.readWeek, (tx, { person, query }) => readWeek(tx, person, query));
  server.operation(weekContract.downloadWeek, (tx, { person, query }) => weekXlsx(tx, person, query));
  server.operation(contract.readMeasureCarrying, (tx, { person, params }) => measureCarrying(tx, person, params.id));
  server.operation(contract.readPlanCarrying, (tx, { person, params }) => planCarrying(tx, person, params.id));
  server.operation(contract.downloadOccurrences, (tx, { person, params }) => occurrencesXlsx(tx, person, params.id));
  server.operation(contract.downloadPeople, (tx, { person, params }) => peopleXlsx(tx, person, params.id));

  server.operation(contract.reviewEvidence, async (tx, { person, params, body }) =>
    measureCarrying(tx, person, await reviewEvidence(tx, person, params.id, body)),
  );
  server.operation(contract.withdrawEvidence, async (tx, { person, params, body }) =>
    measureCarrying(tx, person, await withdrawEvidence(tx, person, params.id, body.revision)),
  );
  server.operation(contract.setNeeded, async (tx, { person, params, body }) =>
    measureCarrying(tx, person, await states.setNeeded(tx, person, params.id, body)),
  );
  server.operation(contract.setMeasureState, async (tx, { person, params, body }) => {
    await states.setMeasureState(tx, person, params.id, body);
    return measureCarrying(tx, person, params.id);
  });
  server.operation(contract.setCondition, async (tx, { person, params, body }) => {
    await states.setCondition(tx, person, params.id, body.met);
    return measureCarrying(tx, person, params.id);
  });

  server.operation(contract.setHolder, async (tx, { person, params, body }) => ({
    changed: await setHolder(tx, person, params.id, body),
  }));

  registerEvidence(server, db);
  registerSubstitutions(server);
}
