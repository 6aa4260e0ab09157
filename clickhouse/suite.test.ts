/** The statements for a cluster, run by ClickHouse itself, against the tables of the engine. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Session } from 'chdb';
import type { Administration } from '../src/objectivity/engine/administration.ts';
import { overHttp } from '../src/objectivity/clickhouse/http.ts';
import { readWorkTables, type RunStatement } from '../src/objectivity/clickhouse/read.ts';
import { distributedTable, localTable, type Statement, statements } from '../src/objectivity/clickhouse/statements.ts';
import { addTables, tablesOf } from '../src/objectivity/spread/tables.ts';
import { simulateRegion } from '../src/objectivity/validation/region.ts';
import { inventedWork } from '../src/objectivity/validation/works.ts';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '../src/results/model.ts';

const WORKS = [inventedWork('Математика', 5, 12), inventedWork('Русский язык', 5, 15)];
const session = new Session();
const administrations = simulateRegion({
  seed: 77,
  municipalities: 3,
  schoolsPerMunicipality: 8,
  works: WORKS,
  variants: 3,
}).administrations.map(withGaps);

/** What protocols really hold: tasks not attempted, topics not taught, empty cells. */
function withGaps(administration: Administration, work: number): Administration {
  const scores = administration.scores.slice();
  const { totals, tasks, size } = administration;
  const changedTotals = totals.slice();
  for (let cell = 0; cell < scores.length; cell++) {
    const special = { 0: NOT_ATTEMPTED, 1: NOT_TAUGHT, 2: NO_VALUE }[(cell * 7919 + work) % 211];
    if (special === undefined) continue;
    const paper = Math.floor(cell / tasks.length);
    changedTotals[paper] = changedTotals[paper]! - Math.max(0, scores[cell]!);
    scores[cell] = special;
  }
  assert.equal(changedTotals.length, size);
  return { ...administration, scores, totals: changedTotals };
}

function rowsOf(administration: Administration): object[] {
  const { classes, schools, municipalities, tasks } = administration;
  const of = (classIndex: number) => {
    const group = classes[classIndex]!;
    const school = schools[group.school]!;
    return {
      procedure: administration.procedure,
      subject: administration.subject,
      grade: administration.grade,
      municipality: municipalities[school.municipality]!,
      school: school.name,
      class: group.name,
    };
  };
  const present = Array.from({ length: administration.size }, (_, paper) => ({
    ...of(administration.classOf[paper]!),
    variant: administration.variantNames![administration.variants[paper]!]!,
    absent: 0,
    journal_mark: administration.journalMarks[paper]!,
    mark: administration.marks[paper]!,
    scores: Array.from(administration.scores.subarray(paper * tasks.length, (paper + 1) * tasks.length)),
  }));
  const absent = [...administration.absentByClass].flatMap((count, classIndex) =>
    Array.from({ length: count }, () => ({
      ...of(classIndex),
      variant: '',
      absent: 1,
      journal_mark: 0,
      mark: 0,
      scores: [],
    })),
  );
  return [...present, ...absent];
}

const run: RunStatement = (statement, values) =>
  Promise.resolve(rowsFrom(session.queryBind(`${statement.sql}`, values, 'JSONCompactEachRow')));

function rowsFrom(text: string): unknown[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown[]);
}

const workOf = ({ procedure, subject, grade, tasks }: Administration) => ({ procedure, subject, grade, tasks });

before(() => {
  session.query('create database obektiv');
  session.query('use obektiv');
  session.query(localTable('obektiv.papers_local'));
  for (const administration of administrations) {
    const rows = rowsOf(administration).map((row) => JSON.stringify(row));
    session.query(`insert into obektiv.papers_local format JSONEachRow ${rows.join('\n')}`);
  }
  // `remote` reads the shards named as a Distributed table does; each shard here is this very process.
  session.query("create table obektiv.papers as remote('127.0.0.1', obektiv.papers_local)");
  session.query("create table obektiv.papers_twice as remote('127.0.0.1,localhost', obektiv.papers_local)");
});

after(() => session.close());

