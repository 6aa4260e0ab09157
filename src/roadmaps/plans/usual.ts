/** How the measures of a plan are usually written: in the organisation's plan of the year before, and in the starter plan. */
import type { Tx } from '#src/platform/db/scope.ts';
import { parseDeadline } from '../deadline/parse.ts';
import type { UsualMeasure } from '../linter/model.ts';
import { inSchoolYear, reworded } from '../linter/rewrite.ts';
import type { MeasureParty, StoredPlan } from '../model.ts';
import { starterRoadmap } from '../starters/starter.ts';
import { canonical } from './compare.ts';
import { measuresOf } from './store.ts';

/** @returns the measures of the year before first: what the organisation wrote itself fits it better than a starter. */
export async function usualMeasures(tx: Tx, plan: StoredPlan): Promise<readonly UsualMeasure[]> {
  const { kind } = await tx
    .selectFrom('organization')
    .select('kind')
    .where('id', '=', plan.organizationId)
    .executeTakeFirstOrThrow();
  return [
    ...(await yearBefore(tx, plan)),
    ...starterMeasures(kind === 'school' ? 'school' : 'district', plan.schoolYear),
  ];
}

async function yearBefore(tx: Tx, { organizationId, schoolYear }: StoredPlan): Promise<UsualMeasure[]> {
  const before = await tx
    .selectFrom('plan')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('schoolYear', '=', schoolYear - 1)
    .where('state', '<>', 'draft')
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!before) return [];
  return (await measuresOf(tx, before.id)).map((row) => ({
    source: 'previousPlan',
    kind: row.kind,
    text: row.text,
    deadline: inYear(row.deadline, schoolYear),
    responsible: postsOf(row.parties),
    result: row.result,
  }));
}

/** The same words on another school year; words without a date stay as they are printed. */
function inYear(words: string, schoolYear: number): string {
  const deadline = parseDeadline(words);
  const moved = inSchoolYear(deadline.expression, schoolYear);
  return canonical(moved) === canonical(deadline.expression) ? words : reworded(deadline, moved);
}

const known = new Map<string, readonly UsualMeasure[]>();

function starterMeasures(kind: 'school' | 'district', schoolYear: number): readonly UsualMeasure[] {
  const key = `${kind} ${schoolYear}`;
  const found =
    known.get(key) ??
    starterRoadmap(kind, schoolYear).sections.flatMap(({ measures }) =>
      measures.map(
        (measure): UsualMeasure => ({
          source: 'starter',
          kind: measure.kind,
          text: measure.text,
          deadline: measure.deadline.verbatim,
          responsible: measure.responsible.flatMap(({ post }) => post ?? []).join('; '),
          result: measure.result ?? '',
        }),
      ),
    );
  known.set(key, found);
  return found;
}

function postsOf(parties: readonly MeasureParty[]): string {
  return parties.flatMap(({ part, post }) => (part === 'responsible' && post !== null ? [post] : [])).join('; ');
}
