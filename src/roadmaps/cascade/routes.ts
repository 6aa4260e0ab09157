/** Contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import * as actions from './actions.ts';
import * as board from './board.ts';
import { boardXlsx } from './board-xlsx.ts';
import * as contract from './contract.ts';
import { readSendingChoice } from './sending.ts';

export function registerCascade(server: HttpServer<Actor>, queue: () => JobQueue): void {
  server.operation(contract.readBoard, (tx, { person, params, query }) =>
    board.readBoard(tx, person, params.id, query.month ?? null),
  );
  server.operation(contract.downloadBoard, async (tx, { person, params, query }) => {
    const month = query.month ?? null;
    const { title } = await actions.requirePlan(tx, params.id);
    return boardXlsx(await board.readBoard(tx, person, params.id, month), { plan: title, month }, person);
  });
  server.operation(contract.readConsolidated, (tx, { person, params }) =>
    board.readConsolidated(tx, person, params.id),
  );
  server.operation(contract.readSendingChoice, (tx, { person, params }) => readSendingChoice(tx, person, params.id));
  server.operation(contract.sendPlan, async (tx, { person, params, body }) => ({
    jobId: await actions.requestSending(tx, queue(), person, { planId: params.id, ...body }),
  }));
  server.operation(contract.listProposals, (tx, { person, params }) => board.readProposals(tx, person, params.id));
  server.operation(contract.answerProposal, async (tx, { person, params, body }) => {
    const { measureId } = await actions.answer(tx, person, params.id, body);
    return { measureId };
  });
}
