/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as contract from './contract.ts';
import { rangesOf } from '../scales/scale.ts';
import * as store from '../store.ts';
import { PROCEDURE_KIND, RESPONSE_TYPE, TASK_LEVEL } from '../text.ts';
import * as actions from './actions.ts';
import { registerSubjectCodes } from './codes/routes.ts';

function scaleAnswer(scale: store.ScaleRow) {
  const { organizationId: _organizationId, ...answer } = scale;
  return answer;
}

async function workAnswers(tx: Tx, rows: readonly store.WorkRow[]) {
  const counts = await store.countPapers(
    tx,
    rows.map((row) => row.id),
  );
  const scales = new Map((await store.listScales(tx, {})).map((scale) => [scale.id, scale]));
  return rows.map((row) => {
    const scale = row.scaleId === null ? undefined : scales.get(row.scaleId);
    return {
      id: row.id,
      procedureId: row.procedureId,
      procedure: row.procedure,
      kind: row.kind,
      observed: row.observed,
      year: row.year,
      subject: row.subject,
      grade: row.grade,
      level: row.level,
      heldOn: row.heldOn,
      tasks: [...row.tasks],
      maxScore: row.maxScore,
      scale: scale ? scaleAnswer(scale) : null,
      ...(counts.get(row.id) ?? { papers: 0, absent: 0, schools: 0 }),
      analysedAt: row.analysedAt?.toISOString() ?? null,
      outdated: row.papersChangedAt !== null && (row.analysedAt === null || row.papersChangedAt > row.analysedAt),
      revision: row.revision,
    };
  });
}

async function one(tx: Tx, id: number) {
  const [answer] = await workAnswers(tx, await store.listWorks(tx, { id }));
  if (!answer) throw refuseCommon('notFound');
  return answer;
}

const range = ([first, last]: readonly [number, number]): string => `${first}–${last}`;

