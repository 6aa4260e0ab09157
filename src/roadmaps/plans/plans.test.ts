import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let foreign: TestRegion;
let deputy: Client;
let head: Client;
let teacher: Client;
let coordinator: Client;
let stranger: Client;

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  foreign = await buildTestRegion(running.database);
  const { application } = running;
  deputy = await signedIn(application, region.login('deputyHead'));
  head = await signedIn(application, region.login('schoolHead'));
  teacher = await signedIn(application, region.login('teacher'));
  coordinator = await signedIn(application, region.login('municipalCoordinator'));
  stranger = await signedIn(application, foreign.login('deputyHead'));
});
afterAll(() => running.close());

const TITLE = 'План мероприятий по объективности';

interface Row {
  id: number;
  sectionId: number;
  number: string | null;
  text: string;
  result: string;
  state: string;
  revision: number;
  deadline: { verbatim: string; type: string; windows: { from: string | null; to: string | null }[] };
  parties: { part: string; post: string | null; person: string | null; organisation: string | null }[];
}

async function rowsOf(planId: number, client = deputy): Promise<Row[]> {
  const { body } = await client('GET', `/api/plans/${planId}`);
  return body.plan.sections.flatMap((section: { measures: Row[] }) => section.measures);
}

const change = (planId: number, changes: unknown[], client = deputy) =>
  client('POST', `/api/plans/${planId}/changes`, { changes });

/** A draft with one section and measures of these words. */
async function planWith(...texts: string[]): Promise<{ id: number; sectionId: number; rows: Row[] }> {
  const { body } = await deputy('POST', '/api/plans', { title: TITLE, schoolYear: 2026 });
  const id = body.id as number;
  const read = await deputy('GET', `/api/plans/${id}`);
  const sectionId = read.body.plan.sections[0].id as number;
  if (texts.length)
    await change(
      id,
      texts.map((text, index) => ({
        op: 'addMeasure',
        sectionId,
        measure: { number: String(index + 1), text, deadline: 'ноябрь 2026' },
      })),
    );
  return { id, sectionId, rows: await rowsOf(id) };
}

const APPROVAL = { order: '15', on: '2026-08-31', post: 'Директор', person: 'А. А. Выдумкина' };

async function approve(id: number): Promise<void> {
  const { body } = await head('GET', `/api/plans/${id}`);
  const done = await head('POST', `/api/plans/${id}/state`, {
    revision: body.plan.revision,
    to: 'approved',
    ...APPROVAL,
  });
  expect(done.status).toBe(200);
}

test('a plan is begun, gets measures in one gesture and shows its deadlines as days', async () => {
  const { id, rows } = await planWith('Изучить методику', 'Провести семинар');
  expect(rows.map((row) => [row.number, row.text])).toEqual([
    ['1', 'Изучить методику'],
    ['2', 'Провести семинар'],
  ]);
  expect(rows[0]!.deadline.windows).toEqual([{ from: '2026-11-01', to: '2026-11-30' }]);
  const list = await deputy('GET', '/api/plans');
  expect(list.body.plans.find((plan: { id: number }) => plan.id === id)).toMatchObject({ measures: 2, finished: 0 });
});

test('an old revision is refused with the version that is stored and who made it', async () => {
  const { id, rows } = await planWith('Изучить методику');
  const row = rows[0]!;
  const first = { op: 'setMeasure', id: row.id, revision: row.revision, fields: { text: 'Изучить порядок' } };
  expect((await change(id, [first], head)).status).toBe(200);
  const second = await change(id, [{ ...first, fields: { text: 'Изучить инструкцию' } }]);
  expect(second.status).toBe(409);
  expect(second.body.error.code).toBe('changedMeanwhile');
  expect(second.body.error.details).toMatchObject({ subjectKind: 'measure', by: `Лицо schoolHead ${region.mark}` });
  expect(JSON.parse(second.body.error.details.stored)).toMatchObject({ text: 'Изучить порядок' });
  expect((await rowsOf(id))[0]!.text).toBe('Изучить порядок');
});