for (const administration of administrations) {
  test(`${administration.subject}: a table over a cluster gives the engine's tables, integer for integer`, async () => {
    assert.deepEqual(await readWorkTables(run, 'obektiv.papers', workOf(administration)), tablesOf(administration));
  });

  test(`${administration.subject}: two shards add to twice the tables`, async () => {
    const once = tablesOf(administration);
    const twice = addTables(once, once);
    assert.deepEqual(await readWorkTables(run, 'obektiv.papers_twice', workOf(administration)), {
      ...twice,
      // Both shards hold the same classes here: they are counted, not added.
      classes: once.classes,
      schools: once.schools,
    });
  });

  test(`${administration.subject}: sums and square sums by class and task`, async () => {
    const statement = statements('obektiv.papers').find(({ name }) => name === 'classes') as Statement;
    const { procedure, subject, grade } = administration;
    const found = await run(statement, { procedure, subject, grade });
    assert.deepEqual(
      found.map(([municipality, school, name, papers, sums, squares]) => [
        `${municipality} ${school} ${name}`,
        Number(papers),
        (sums as unknown[]).map(Number),
        (squares as unknown[]).map(Number),
      ]),
      classSums(administration),
    );
  });
}

function classSums(administration: Administration): unknown[] {
  const { tasks, size, scores, classes, schools, municipalities } = administration;
  const sums = new Map<string, { papers: number; sums: number[]; squares: number[] }>();
  for (let paper = 0; paper < size; paper++) {
    const own = Array.from(scores.subarray(paper * tasks.length, (paper + 1) * tasks.length));
    if (own.some((score) => score < NOT_ATTEMPTED)) continue;
    const group = classes[administration.classOf[paper]!]!;
    const school = schools[group.school]!;
    const key = `${municipalities[school.municipality]} ${school.name} ${group.name}`;
    const entry = sums.get(key) ?? { papers: 0, sums: tasks.map(() => 0), squares: tasks.map(() => 0) };
    sums.set(key, entry);
    entry.papers++;
    own.forEach((score, task) => {
      const points = Math.max(0, score);
      entry.sums[task]! += points;
      entry.squares[task]! += points * points;
    });
  }
  return [...sums]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([key, entry]) => [key, entry.papers, entry.sums, entry.squares]);
}

test('the definition of the Distributed table is a statement that ClickHouse understands', () => {
  const tree = session.query(
    `explain ast ${distributedTable('obektiv.all', 'obektiv.papers_local', 'country')}`,
    'CSV',
  );
  assert.match(tree, /Function Distributed/u);
});

test('a work that the table does not have is no work', async () => {
  const { procedure, grade, tasks } = workOf(administrations[0]!);
  assert.equal(await readWorkTables(run, 'obektiv.papers', { procedure, subject: 'Физика', grade, tasks }), null);
});

test('tasks that differ from the described ones are refused, not squeezed in', async () => {
  const work = workOf(administrations[0]!);
  const fewer = { ...work, tasks: work.tasks.slice(0, -1).map((task) => ({ ...task, max: task.max + 3 })) };
  await assert.rejects(readWorkTables(run, 'obektiv.papers', fewer), { code: 'otherTasks' });
});

test('a name of a table that would need quotes is refused before anything is sent', () => {
  assert.throws(() => statements('papers; drop table papers'), { code: 'tableName' });
});

test('through the HTTP interface the tables are the same, and a failed statement says why', async () => {
  // The interface of a server in front of the in-process ClickHouse: the statements and the values run there.
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { searchParams } = new URL(request.url!, 'http://clickhouse');
      const values = Object.fromEntries(
        [...searchParams].flatMap(([name, value]) => (name.startsWith('param_') ? [[name.slice(6), value]] : [])),
      );
      const sql = Buffer.concat(chunks).toString('utf8');
      try {
        const [, query, format] = /^(.*) format (\w+)$/su.exec(sql)!;
        response.end(session.queryBind(query!, values, format!));
      } catch (error) {
        response.writeHead(400).end(`${(error as Error).message}\nsecond line`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const overServer = overHttp({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  try {
    for (const administration of administrations) {
      assert.deepEqual(
        await readWorkTables(overServer, 'obektiv.papers', workOf(administration)),
        tablesOf(administration),
      );
    }
    await assert.rejects(readWorkTables(overServer, 'obektiv.nowhere', workOf(administrations[0]!)), {
      code: 'statementFailed',
    });
  } finally {
    server.close();
  }
  await assert.rejects(readWorkTables(overServer, 'obektiv.papers', workOf(administrations[0]!)), {
    code: 'unreachable',
  });
});