export function registerWorks(server: HttpServer<Actor>): void {
  registerSubjectCodes(server);

  server.operation(contract.listScales, async (tx, { query }) => ({
    scales: (await store.listScales(tx, query)).map(scaleAnswer),
  }));

  server.operation(contract.createScale, async (tx, { person, body }) => {
    const id = await actions.createScale(tx, person, body);
    return scaleAnswer((await store.listScales(tx, { id }))[0]!);
  });

  server.operation(contract.downloadScales, async (tx, { person, query }) => {
    const ru = person.language === 'ru';
    const scales = await store.listScales(tx, query);
    const content = await writeTableXlsx({
      title: ru ? 'Шкалы' : 'Scales',
      columns: [
        { header: ru ? 'Год' : 'Year', type: 'text', width: 8 },
        { header: ru ? 'Класс' : 'Grade', type: 'integer', width: 8 },
        { header: ru ? 'Предмет' : 'Subject', width: 26 },
        { header: ru ? 'Уровень' : 'Level', width: 14 },
        { header: ru ? 'Версия' : 'Version', type: 'integer', width: 8 },
        { header: ru ? 'Максимум' : 'Maximum', unit: ru ? 'баллов' : 'points', type: 'integer', width: 12 },
        ...['2', '3', '4', '5'].map((mark) => ({ header: `«${mark}»`, width: 10 })),
        { header: ru ? 'Источник' : 'Source', width: 60 },
        { header: ru ? 'Примечание' : 'Note', width: 60 },
      ],
      rows: scales.map((scale) => {
        const ranges = rangesOf(scale.thresholds, scale.maxScore);
        const level = ru ? { base: 'базовый', advanced: 'углублённый' } : { base: 'base', advanced: 'advanced' };
        return [
          String(scale.year),
          scale.grade,
          scale.subject,
          level[scale.level],
          scale.version,
          scale.maxScore,
          range(ranges[2]),
          range(ranges[3]),
          range(ranges[4]),
          range(ranges[5]),
          scale.source,
          scale.note,
        ];
      }),
      parameters: [
        [
          ru ? 'Отбор' : 'Filter',
          [query.year, query.grade, query.subject].filter((value) => value !== undefined).join(', ') || '—',
        ],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Шкалы.xlsx' : 'Scales.xlsx' };
  });

  server.operation(contract.listWorks, async (tx) => ({ works: await workAnswers(tx, await store.listWorks(tx)) }));

  server.operation(contract.readWork, async (tx, { params }) => {
    const [row] = await store.listWorks(tx, { id: params.id });
    if (!row) throw refuseCommon('notFound');
    const suitable = await store.listScales(tx, { grade: row.grade, level: row.level, maxScore: row.maxScore });
    return {
      ...(await one(tx, params.id)),
      ...(await store.summarizeWork(tx, row)),
      suitableScales: suitable.filter((scale) => scale.subject === row.subject).map(scaleAnswer),
    };
  });

  server.operation(contract.downloadWorkTasks, async (tx, { person, params }) => {
    const ru = person.language === 'ru';
    const [row] = await store.listWorks(tx, { id: params.id });
    if (!row) throw refuseCommon('notFound');
    const { taskMeans } = await store.summarizeWork(tx, row);
    const content = await writeTableXlsx({
      title: ru ? 'Задания' : 'Tasks',
      columns: [
        { header: ru ? 'Задание' : 'Task', width: 12 },
        { header: ru ? 'Максимум' : 'Maximum', unit: ru ? 'баллов' : 'points', type: 'integer', width: 14 },
        { header: ru ? 'Сложность' : 'Level', width: 16 },
        { header: ru ? 'Вид ответа' : 'Response', width: 22 },
        { header: ru ? 'Выполнение' : 'Share of the maximum', type: 'percent', width: 16 },
      ],
      rows: row.tasks.map((task, index) => [
        task.id,
        task.max,
        task.level ? TASK_LEVEL[task.level][person.language] : null,
        RESPONSE_TYPE[task.response][person.language],
        taskMeans[index],
      ]),
      parameters: [
        [ru ? 'Работа' : 'Work', `${row.procedure}, ${row.subject}, ${row.grade}`],
        [ru ? 'По каким работам' : 'Papers', person.organizationName],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Задания.xlsx' : 'Tasks.xlsx' };
  });

  server.operation(contract.createWork, async (tx, { person, body }) =>
    one(tx, await actions.createWork(tx, person, body)),
  );

  server.operation(contract.updateWork, async (tx, { person, params, body }) => {
    await actions.updateWork(tx, person, params.id, body);
    return one(tx, params.id);
  });

  server.operation(contract.updateProcedure, async (tx, { person, params, body }) => {
    await actions.updateProcedure(tx, person, params.id, body);
    return (await store.listProcedures(tx)).find(({ id }) => id === params.id)!;
  });

  server.operation(contract.downloadWorks, async (tx, { person }) => {
    const ru = person.language === 'ru';
    const works = await workAnswers(tx, await store.listWorks(tx));
    const content = await writeTableXlsx({
      title: ru ? 'Работы' : 'Works',
      columns: [
        { header: ru ? 'Процедура' : 'Procedure', width: 30 },
        { header: ru ? 'Вид' : 'Kind', width: 24 },
        { header: ru ? 'Предмет' : 'Subject', width: 26 },
        { header: ru ? 'Класс' : 'Grade', type: 'integer', width: 8 },
        { header: ru ? 'Заданий' : 'Tasks', type: 'integer', width: 10 },
        { header: ru ? 'Максимум' : 'Maximum', unit: ru ? 'баллов' : 'points', type: 'integer', width: 12 },
        { header: ru ? 'Работ' : 'Papers', type: 'integer', width: 10 },
        { header: ru ? 'Отсутствовали' : 'Absent', type: 'integer', width: 14 },
        { header: ru ? 'Школ' : 'Schools', type: 'integer', width: 10 },
        { header: ru ? 'Шкала' : 'Scale', width: 50 },
        { header: ru ? 'Анализ' : 'Analysis', type: 'datetime', width: 18 },
      ],
      rows: works.map((work) => [
        work.procedure,
        PROCEDURE_KIND[work.kind][person.language],
        work.subject,
        work.grade,
        work.tasks.length,
        work.maxScore,
        work.papers,
        work.absent,
        work.schools,
        work.scale?.source ?? null,
        work.analysedAt === null ? null : new Date(work.analysedAt),
      ]),
      parameters: [
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Работы.xlsx' : 'Works.xlsx' };
  });
}