test('a bulk edit is one gesture: all rows change, or none when one is old; undo takes all of it back, redo brings it again', async () => {
  const { id, rows } = await planWith('Первое', 'Второе', 'Третье');
  const parties = [
    { part: 'responsible', post: 'Заместитель директора', person: null, organisation: null, staffPostId: null },
  ];
  const edits = rows.map((row) => ({ op: 'setMeasure', id: row.id, revision: row.revision, fields: { parties } }));
  const broken = await change(id, edits.with(2, { ...edits[2]!, revision: 99 }));
  expect(broken.status).toBe(409);
  expect((await rowsOf(id)).every((row) => row.parties.length === 0)).toBe(true);
  const { body } = await change(id, edits);
  expect((await rowsOf(id)).map((row) => row.parties[0]!.post)).toEqual(Array(3).fill('Заместитель директора'));
  const undone = await deputy('POST', `/api/plans/${id}/undo`, { batch: body.batch });
  expect(undone.status).toBe(200);
  expect((await rowsOf(id)).every((row) => row.parties.length === 0)).toBe(true);
  const read = await deputy('GET', `/api/plans/${id}`);
  expect(read.body.redo.batch).toBe(undone.body.batch);
  expect(read.body.undo.action).toBe('measure.add');
  await deputy('POST', `/api/plans/${id}/undo`, { batch: undone.body.batch });
  expect((await rowsOf(id)).map((row) => row.parties.length)).toEqual([1, 1, 1]);
});

test('a gesture that was edited over is not taken back, and says which row stands in the way', async () => {
  const { id, rows } = await planWith('Первое');
  const set = async (revision: number, text: string) =>
    (await change(id, [{ op: 'setMeasure', id: rows[0]!.id, revision, fields: { text } }])).body.batch as string;
  const first = await set(1, 'Второе');
  const second = await set(2, 'Третье');
  const refused = await deputy('POST', `/api/plans/${id}/undo`, { batch: first });
  expect([refused.status, refused.body.error.code]).toEqual([409, 'laterChanged']);
  expect(refused.body.error.message).toContain('Третье');
  await deputy('POST', `/api/plans/${id}/undo`, { batch: second });
  expect((await deputy('POST', `/api/plans/${id}/undo`, { batch: first })).status).toBe(200);
  expect((await rowsOf(id))[0]!.text).toBe('Первое');
});

test('rows and sections are moved, removed with what is in them, and come back to their places', async () => {
  const { id, sectionId, rows } = await planWith('А', 'Б', 'В', 'Г');
  const order = async (): Promise<string> => (await rowsOf(id)).map((row) => row.text).join('');
  const moved = await change(id, [{ op: 'moveMeasure', id: rows[3]!.id, sectionId, after: rows[0]!.id }]);
  expect(await order()).toBe('АГБВ');
  await deputy('POST', `/api/plans/${id}/undo`, { batch: moved.body.batch });
  expect(await order()).toBe('АБВГ');
  await change(id, [{ op: 'addMeasure', sectionId, after: rows[1]!.id, measure: { text: 'Д' } }]);
  expect(await order()).toBe('АБДВГ');
  const added = await change(id, [
    { op: 'addSection', title: 'Второй', after: null },
    { op: 'addMeasure', sectionId: 'added', measure: { text: 'Я' } },
  ]);
  expect(await order()).toBe('ЯАБДВГ');
  expect(added.body.added.sections).toHaveLength(1);
  const removed = await change(id, [{ op: 'removeSection', id: sectionId }]);
  expect(await order()).toBe('Я');
  await deputy('POST', `/api/plans/${id}/undo`, { batch: removed.body.batch });
  expect(await order()).toBe('ЯАБДВГ');
  await deputy('POST', `/api/plans/${id}/undo`, { batch: added.body.batch });
  expect(await order()).toBe('АБДВГ');
});

