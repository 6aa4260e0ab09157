/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { MeasureState } from '../model.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { effectsXlsx } from './download.ts';

export function registerEffect(server: HttpServer<Actor>): void {
  server.operation(contract.readAims, (tx, { person, params }) => actions.readAims(tx, person, params.id));
  server.operation(contract.nameAim, async (tx, { person, params, body }) => {
    await actions.nameAim(tx, person, params.id, body);
    return actions.readAims(tx, person, params.id);
  });
  server.operation(contract.removeAim, async (tx, { person, params }) =>
    actions.readAims(tx, person, await actions.removeAim(tx, person, params.id)),
  );
  server.operation(contract.downloadEffects, (tx, { person, params }) => effectsXlsx(tx, person, params.id));
  server.operation(contract.listCandidates, (tx, { person, params, query }) =>
    actions.listCandidates(tx, person, params.id, query),
  );
  server.operation(contract.listMeasuresOfFinding, async (tx, { person, params }) => {
    const { measures } = await actions.measuresOfFinding(tx, person, params.id);
    return { measures: measures.map((measure) => ({ ...measure, state: measure.state as MeasureState })) };
  });
}
