/**
 * The board of a district's plan: 1,200 schools with 60 measures each, from the question to the counted rows, beside a bare pass over
 * the same occurrences. An embedded database of its own is filled and thrown away.
 *
 *   node bench/board.ts [--schools 1200] [--measures 60]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openEmbedded } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Scope, type Tx } from '#src/platform/db/scope.ts';
import { readBoardRows } from '#src/roadmaps/cascade/board.ts';
import { measureCounts } from '#src/roadmaps/cascade/board-store.ts';
import { findPlan } from '#src/roadmaps/plans/store.ts';
import { dayOf } from '#src/platform/clock.ts';
import { measure, printTable, speedTable } from './measure.ts';

const { values } = parseArgs({
  options: { schools: { type: 'string', default: '1200' }, measures: { type: 'string', default: '60' } },
});
const schools = Number(values.schools);
const measures = Number(values.measures);
const MUNICIPALITIES = 40;
/** The answer that a person does not wait for, milliseconds. */
const LIMIT = 200;

/** One region's plan at every school: each measure due monthly, answered in time, late or not at all, in turn. */
async function fill(tx: Tx): Promise<{ planId: number; path: string }> {
  await sql`insert into organization (kind, path, name, short_name) values ('region', '.1.', 'Край', 'Край')`.execute(
    tx,
  );
  await sql`insert into organization (parent_id, kind, path, name, short_name)
    select 1, 'municipality', '.1.' || (n + 1) || '.', 'Округ ' || n, 'Округ ' || n from generate_series(1, ${MUNICIPALITIES}::int) n`.execute(
    tx,
  );
  await sql`insert into organization (parent_id, kind, path, name, short_name)
    select 2 + n % ${MUNICIPALITIES}::int, 'school', '.1.' || (2 + n % ${MUNICIPALITIES}::int) || '.' || (n + 1 + ${MUNICIPALITIES}::int) || '.', 'Школа № ' || n, 'Школа № ' || n
    from generate_series(1, ${schools}::int) n`.execute(tx);
  const first = MUNICIPALITIES + 2;
  await sql`insert into plan (organization_id, title, school_year, state)
    select id, 'План', 2026, 'approved' from organization where id = 1 or id >= ${first} order by id`.execute(tx);
  await sql`insert into plan_section (organization_id, plan_id, position) select organization_id, id, 0 from plan order by id`.execute(
    tx,
  );
  await sql`insert into measure (organization_id, plan_id, section_id, position, text, origin_measure_id)
    select p.organization_id, p.id, p.id, i, 'Мероприятие ' || i, case when p.id = 1 then null else i end
    from plan p, generate_series(1, ${measures}::int) as series(i) order by 2, 4`.execute(tx);
  await sql`insert into plan_sending (organization_id, district_id, district_plan_id, school_plan_id)
    select organization_id, 1, 1, id from plan where id > 1`.execute(tx);
  await sql`insert into occurrence (organization_id, plan_id, measure_id, key, due_on, state, submitted_at)
    select organization_id, plan_id, id, 'once', current_date - (id % 90),
      case id % 4 when 0 then 'accepted' when 1 then 'submitted' else 'open' end,
      case id % 4 when 0 then now() - interval '100 days' when 1 then now() end
    from measure where plan_id > 1`.execute(tx);
  await sql`insert into evidence (organization_id, kind, title, note)
    select organization_id, 'note', 'Справка', id::text from occurrence where state <> 'open' order by id`.execute(tx);
  await sql`insert into evidence_submission (organization_id, evidence_id, occurrence_id, state)
    select o.organization_id, e.id, o.id, o.state from occurrence o join evidence e on e.note = o.id::text`.execute(tx);
  return { planId: 1, path: '.1.' };
}

const folder = await mkdtemp(join(tmpdir(), 'obektiv-board-'));
const database = await openEmbedded(folder);
try {
  const { planId, path } = await inScope(database.db, SYSTEM, fill);
  // The server counts its rows by itself within a minute; here nobody waits for it.
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
  const region: Scope = { accountId: 1, path, classIds: null };
  const plan = await inScope(database.db, region, (tx) => findPlan(tx, planId));
  const board = async (): Promise<void> => {
    const { rows } = await inScope(database.db, region, (tx) => readBoardRows(tx, plan!, null));
    const due = rows.reduce((sum, row) => sum + row.due, 0);
    if (rows.length !== schools || due !== schools * measures) throw new Error(`${rows.length} schools, ${due} due`);
  };
  const byMeasure = async (): Promise<void> => {
    const rows = await inScope(database.db, region, (tx) => measureCounts(tx, planId, dayOf(new Date())));
    if (rows.length !== measures) throw new Error(`${rows.length} measures`);
  };
  const bare = () =>
    inScope(database.db, SYSTEM, async (tx) => {
      await sql`select plan_id, count(*) from occurrence group by plan_id`.execute(tx);
    });
  const bound = { name: 'count of the occurrences by plan', run: bare };
  const results = [
    await measure({ name: 'board by school', amount: schools * measures, run: board, bound }),
    await measure({ name: 'by measure', amount: schools * measures, run: byMeasure, bound }),
  ];
  printTable('Board of a district', speedTable(results, 'measures'));
  const slow = results.filter(({ seconds }) => seconds * 1000 > LIMIT);
  if (slow.length > 0) {
    console.error(`above ${LIMIT} ms: ${slow.map(({ name }) => name).join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
