/** contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as contract from './contract.ts';
import { codeSystemText } from '../../text.ts';
import { addSubjectCode, canEditCodes, changeSubjectCode, removeSubjectCode } from './actions.ts';
import { listSubjectCodes } from './store.ts';

async function answer(tx: Tx, person: Actor) {
  const rows = await listSubjectCodes(tx);
  const own = new Set(rows.flatMap((row) => (row.organizationId === null ? [] : [`${row.system} ${row.code}`])));
  return {
    codes: rows.map(({ organizationId, ...row }) => ({
      ...row,
      shipped: organizationId === null,
      overridden: organizationId === null && own.has(`${row.system} ${row.code}`),
    })),
    editable: canEditCodes(person),
  };
}

export function registerSubjectCodes(server: HttpServer<Actor>): void {
  server.operation(contract.listSubjectCodes, (tx, { person }) => answer(tx, person));

  server.operation(contract.createSubjectCode, async (tx, { person, body }) => {
    await addSubjectCode(tx, person, body);
    return answer(tx, person);
  });

  server.operation(contract.updateSubjectCode, async (tx, { person, params, body }) => {
    await changeSubjectCode(tx, person, params.id, body);
    return answer(tx, person);
  });

  server.operation(contract.removeSubjectCode, async (tx, { person, params }) => {
    await removeSubjectCode(tx, person, params.id);
    return answer(tx, person);
  });

  server.operation(contract.downloadSubjectCodes, async (tx, { person }) => {
    const ru = person.language === 'ru';
    const { codes } = await answer(tx, person);
    const content = await writeTableXlsx({
      title: ru ? 'Коды предметов' : 'Subject codes',
      columns: [
        { header: ru ? 'Система кодов' : 'Code system', width: 44 },
        { header: ru ? 'Код' : 'Code', width: 10 },
        { header: ru ? 'Предмет' : 'Subject', width: 34 },
        { header: ru ? 'Чья строка' : 'Whose row', width: 22 },
        { header: ru ? 'Примечание' : 'Note', width: 40 },
      ],
      rows: codes
        .filter(({ overridden }) => !overridden)
        .map((row) => [
          codeSystemText(row.system, person.language),
          row.code,
          row.subject,
          row.shipped ? (ru ? 'поставляется' : 'shipped') : ru ? 'своя' : "the region's own",
          row.note,
        ]),
      parameters: [
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Коды предметов.xlsx' : 'Subject codes.xlsx' };
  });
}
