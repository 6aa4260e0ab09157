/** Why tables cannot be had from a ClickHouse cluster. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const clickHouseRefusals = {
  tableName: {
    status: 400,
    ru: '«{found}» не годится как имя таблицы или кластера. Допустимы латинские буквы, цифры и «_», например obektiv.papers.',
    en: '“{found}” cannot be the name of a table or cluster. Latin letters, digits and “_” are allowed, such as obektiv.papers.',
  },
  address: {
    status: 400,
    ru: '«{found}» не похоже на адрес ClickHouse. Пример: http://127.0.0.1:8123',
    en: '“{found}” is not an address of ClickHouse. Example: http://127.0.0.1:8123',
  },
  unreachable: {
    status: 502,
    ru: 'ClickHouse по адресу {address} не отвечает ({found}). Проверьте адрес и что сервер запущен.',
    en: 'ClickHouse at {address} does not answer ({found}). Check the address and that the server runs.',
  },
  statementFailed: {
    status: 422,
    ru: 'ClickHouse не выполнил запрос «{statement}»: {found}',
    en: 'ClickHouse did not run the statement “{statement}”: {found}',
  },
  otherTasks: {
    status: 422,
    ru: 'В таблице у работ другое число заданий или баллов, чем в описании: {found}. Проверьте spec.json.',
    en: 'Works in the table have other tasks or scores than the description: {found}. Check spec.json.',
  },
  workNotNamed: {
    status: 400,
    ru: 'Укажите описание работ --spec spec.json: таблицы считаются по его работам.',
    en: 'Name a description of works, --spec spec.json: tables are computed for its works.',
  },
  sourceNotNamed: {
    status: 400,
    ru: 'Укажите файлы с результатами или кластер: --clickhouse http://адрес:8123 --table имя.',
    en: 'Name files of results or a cluster: --clickhouse http://address:8123 --table name.',
  },
} as const satisfies RefusalList;

export const refuseClickHouse = refusals(clickHouseRefusals);
