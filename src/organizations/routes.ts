/** contract -> action. */
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { className } from './rules.ts';
import * as store from './store.ts';

type Row = Awaited<ReturnType<typeof store.listOrganizations>>[number];

function organizationAnswer(row: Row) {
  const { path: _path, ...answer } = row;
  return { ...answer, kind: row.kind as OrganizationKind };
}

function parametersOf(person: Actor, organization: string): [string, string | Date][] {
  const ru = person.language === 'ru';
  return [
    [ru ? 'Организация' : 'Organisation', organization],
    [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
    [ru ? 'Дата' : 'Date', new Date()],
  ];
}

async function detail(tx: Tx, id: number) {
  const [row] = await store.listOrganizations(tx, { id });
  if (!row) throw refuseCommon('notFound');
  const trail = await tx
    .selectFrom('organization')
    .select(['id', 'kind', 'shortName as name'])
    .where('id', 'in', row.path.split('.').filter(Boolean).map(Number))
    .orderBy('path')
    .execute();
  const classes = await store.listClasses(tx, id);
  const events = await store.listEvents(tx, id);
  return {
    ...organizationAnswer(row),
    trail: trail.map((step) => ({ ...step, kind: step.kind as OrganizationKind })),
    classes: classes.map((item) => ({ ...item, name: className(item.grade, item.letter) })),
    staff: await store.listStaff(tx, id),
    history: events.map(({ otherId, otherName, ...event }) => ({
      ...event,
      kind: event.kind as 'renamed',
      other: otherId === null ? null : { id: otherId, name: otherName ?? '' },
    })),
  };
}

export function registerOrganizations(server: HttpServer<Actor>): void {
  server.operation(contract.listOrganizations, async (tx, { query }) => ({
    organizations: (await store.listOrganizations(tx, query)).map(organizationAnswer),
  }));
  server.operation(contract.readOrganization, (tx, { params }) => detail(tx, params.id));
  server.operation(contract.downloadStaff, async (tx, { person, params }) => {
    const ru = person.language === 'ru';
    const { name, staff } = await detail(tx, params.id);
    const content = await writeTableXlsx({
      title: ru ? 'Сотрудники' : 'Staff',
      columns: [
        { header: ru ? 'Фамилия, имя, отчество' : 'Name', width: 40 },
        { header: ru ? 'Должность' : 'Post', width: 44 },
        { header: ru ? 'С' : 'From', type: 'date', width: 12 },
        { header: ru ? 'По' : 'To', type: 'date', width: 12 },
      ],
      rows: staff.map((row) => [row.fullName, row.post, row.fromDate, row.toDate]),
      parameters: parametersOf(person, name),
      language: person.language,
    });
    return { content, name: ru ? 'Сотрудники.xlsx' : 'Staff.xlsx' };
  });
  server.operation(contract.downloadClasses, async (tx, { person, params }) => {
    const ru = person.language === 'ru';
    const { name, classes } = await detail(tx, params.id);
    const content = await writeTableXlsx({
      title: ru ? 'Классы' : 'Classes',
      columns: [
        { header: ru ? 'Учебный год' : 'School year', width: 14 },
        { header: ru ? 'Параллель' : 'Grade', type: 'integer', width: 12 },
        { header: ru ? 'Класс' : 'Class', width: 10 },
      ],
      rows: classes.map((row) => [`${row.schoolYear}/${String(row.schoolYear + 1).slice(2)}`, row.grade, row.name]),
      parameters: parametersOf(person, name),
      language: person.language,
    });
    return { content, name: ru ? 'Классы.xlsx' : 'Classes.xlsx' };
  });
  server.operation(contract.createOrganization, async (tx, { person, body }) =>
    detail(tx, await actions.createOrganization(tx, person, body)),
  );
  server.operation(contract.renameOrganization, async (tx, { person, params, body }) => {
    await actions.renameOrganization(tx, person, params.id, body);
    return detail(tx, params.id);
  });
  server.operation(contract.mergeOrganization, async (tx, { person, params, body }) => {
    await actions.mergeOrganization(tx, person, params.id, body);
    return detail(tx, params.id);
  });
  server.operation(contract.createClass, async (tx, { person, params, body }) => {
    const id = await actions.createClass(tx, person, params.id, body);
    return { id, ...body, name: className(body.grade, body.letter) };
  });
  server.operation(contract.createStaff, async (tx, { person, params, body }) => {
    const id = await actions.createStaff(tx, person, params.id, body);
    return (await store.listStaff(tx, params.id)).find((row) => row.id === id)!;
  });
  server.operation(contract.endStaff, async (tx, { person, params, body }) => {
    const organizationId = await actions.changeStaff(tx, person, params.id, body);
    return (await store.listStaff(tx, organizationId)).find((row) => row.id === params.id)!;
  });
  server.operation(contract.downloadOrganizations, async (tx, { person }) => {
    const ru = person.language === 'ru';
    const kinds = ru
      ? { region: 'регион', municipality: 'муниципалитет', school: 'школа' }
      : { region: 'region', municipality: 'municipality', school: 'school' };
    const rows = await store.listOrganizations(tx, { includeClosed: true });
    const names = new Map(rows.map((row) => [row.id, row.shortName]));
    const content = await writeTableXlsx({
      title: ru ? 'Организации' : 'Organisations',
      columns: [
        { header: ru ? 'Вид' : 'Kind', type: 'text', width: 16 },
        { header: ru ? 'Код' : 'Code', type: 'text', width: 14 },
        { header: ru ? 'Название' : 'Name', type: 'text', width: 50 },
        { header: ru ? 'Входит в' : 'Part of', type: 'text', width: 30 },
        { header: ru ? 'Школ / классов' : 'Schools / classes', type: 'integer', width: 16 },
        { header: ru ? 'Закрыта' : 'Closed', type: 'text', width: 14 },
      ],
      rows: rows.map((row) => [
        kinds[row.kind as OrganizationKind],
        row.code,
        row.name,
        row.parentId === null ? null : (names.get(row.parentId) ?? null),
        row.children,
        row.closedOn,
      ]),
      parameters: [
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Организации.xlsx' : 'Organisations.xlsx' };
  });
}
