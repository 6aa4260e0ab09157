/** A live example of a method: the clearest finding among what the person may see. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Answer, readOne } from '../finding-answer.ts';
import type { MarkerResult } from '../model.ts';
import type { Method } from './model.ts';

export interface MethodExample {
  readonly finding: Answer;
  readonly markers: readonly MarkerResult[];
}

/** null: nothing in view shows this method at work. The combination is shown by a finding with most mechanisms. */
export async function exampleOf(tx: Tx, method: Method): Promise<MethodExample | null> {
  const found =
    method.marker === null
      ? method.id === 'combination'
        ? await withMostMechanisms(tx)
        : undefined
      : await clearest(tx, method.marker);
  if (found === undefined) return null;
  const { answer, body } = await readOne(tx, found);
  return { finding: answer, markers: body.markers as unknown as MarkerResult[] };
}

/** Signalled ones first; then by the marker's own probability. */
async function clearest(tx: Tx, marker: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select f.id from finding f cross join lateral jsonb_array_elements(f.markers) m
    where m ->> 'id' = ${marker} and m ->> 'kind' = 'computed' and (m ->> 'statistic')::float8 > 0 and (m ->> 'p')::float8 < 0.05
    order by f.signalled desc, f.level = 'municipality', (m ->> 'p')::float8, f.id limit 1`.execute(tx);
  return rows[0]?.id;
}

async function withMostMechanisms(tx: Tx): Promise<number | undefined> {
  const row = await tx
    .selectFrom('finding')
    .select('id')
    .where('signalled', '=', true)
    .orderBy(sql`cardinality(mechanisms) desc`)
    .orderBy('p')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