test('an approved plan keeps its words: only states, kinds and links change, until it is returned to a draft with a reason', async () => {
  const { id, rows } = await planWith('Изучить методику');
  const row = rows[0]!;
  expect((await deputy('POST', `/api/plans/${id}/state`, { revision: 1, to: 'approved', ...APPROVAL })).status).toBe(
    403,
  );
  const bare = await head('POST', `/api/plans/${id}/state`, { revision: 1, to: 'approved' });
  expect(bare.body.error.code).toBe('requisitesMissing');
  await approve(id);
  const words = await change(id, [{ op: 'setMeasure', id: row.id, revision: 1, fields: { text: 'Иначе' } }]);
  expect(words.body.error.code).toBe('planIsApproved');
  expect((await change(id, [{ op: 'removeMeasure', id: row.id }])).body.error.code).toBe('planIsApproved');
  const state = { state: 'inProgress', stateNote: 'начато' };
  expect((await change(id, [{ op: 'setMeasure', id: row.id, revision: 1, fields: state }])).status).toBe(200);
  const { revision } = (await head('GET', `/api/plans/${id}`)).body.plan;
  const silent = await head('POST', `/api/plans/${id}/state`, { revision, to: 'draft' });
  expect(silent.body.error.code).toBe('reasonMissing');
  const back = { revision, to: 'draft', reason: 'ошибка в сроке' };
  expect((await head('POST', `/api/plans/${id}/state`, back)).body).toEqual({ state: 'draft' });
  expect((await change(id, [{ op: 'setMeasure', id: row.id, revision: 2, fields: { text: 'Иначе' } }])).status).toBe(
    200,
  );
  const history = await deputy('GET', `/api/plans/${id}/history`);
  const actions = history.body.batches.map((batch: { changes: { action: string }[] }) => batch.changes[0]!.action);
  expect(actions).toEqual([
    'measure.change',
    'plan.reopen',
    'measure.change',
    'plan.approve',
    'measure.add',
    'plan.create',
  ]);
  expect((await deputy('GET', `/api/plans/${id}/history.xlsx`)).status).toBe(200);
});

test('words changed in the draft are not taken back once the plan is approved, states are', async () => {
  const { id, rows } = await planWith('Изучить методику');
  const set = async (revision: number, fields: unknown) =>
    (await change(id, [{ op: 'setMeasure', id: rows[0]!.id, revision, fields }])).body.batch as string;
  const words = await set(1, { text: 'Изучить порядок' });
  expect((await deputy('GET', `/api/plans/${id}`)).body.undo.batch).toBe(words);
  await approve(id);
  expect((await deputy('GET', `/api/plans/${id}`)).body.undo).toBe(null);
  const refused = await deputy('POST', `/api/plans/${id}/undo`, { batch: words });
  expect(refused.body.error.code).toBe('planIsApproved');
  const state = await set(2, { state: 'inProgress' });
  expect((await deputy('GET', `/api/plans/${id}`)).body.undo.batch).toBe(state);
  const { batches } = (await deputy('GET', `/api/plans/${id}/history`)).body;
  const offered = batches.filter(({ undoable }: { undoable: boolean }) => undoable);
  expect(offered.map(({ batch }: { batch: string }) => batch)).toEqual([state]);
});

test('a plan that returned to a draft is approved anew only by an order that is named again', async () => {
  const { id } = await planWith('Изучить методику');
  expect((await deputy('GET', `/api/plans/${id}`)).body.formerOrder).toBe(null);
  await approve(id);
  const set = async (input: object) => {
    const { revision } = (await head('GET', `/api/plans/${id}`)).body.plan;
    return head('POST', `/api/plans/${id}/state`, { revision, ...input });
  };
  await set({ to: 'draft', reason: 'ошибка в сроке' });
  expect((await deputy('GET', `/api/plans/${id}`)).body.formerOrder).toEqual({ order: '15', on: '2026-08-31' });
  expect((await set({ to: 'approved' })).body.error.code).toBe('requisitesMissing');
  expect((await set({ to: 'approved', order: '16', on: '2026-09-10' })).body).toEqual({ state: 'approved' });
});

