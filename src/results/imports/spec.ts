/** `spec.json` of the exchange format, dropped beside its papers: describes works instead of bringing papers. */
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { kindOf } from '#src/platform/files/kind.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { readSpec, type SpecReading } from '../exchange/spec.ts';
import { canonicalSubject } from '../rules.ts';
import { insertScale, insertWork, listScales, listWorks, regionOf } from '../store.ts';
import { workName } from './resolve.ts';

export const SPEC_READER = 'exchange-spec';

/** The description in these bytes; null when they are no JSON. */
export function specIn(content: Buffer): SpecReading | null {
  return kindOf(content) === 'json' ? readSpec(content) : null;
}

/**
 * Makes the works that are not there yet; those that are stay as they are. A scale comes along where the person may add
 * scales, otherwise the work waits for one. Returns the names of all works described.
 */
export async function describeWorks(
  tx: Tx,
  actor: Actor,
  spec: NonNullable<SpecReading['spec']>,
  fileName: string,
): Promise<string[]> {
  const organizationId = await regionOf(tx, actor.organizationId);
  const year = Number(/20\d\d/.exec(spec.procedure)?.[0] ?? new Date().getFullYear());
  const names: string[] = [];
  for (const work of spec.works) {
    const subject = canonicalSubject(work.subject) ?? work.subject;
    const { grade, level, tasks, thresholds } = work;
    const maxScore = tasks.reduce((sum, task) => sum + task.max, 0);
    names.push(workName({ procedure: spec.procedure, subject, grade, level }));
    const known = (await listWorks(tx)).some(
      (row) =>
        row.procedure === spec.procedure && row.subject === subject && row.grade === grade && row.level === level,
    );
    if (known) continue;
    const [fitting] = (await listScales(tx, { year, grade, subject, level, maxScore })).filter(
      (scale) => JSON.stringify(scale.thresholds) === JSON.stringify(thresholds),
    );
    let scaleId = fitting?.id ?? null;
    if (scaleId === null && thresholds !== null && can(actor.role, 'editScales')) {
      const source = `${fileName}: ${spec.procedure}`;
      scaleId = await insertScale(tx, {
        organizationId,
        accountId: actor.accountId,
        year,
        grade,
        subject,
        level,
        maxScore,
        thresholds,
        source,
        note: '',
      });
    }
    const id = await insertWork(tx, {
      organizationId,
      procedure: spec.procedure,
      ...(spec.kind === undefined ? {} : { kind: spec.kind }),
      year,
      subject,
      grade,
      level,
      heldOn: null,
      tasks,
      scaleId,
    });
    await audit(tx, actor, {
      kind: 'change',
      action: 'work.create',
      subjectKind: 'work',
      subjectId: id,
      details: { procedure: spec.procedure, subject, grade },
    });
  }
  return names;
}
