/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import { requirePermission } from '#src/access/actions.ts';
import { can } from '#src/access/rules.ts';
import { audit } from '#src/access/audit.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as contract from './contract.ts';
import { refuse } from '../errors.ts';
import type { Problem } from '../model.ts';
import { problemMessage, readerLabel, SEVERITY } from '../text.ts';
import * as actions from './actions.ts';
import * as store from './store.ts';
import { IMPORT_STATE } from './text.ts';
import { healImport, importAnswer, importDetail, requireImport, resolveImport } from './view.ts';

const MEGABYTES = 64;

async function detail(tx: Tx, person: Actor, id: number) {
  requirePermission(person, 'importResults');
  return importDetail(tx, await healImport(tx, await requireImport(tx, id)), person);
}

export function registerImports(server: HttpServer<Actor>, db: Db, queue: () => JobQueue): void {
  server.rawOperation(contract.uploadImports, async ({ person, request }) => {
    requirePermission(person, 'importResults');
    if (!request.isMultipart()) throw refuse('noFiles');
    // One file in memory at a time: those before a refused one are kept and known when the person sends all again.
    const received: Awaited<ReturnType<typeof actions.receiveFiles>> = [];
    let name = '';
    let refused: { error: unknown } | null = null;
    try {
      for await (const part of request.files()) {
        if (refused) {
          // The rest is let through, otherwise the sender waits for ever.
          part.file.resume();
          continue;
        }
        name = part.filename;
        const content = await part.toBuffer();
        try {
          received.push(...(await actions.receiveFiles(db, queue(), person, [{ name, content }])));
        } catch (error) {
          refused = { error };
        }
      }
    } catch (error) {
      if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
        throw refuse('fileTooLarge', { name, megabytes: MEGABYTES });
      throw error;
    }
    if (refused) throw refused.error;
    if (received.length === 0) throw refuse('noFiles');
    return inScope(db, person.scope, async (tx) => {
      const imports = [];
      for (const { id, known } of received) {
        const answer = importAnswer(await requireImport(tx, id));
        imports.push(known ? { ...answer, sameAsId: id } : answer);
      }
      return { imports };
    });
  });

  server.operation(contract.listImports, async (tx, { person }) => {
    requirePermission(person, 'importResults');
    return { imports: (await store.listImports(tx)).map(importAnswer) };
  });

  server.operation(contract.readImport, (tx, { person, params }) => detail(tx, person, params.id));

  server.operation(contract.answerImport, async (tx, { person, params, body }) => {
    await actions.answerImport(tx, queue(), person, params.id, body);
    return detail(tx, person, params.id);
  });

  server.operation(contract.commitImport, async (tx, { person, params, body }) => {
    await actions.commitImport(tx, queue(), person, params.id, body.revision);
    return importAnswer(await requireImport(tx, params.id));
  });

  server.operation(contract.revertImport, async (tx, { person, params, body }) => {
    await actions.revertImport(tx, queue(), person, params.id, body.revision);
    return importAnswer(await requireImport(tx, params.id));
  });

  server.operation(contract.discardImport, async (tx, { person, params, body }) => {
    await actions.discardImport(tx, person, params.id, body.revision);
    return importAnswer(await requireImport(tx, params.id));
  });

  server.operation(contract.downloadImportFile, async (tx, { person, params }) => {
    requirePermission(person, 'importResults');
    const row = await requireImport(tx, params.id);
    // The file holds every pupil's scores; who may not read papers has at most what he sent himself.
    if (!can(person.role, 'readPapers') && row.accountId !== person.accountId) throw refuseCommon('forbidden');
    const kept = await store.readFile(tx, params.id);
    if (!kept) throw refuseCommon('notFound');
    await audit(tx, person, {
      kind: 'read',
      action: 'import.download',
      subjectKind: 'import',
      subjectId: params.id,
      organizationId: row.organizationId,
    });
    return { content: kept.content, name: row.fileName };
  });

  server.operation(contract.downloadProblems, async (tx, { person, params }) => {
    requirePermission(person, 'importResults');
    const row = await requireImport(tx, params.id);
    const ru = person.language === 'ru';
    const parts = await resolveImport(tx, row);
    const problems = [...(row.problems as unknown as Problem[]), ...parts.flatMap((part) => part.problems)];
    const content = await writeTableXlsx({
      title: ru ? 'Замечания к файлу' : 'Problems of the file',
      columns: [
        { header: ru ? 'Важность' : 'Severity', width: 14 },
        { header: ru ? 'Лист' : 'Sheet', width: 24 },
        { header: ru ? 'Строка' : 'Row', type: 'integer', width: 10 },
        { header: ru ? 'Столбец' : 'Column', width: 14 },
        { header: ru ? 'Что найдено' : 'Found', width: 30 },
        { header: ru ? 'Что допустимо' : 'Allowed', width: 30 },
        { header: ru ? 'Что сделать' : 'What to do', width: 80 },
      ],
      rows: problems.map((problem) => [
        SEVERITY[problem.severity][person.language],
        problem.sheet,
        problem.row,
        problem.column,
        problem.found,
        problem.allowed,
        problemMessage(problem, person.language),
      ]),
      parameters: [
        [ru ? 'Файл' : 'File', row.fileName],
        [ru ? 'Формат' : 'Format', row.reader === null ? '—' : readerLabel(row.reader, person.language)],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? `Замечания ${row.id}.xlsx` : `Problems ${row.id}.xlsx` };
  });

  server.operation(contract.downloadImports, async (tx, { person }) => {
    requirePermission(person, 'importResults');
    const ru = person.language === 'ru';
    const imports = (await store.listImports(tx, { limit: 50_000 })).map(importAnswer);
    const content = await writeTableXlsx({
      title: ru ? 'Загрузки' : 'Imports',
      columns: [
        { header: ru ? 'Файл' : 'File', width: 50 },
        { header: ru ? 'Формат' : 'Format', width: 40 },
        { header: ru ? 'Состояние' : 'State', width: 20 },
        { header: ru ? 'Работы' : 'Works', width: 50 },
        { header: ru ? 'Строк' : 'Rows', type: 'integer', width: 10 },
        { header: ru ? 'Ошибок' : 'Errors', type: 'integer', width: 10 },
        { header: ru ? 'Кто' : 'Who', width: 30 },
        { header: ru ? 'Получен' : 'Received', type: 'datetime', width: 18 },
        { header: ru ? 'Загружен' : 'Stored', type: 'datetime', width: 18 },
      ],
      rows: imports.map((row) => [
        row.fileName,
        row.reader === null ? null : readerLabel(row.reader, person.language),
        IMPORT_STATE[row.state][person.language],
        row.works.join('; '),
        row.papers,
        row.errors,
        row.account,
        new Date(row.createdAt),
        row.committedAt === null ? null : new Date(row.committedAt),
      ]),
      parameters: [
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Загрузки.xlsx' : 'Imports.xlsx' };
  });
}
