/** contract -> action. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { LARGEST_PLAN_BYTES } from '../reading/open.ts';
import { starterRoadmap } from '../starters/starter.ts';
import { starterText } from '../starters/text.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { draftOf } from './draft.ts';
import { refuseIntake } from './errors.ts';
import * as store from './store.ts';

const MEGABYTE = 1024 * 1024;

function answerOf({ refusal, createdAt, ...row }: store.IntakeRow, { language }: Actor) {
  const { organizationId: _organization, accountId: _account, askedSchoolYear: _year, ...shown } = row;
  return { ...shown, refusal: refusal?.[language] ?? null, createdAt: createdAt.toISOString() };
}

async function shortAnswer(tx: Tx, person: Actor, id: number) {
  return answerOf(await actions.requireIntake(tx, person, id), person);
}

async function detailOf(tx: Tx, person: Actor, id: number) {
  const answer = await shortAnswer(tx, person, id);
  const organization = await tx
    .selectFrom('organization')
    .select(['id', 'name', 'shortName'])
    .where('id', '=', person.organizationId)
    .executeTakeFirstOrThrow();
  const { roadmap, view, mended } = await store.readReading(tx, id);
  return {
    ...answer,
    organization,
    organisation: roadmap?.organisation ?? null,
    problems: roadmap?.problems ?? [],
    view,
    draft: mended ?? (roadmap === null ? null : draftOf(roadmap)),
  };
}

function yearOf(typed: string | undefined): number | null {
  return typed !== undefined && /^20\d\d$/.test(typed) ? Number(typed) : null;
}

export function registerIntake(server: HttpServer<Actor>, db: Db, queue: () => JobQueue): void {
  server.rawOperation(contract.uploadPlan, async ({ person, request }) => {
    requirePermission(person, 'editPlans');
    if (!request.isMultipart()) throw refuseIntake('noPlanFile');
    const fields: Record<string, string> = {};
    let received: { name: string; content: Buffer } | null = null;
    let name = '';
    try {
      for await (const part of request.parts({ limits: { fileSize: LARGEST_PLAN_BYTES, files: 1 } })) {
        if (part.type === 'field') fields[part.fieldname] = String(part.value);
        else {
          name = part.filename;
          received = { name, content: await part.toBuffer() };
        }
      }
    } catch (error) {
      if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
        throw refuseIntake('planFileTooLarge', { name, megabytes: LARGEST_PLAN_BYTES / MEGABYTE });
      throw error;
    }
    if (received === null) throw refuseIntake('noPlanFile');
    const plan = {
      ...received,
      pasted: fields.pasted === 'yes',
      again: fields.again === 'yes',
      schoolYear: yearOf(fields.schoolYear),
    };
    return inScope(db, person.scope, async (tx) => {
      const { id, known } = await actions.receivePlan(tx, queue(), person, plan);
      return { intake: await shortAnswer(tx, person, id), known };
    });
  });
  server.operation(contract.startFromStarter, async (tx, { person, body: { kind, schoolYear } }) => {
    const { name } = starterText[person.language][kind];
    const id = await actions.receiveStarter(tx, person, {
      name,
      schoolYear,
      roadmap: starterRoadmap(kind, schoolYear),
    });
    return shortAnswer(tx, person, id);
  });
  server.operation(contract.listIntakes, async (tx, { person }) => {
    requirePermission(person, 'editPlans');
    const rows = await store.listIntakes(tx, { organizationId: person.organizationId, unfinished: true });
    return { intakes: rows.map((row) => answerOf(row, person)) };
  });
  server.operation(contract.readIntake, (tx, { person, params }) => detailOf(tx, person, params.id));
  server.operation(contract.mendIntake, async (tx, { person, params, body }) => ({
    revision: await actions.mendIntake(tx, person, { id: params.id, ...body }),
  }));
  server.operation(contract.saveIntake, async (tx, { person, params, body }) => ({
    planId: await actions.saveIntake(tx, person, { id: params.id, ...body }),
  }));
  server.operation(contract.discardIntake, (tx, { person, params, body }) =>
    actions.discardIntake(tx, person, { id: params.id, ...body }),
  );
  server.operation(contract.restoreIntake, (tx, { person, params, body }) =>
    actions.restoreIntake(tx, queue(), person, { id: params.id, ...body }),
  );
  server.operation(contract.downloadIntakeFile, async (tx, { person, params }) => {
    const row = await actions.requireIntake(tx, person, params.id);
    const content = await store.readContent(tx, row.id);
    if (content === null) throw refuseIntake('intakeNotFound');
    return { content, name: row.fileName };
  });
}
