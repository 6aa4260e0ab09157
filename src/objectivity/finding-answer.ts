/** A finding as it is answered: from rows to the shapes of the contract and of the words. */
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { listWorks } from '#src/results/store.ts';
import type { MarkerResult, Mechanism, Strength, UnitLevel } from './model.ts';
import * as store from './store.ts';

type Row = Awaited<ReturnType<typeof store.listFindings>>[number];

/** A row of the list as the contract gives it. */
export function findingAnswer(row: Row) {
  return {
    id: row.id,
    level: row.level as UnitLevel,
    workId: row.workId,
    procedure: row.procedure,
    subject: row.subject,
    grade: row.grade,
    municipality: { id: row.municipalityId, name: row.municipality },
    school: row.kind === 'school' ? { id: row.schoolId, name: row.school } : null,
    className: row.classGrade === null ? null : className(row.classGrade, row.letter ?? ''),
    participants: row.participants,
    absent: row.absent,
    strength: row.strength as Strength,
    signalled: row.signalled,
    localFdr: row.localFdr,
    p: row.p,
    mechanisms: row.mechanisms as Mechanism[],
  };
}

export type Answer = ReturnType<typeof findingAnswer>;

/** The shape in which text.ts speaks of a unit. */
export function unitOf(answer: Answer, markers: readonly MarkerResult[], evidence: number) {
  return {
    level: answer.level,
    municipality: answer.municipality.name,
    school: answer.school?.name ?? null,
    grade: answer.grade,
    className: answer.className,
    subject: answer.subject,
    participants: answer.participants,
    absent: answer.absent,
    index: evidence,
    p: answer.p,
    signalled: answer.signalled,
    localFdr: answer.localFdr,
    strength: answer.strength,
    mechanisms: answer.mechanisms,
    markers,
  };
}

/** A finding with its work; one that is not visible is not there. */
export async function readOne(tx: Tx, id: number) {
  const [row] = await store.listFindings(tx, { id, show: 'all' }, 1);
  const body = row ? await store.readFindingBody(tx, id) : undefined;
  if (!row || !body) throw refuseCommon('notFound');
  const [work] = await listWorks(tx, { id: body.workId });
  return { row, body, work: work!, answer: findingAnswer(row) };
}

/** Findings that stand beside this one: the same class or school in other works, the school and classes around it. */
export async function neighboursOf(tx: Tx, one: Awaited<ReturnType<typeof readOne>>): Promise<Answer[]> {
  const { answer, body } = one;
  const rows =
    answer.school === null
      ? await store.listFindings(tx, { municipalityId: answer.municipality.id, level: 'municipality', show: 'all' }, 20)
      : await store.listFindings(tx, { schoolId: answer.school.id, show: 'all' }, 200);
  return rows
    .filter((row) => row.id !== answer.id)
    .filter(
      (row) =>
        row.signalled ||
        (row.workId === answer.workId && row.level === 'school') ||
        (body.classGroupId !== null && row.classGroupId === body.classGroupId),
    )
    .map(findingAnswer)
    .slice(0, 30);
}

/** The honest reference of an analysis; one that names none was estimated from its own administration. */
export function referenceAnswer(body: { parameters: unknown; analysedAt: Date }, level: UnitLevel) {
  const { reference, units } = body.parameters as store.AnalysisParameters;
  if (reference?.kind === 'frozen') {
    return { kind: 'frozen' as const, name: reference.name, madeAt: reference.madeAt, units: reference.units };
  }
  return {
    kind: 'estimated' as const,
    name: null,
    madeAt: reference?.madeAt ?? body.analysedAt.toISOString(),
    units: reference?.units ?? units?.[level] ?? null,
  };
}
