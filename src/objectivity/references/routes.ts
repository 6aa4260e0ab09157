/** Contract -> action. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import type { RegionResult } from '../engine/region-result.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import * as store from './store.ts';

export function registerReferences(server: HttpServer<Actor>, queue: () => JobQueue): void {
  server.operation(contract.listReferences, async (tx, { person }) => {
    requirePermission(person, 'readFindings');
    const references = await store.listReferences(tx);
    const regions = await store.regionAnswers(tx);
    return {
      references: references.map((row) => ({
        id: row.id,
        name: row.name,
        procedure: row.procedure,
        madeAt: row.createdAt.toISOString(),
        madeBy: row.madeBy,
        engineVersion: row.engineVersion,
        units: row.units,
        papers: row.papers,
        current: row.supersededAt === null,
      })),
      observed: actions.mayChange(person) ? await store.observedProcedures(tx) : [],
      regions: regions.flatMap(({ region, ...work }) => answerOf(region as RegionResult | null, work)),
      canChange: actions.mayChange(person),
    };
  });

  server.operation(contract.freezeReference, async (tx, { person, body }) => ({
    jobId: await actions.requestFreeze(tx, queue(), person, body.procedureId),
  }));

  server.operation(contract.retireReference, async (tx, { person, params }) => {
    await actions.retire(tx, queue(), person, params.id);
    return {};
  });
}

interface WorkOfRegion {
  readonly workId: number;
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
}

function answerOf(region: RegionResult | null, work: WorkOfRegion): contract.RegionAnswers[] {
  if (region === null || (region.kind === 'notCompared' && region.reason === 'noReference')) return [];
  if (region.kind === 'notCompared') {
    return [{ ...work, reference: '', kind: 'otherWork', above: [], answers: [] }];
  }
  const answers = region.answers.map(({ comparison, value, p }) => ({ comparison, value, p }));
  return [{ ...work, reference: region.reference, kind: 'compared', above: [...region.above], answers }];
}
