/** What a person says of a file where the file is silent: checked, and kept with the part that it answers. */
import type { Actor } from '#src/access/model.ts';
import { parseClassName } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { refuse } from '../errors.ts';
import type { TableMapping } from '../model.ts';
import { canonicalSubject } from '../rules.ts';
import { listProcedures, listWorks } from '../store.ts';
import { recogniseWork } from '../work-match.ts';
import { requireDistinctTasks, requireFittingScale } from '../works/actions.ts';
import * as store from './store.ts';
import { listTableParts, type TableAnswers } from './tables/parts.ts';
import { canAddSchools, type ImportRow } from './view.ts';

export interface PartAnswer {
  readonly id: number;
  readonly workId?: number | null;
  readonly schoolId?: number | null;
  readonly addSchools?: boolean;
  readonly skipFlawed?: boolean;
  readonly describe?: store.DescribedWork;
}

export type TableAnswer = TableAnswers & {
  readonly id: number;
  readonly schoolId?: number | null;
  readonly skipFlawed?: boolean;
};

/** @throws Refusal notFound. */
export async function savedMapping(tx: Tx, id: number): Promise<TableMapping> {
  const saved = (await store.listMappings(tx)).find((candidate) => candidate.id === id);
  if (!saved) throw refuseCommon('notFound');
  return saved.mapping;
}

/** @throws Refusal notFound, workMismatch, forbidden; those of a scale and of tasks. */
export async function answerPart(tx: Tx, actor: Actor, row: ImportRow, answer: PartAnswer): Promise<void> {
  const part = (await store.listParts(tx, row.id)).find((candidate) => candidate.id === answer.id);
  if (!part) throw refuseCommon('notFound');
  if (answer.workId) {
    const works = (await listWorks(tx)).map((work) => ({ ...work, thresholds: null }));
    if (!works.some((work) => work.id === answer.workId)) throw refuseCommon('notFound');
    if (!recogniseWork(part.file, works).some(({ work }) => work.id === answer.workId)) throw refuse('workMismatch');
  }
  if (answer.schoolId) await requireOwnSchool(tx, row, answer.schoolId);
  if (answer.addSchools && !canAddSchools(row, actor)) throw refuseCommon('forbidden');
  const { describe } = answer;
  if (describe) {
    requireDistinctTasks(describe.tasks);
    await requireFittingScale(tx, describe.scaleId, describe.tasks);
  }
  const change = {
    ...(answer.workId === undefined ? {} : { workId: answer.workId, described: null }),
    ...(answer.schoolId === undefined ? {} : { schoolId: answer.schoolId }),
    ...(answer.addSchools === undefined ? {} : { addSchools: answer.addSchools }),
    ...(answer.skipFlawed === undefined ? {} : { skipFlawed: answer.skipFlawed }),
    ...(describe === undefined
      ? {}
      : {
          workId: null,
          described: JSON.stringify({ ...describe, subject: canonicalSubject(describe.subject) ?? describe.subject }),
        }),
  };
  if (Object.keys(change).length === 0) return;
  await tx.updateTable('importPart').set(change).where('id', '=', answer.id).execute();
}

/** The school a file is said to be of must lie at or below the organisation that sent it. */
async function requireOwnSchool(tx: Tx, row: ImportRow, schoolId: number): Promise<void> {
  const school = await tx
    .selectFrom('organization')
    .select(['kind', 'path'])
    .where('id', '=', schoolId)
    .executeTakeFirst();
  if (!school || school.kind !== 'school' || !school.path.startsWith(row.organizationPath))
    throw refuseCommon('notFound');
}

/** @throws Refusal notFound, classUnreadable. */
export async function answerTable(tx: Tx, row: ImportRow, answer: TableAnswer): Promise<void> {
  const { id, schoolId, skipFlawed, ...said } = answer;
  const part = (await listTableParts(tx, row.id)).find((candidate) => candidate.id === id);
  if (!part) throw refuseCommon('notFound');
  if (schoolId) await requireOwnSchool(tx, row, schoolId);
  if (said.procedureId !== undefined) {
    const procedures = await listProcedures(tx);
    if (!procedures.some((procedure) => procedure.id === said.procedureId)) throw refuseCommon('notFound');
  }
  if (said.className !== undefined && parseClassName(said.className) === null) {
    throw refuse('classUnreadable', { name: said.className });
  }
  const subject = said.subject === undefined ? {} : { subject: canonicalSubject(said.subject) ?? said.subject };
  await tx
    .updateTable('importPart')
    .set({
      answers: JSON.stringify({ ...part.answers, ...said, ...subject }),
      ...(schoolId === undefined ? {} : { schoolId }),
      ...(skipFlawed === undefined ? {} : { skipFlawed }),
    })
    .where('id', '=', id)
    .execute();
}