test('the head of another school whom the file names is not taken over: the own head is proposed', async () => {
  const { id } = await planWith('Изучить методику');
  const read = async () => (await head('GET', `/api/plans/${id}`)).body;
  expect((await read()).foreignApprover).toBe(null);
  const theirs = { approvalPost: 'Директор МБОУ «Средняя школа № 99887766»', approvalPerson: 'З. З. Чужова' };
  await change(id, [{ op: 'setPlan', revision: (await read()).plan.revision, fields: theirs }]);
  const words = 'Директор МБОУ «Средняя школа № 99887766» З. З. Чужова';
  const before = await read();
  expect(before.foreignApprover).toEqual({ words, own: null });
  const { revision, organizationId } = before.plan;
  await head('POST', `/api/organizations/${organizationId}/staff`, {
    fullName: 'Выдумкина Анна Андреевна',
    post: 'директор',
    fromDate: '2026-09-01',
  });
  expect((await read()).foreignApprover).toEqual({ words, own: { post: 'Директор', person: 'А. А. Выдумкина' } });
  const silent = { revision, to: 'approved', order: '15', on: '2026-08-31' };
  expect((await head('POST', `/api/plans/${id}/state`, silent)).body.error.code).toBe('requisitesMissing');
  const named = { ...silent, post: 'Директор', person: 'А. А. Выдумкина' };
  expect((await head('POST', `/api/plans/${id}/state`, named)).status).toBe(200);
  expect((await read()).plan.approval).toMatchObject({ post: 'Директор', person: 'А. А. Выдумкина' });
});

test('staff of the organisation are linked, those of another are refused', async () => {
  const { id, rows } = await planWith('Первое');
  const { body } = await deputy('GET', `/api/plans/${id}/staff`);
  const own = body.staff[0].id as number;
  const party = { part: 'responsible', post: 'учитель', person: null, organisation: null };
  const link = (staffPostId: number, revision: number) =>
    change(id, [{ op: 'setMeasure', id: rows[0]!.id, revision, fields: { parties: [{ ...party, staffPostId }] } }]);
  expect((await link(own, 1)).status).toBe(200);
  const others = await stranger('POST', '/api/plans', { title: TITLE, schoolYear: 2026 });
  const theirs = (await stranger('GET', `/api/plans/${others.body.id}/staff`)).body.staff[0].id as number;
  expect((await link(theirs, 2)).body.error.code).toBe('staffElsewhere');
});

test('a pasted table is read into rows and stored only when it is added', async () => {
  const { id, sectionId } = await planWith();
  const content = [
    '№\tМероприятие\tСроки\tОтветственные\tОжидаемый результат',
    '1\tПровести семинар по критериям\tоктябрь 2026\tРуководители ШМО\tПротокол заседания',
    '2\tОрганизовать общественное наблюдение\tпо графику ВПР\tЗаместитель директора\tАкты',
  ].join('\n');
  const { status, body } = await deputy('POST', `/api/plans/${id}/pasted`, { content });
  expect(status).toBe(200);
  const measures = body.sections.flatMap(
    (section: { measures: { text: string; deadline: string }[] }) => section.measures,
  );
  expect(measures.map((one: { deadline: string }) => one.deadline)).toEqual(['октябрь 2026', 'по графику ВПР']);
  expect(await rowsOf(id)).toEqual([]);
  await change(
    id,
    measures.map((measure: unknown) => ({ op: 'addMeasure', sectionId, measure })),
  );
  const [first, second] = await rowsOf(id);
  expect(first!.parties[0]).toMatchObject({ post: 'Руководители ШМО', organisation: null });
  expect(second!.parties[0]).toMatchObject({ post: 'Заместитель директора' });
});

test('no route shows or changes a plan of another school', async () => {
  const { id, rows, sectionId } = await planWith('Тайное мероприятие');
  const gets = ['', '/staff', '/history', '/history.xlsx'];
  for (const path of gets) expect((await stranger('GET', `/api/plans/${id}${path}`)).status, path).toBe(404);
  const edits = [
    { op: 'setMeasure', id: rows[0]!.id, revision: 1, fields: { text: 'Чужое' } },
    { op: 'removeMeasure', id: rows[0]!.id },
    { op: 'addMeasure', sectionId, measure: { text: 'Чужое' } },
  ];
  for (const edit of edits) expect((await change(id, [edit], stranger)).status).toBe(404);
  const own = await stranger('POST', '/api/plans', { title: TITLE, schoolYear: 2026 });
  for (const edit of edits) expect((await change(own.body.id, [edit], stranger)).status, edit.op).toBe(404);
  expect((await stranger('POST', `/api/plans/${id}/pasted`, { content: 'x\ty' })).status).toBe(404);
  expect((await stranger('DELETE', `/api/plans/${id}`)).status).toBe(404);
  expect((await stranger('GET', '/api/plans')).text).not.toContain(region.mark);
  const elsewhere = { title: TITLE, schoolYear: 2026, organizationId: region.schools[0]!.id };
  expect((await stranger('POST', '/api/plans', elsewhere)).status).toBe(403);
  expect((await rowsOf(id))[0]!.text).toBe('Тайное мероприятие');
});

