import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { subjectOf } from './routes.ts';
import { text } from './text.ts';

const work = { subject: 'Математика', grade: 9, year: 2026 };

test('two works of one subject and grade are told apart by procedure and year', () => {
  const exam = subjectOf({ ...work, procedure: 'Пробный экзамен' });
  const check = subjectOf({ ...work, procedure: 'ДКР 2026' });
  expect(text.ru.tasks.workWithoutScale(1, exam)).toBe(
    'Укажите шкалу отметок: Математика, 9\u00a0класс (Пробный экзамен, 2026)',
  );
  expect(text.ru.tasks.workWithoutScale(1, check)).toBe('Укажите шкалу отметок: Математика, 9\u00a0класс (ДКР 2026)');
  expect(text.en.tasks.workWithoutScale(1, check)).toBe('Set the scale of marks: Математика, grade\u00a09 (ДКР 2026)');
});

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
});
afterAll(() => running.close());

async function workWithPaper(subject: string, mark: number | null): Promise<void> {
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const { id: procedureId } = await tx
      .insertInto('procedure')
      .values({ organizationId: region.id, name: `${subject} ${region.mark}`, year: 2026, kind: 'own' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: workId } = await tx
      .insertInto('work')
      .values({
        organizationId: region.id,
        procedureId,
        subject,
        grade: 9,
        level: 'base',
        tasks: JSON.stringify([{ id: '1', max: 1, response: 'short' }]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const [school] = region.schools;
    const { id: importId } = await tx
      .insertInto('import')
      .values({
        organizationId: region.id,
        fileName: 'протокол.csv',
        fileHash: subject,
        byteSize: 1,
        state: 'committed',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('paper')
      .values({
        organizationId: school!.id,
        workId,
        classGroupId: school!.classIds[0]!,
        importId,
        participant: '1',
        variant: '1',
        status: 'present',
        scores: [1],
        total: 1,
        mark,
      })
      .execute();
  });
}

test('a scale is asked for where the protocol brought no marks of its own', async () => {
  await workWithPaper('Химия', null);
  await workWithPaper('Физика', 4);
  const analyst = await signedIn(running.application, region.login('regionalAnalyst'));
  const { status, body } = await analyst('GET', '/api/today');
  expect(status).toBe(200);
  const asked = body.tasks.filter(({ kind }: { kind: string }) => kind === 'workWithoutScale');
  expect(asked.map(({ subject }: { subject: string }) => subject)).toEqual([
    `Химия, 9 (${region.mark.includes('2026') ? `Химия ${region.mark}` : `Химия ${region.mark}, 2026`})`,
  ]);
});
