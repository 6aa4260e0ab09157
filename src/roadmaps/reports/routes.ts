/** Contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { reportFile } from './document.ts';
import * as months from './month-actions.ts';

export function registerReports(server: HttpServer<Actor>): void {
  server.operation(contract.listReports, (tx, { person, params }) => months.listReports(tx, person, params.id));
  server.operation(contract.readMonth, (tx, { person, params }) =>
    months.readMonth(tx, person, params.id, params.month),
  );
  server.operation(contract.saveMonth, async (tx, { person, params, body }) => ({
    revision: await months.saveMonth(tx, person, params.id, params.month, body, false),
  }));
  server.operation(contract.submitMonth, async (tx, { person, params, body }) => ({
    revision: await months.saveMonth(tx, person, params.id, params.month, body, true),
  }));
  server.operation(contract.answerMonth, async (tx, { person, params, body }) => ({
    revision: await months.answerMonth(tx, person, params.id, params.month, body),
  }));

  server.operation(contract.makeReport, async (tx, { person, params, body }) => ({
    id: await actions.makeReport(tx, person, params.id, body.month),
  }));
  server.operation(contract.readReport, (tx, { person, params }) => actions.readReport(tx, person, params.id));
  server.operation(contract.saveReport, (tx, { person, params, body }) =>
    actions.saveReport(tx, person, params.id, body),
  );
  server.operation(contract.moveReport, (tx, { person, params, body }) =>
    actions.moveReport(tx, person, params.id, body),
  );
  server.operation(contract.downloadReport, async (tx, { person, params, query }) =>
    reportFile(tx, person, await actions.printable(tx, person, params.id), query.format),
  );
}