test('a municipality reads the plans of its schools and edits its own; a teacher reads only', async () => {
  const { id, rows } = await planWith('Первое');
  expect((await coordinator('GET', `/api/plans/${id}`)).body.may).toEqual({ edit: false, approve: false });
  const edit = [{ op: 'setMeasure', id: rows[0]!.id, revision: 1, fields: { text: 'Сверху' } }];
  expect((await change(id, edit, coordinator)).body.error.code).toBe('notYourPlan');
  expect((await teacher('GET', `/api/plans/${id}`)).status).toBe(200);
  expect((await change(id, edit, teacher)).status).toBe(403);
});

test('remarks name their row and reason; a mend is one gesture, made for many rows at once and taken back', async () => {
  const { body } = await deputy('POST', '/api/plans', { title: TITLE, schoolYear: 2026 });
  const id = body.id as number;
  const sectionId = (await deputy('GET', `/api/plans/${id}`)).body.plan.sections[0].id as number;
  const row = (number: string, text: string, deadline: string) => ({
    op: 'addMeasure',
    sectionId,
    measure: { number, text, deadline, result: `Справка ${number}` },
  });
  await change(id, [
    row('1', 'Провести семинар по критериям', 'ноябрь 2026'),
    row('1', 'Посетить уроки русского языка', 'ноябрь декабрь 2026'),
  ]);
  const before = await rowsOf(id);
  const read = await deputy('GET', `/api/plans/${id}/remarks`);
  const find = (code: string) => read.body.remarks.find((remark: { code: string }) => remark.code === code);
  const dash = find('lostDash');
  expect(dash).toMatchObject({ measureId: before[1]!.id, subject: '1 Посетить уроки русского языка' });
  const renumber = read.body.remarks.find((remark: { mends: { kind: string }[] }) =>
    remark.mends.some(({ kind }) => kind === 'renumber'),
  );
  const at = renumber.mends.findIndex(({ kind }: { kind: string }) => kind === 'renumber') as number;
  const mended = await deputy('POST', `/api/plans/${id}/mend`, {
    mends: [
      { key: dash.key, at: 0 },
      { key: renumber.key, at },
    ],
  });
  expect(mended.body.done).toBe(2);
  expect((await rowsOf(id)).map((one) => one.number)).toEqual(['1', '2']);
  const after = await deputy('GET', `/api/plans/${id}/remarks`);
  expect(after.body.remarks.some(({ code }: { code: string }) => code === 'lostDash')).toBe(false);
  await deputy('POST', `/api/plans/${id}/undo`, { batch: mended.body.batch });
  const back = (await rowsOf(id)).map((one) => [one.number, one.deadline.verbatim]);
  expect(back).toEqual(before.map((one) => [one.number, one.deadline.verbatim]));
  expect((await stranger('GET', `/api/plans/${id}/remarks`)).status).toBe(404);
  expect((await stranger('POST', `/api/plans/${id}/mend`, { mends: [{ key: 'x', at: 0 }] })).status).toBe(404);
});

test('acquaintance is marked and unmarked by day for own staff only', async () => {
  const { id } = await planWith('Первое');
  const path = `/api/plans/${id}/acquaintance`;
  const { body } = await deputy('GET', path);
  const [person] = body.people;
  expect(person.on).toBe(null);
  const mark = (staffPostId: number, on: string | null, client = deputy) =>
    client('POST', path, { marks: [{ staffPostId, on }] });
  expect((await mark(person.staffPostId, '2026-09-01')).status).toBe(204);
  expect((await deputy('GET', path)).body.people[0].on).toBe('2026-09-01');
  await mark(person.staffPostId, null);
  expect((await deputy('GET', path)).body.people[0].on).toBe(null);
  expect((await mark(2_000_000_000, '2026-09-01')).body.error.code).toBe('staffElsewhere');
  expect((await mark(person.staffPostId, '2026-09-01', stranger)).status).toBe(404);
  expect((await stranger('GET', path)).status).toBe(404);
});
