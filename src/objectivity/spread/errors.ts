/** Why an analysis over several nodes does not begin or stops. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const spreadRefusals = {
  storageNotNamed: {
    status: 400,
    ru: 'Не указано общее хранилище. Задайте переменную OBEKTIV_SHARED — папку, которую видят все узлы.',
    en: 'No shared storage is named. Set OBEKTIV_SHARED to a folder that all nodes see.',
  },
  storageMissing: {
    status: 404,
    ru: 'Папки «{path}» нет, или её нельзя открыть. Проверьте OBEKTIV_SHARED и доступ к хранилищу.',
    en: 'The folder “{path}” is not there or cannot be opened. Check OBEKTIV_SHARED and the access to the storage.',
  },
  folderOutside: {
    status: 400,
    ru: 'Папка «{path}» лежит вне общего хранилища. Укажите путь внутри него, без «..».',
    en: 'The folder “{path}” is outside the shared storage. Name a path inside it, without “..”.',
  },
  nothingToAnalyse: {
    status: 422,
    ru: 'В папке «{path}» нет файлов *.parquet или *.csv. Положите туда файлы результатов, по одному на регион, и spec.json.',
    en: 'The folder “{path}” has no *.parquet or *.csv files. Put files of results there, one per region, and spec.json.',
  },
  specMissing: {
    status: 422,
    ru: 'В папке «{path}» нет описания работ spec.json. Положите его рядом с файлами результатов.',
    en: 'The folder “{path}” has no description of works spec.json. Put it beside the files of results.',
  },
  databaseNotNamed: {
    status: 400,
    ru: 'Не указана общая база узлов. Задайте переменную DATABASE_URL=postgres://…',
    en: 'No database of the nodes is named. Set DATABASE_URL=postgres://…',
  },
  noOrganization: {
    status: 422,
    ru: 'В базе ещё нет ни одной организации. Откройте сайт и пройдите первый запуск.',
    en: 'The database has no organisation yet. Open the site and go through the first start.',
  },
  unknownAnalysis: {
    status: 404,
    ru: 'Анализа № {id} нет. Список: obektiv spread status',
    en: 'There is no analysis {id}. For a list: obektiv spread status',
  },
  actionUnknown: {
    status: 400,
    ru: 'Что сделать? obektiv spread start ПАПКА или obektiv spread status [НОМЕР].',
    en: 'What is to be done? obektiv spread start FOLDER or obektiv spread status [NUMBER].',
  },
  anotherVersion: {
    status: 422,
    ru: 'Анализ начат версией {begun}, а узел {node} работает на {own}. Поставьте на все узлы одну версию и запустите задачу снова.',
    en: 'The analysis was begun by version {begun}, and node {node} runs {own}. Install one version on all nodes and start the job again.',
  },
  partitionUnusable: {
    status: 422,
    ru: 'Файл «{file}» не годится: {found}. Исправьте файл и запустите задачу снова.',
    en: 'The file “{file}” cannot be used: {found}. Mend the file and start the job again.',
  },
} as const satisfies RefusalList;

export const refuseSpread = refusals(spreadRefusals);
