/** Words of `obektiv spread`. */
import { defineText } from '#src/platform/ui/i18n.ts';

const HELP_RU = `obektiv spread: анализ многих регионов несколькими узлами.

  obektiv spread start ПАПКА [--rate 0.05]   поставить папку общего хранилища в очередь: по задаче на файл
  obektiv spread status [НОМЕР] [--json]     что сделано; без номера — последние анализы

Узлы — это обычные «npm start» с переменными DATABASE_URL (общая база) и OBEKTIV_SHARED (общее хранилище; на каждом узле
свой путь к одной и той же папке). В папке лежат spec.json и файлы *.parquet или *.csv: один файл — один регион, он
анализируется целиком одним узлом. Показатели каждого файла пишутся рядом, в figures/; целочисленные таблицы складываются.
Узел можно остановить или потерять в любой момент: его работу возьмёт другой.`;

const HELP_EN = `obektiv spread: an analysis of many regions by several nodes.

  obektiv spread start FOLDER [--rate 0.05]  queue a folder of the shared storage: one job per file
  obektiv spread status [NUMBER] [--json]    what is done; without a number, the latest analyses

Nodes are ordinary "npm start" with DATABASE_URL (the common database) and OBEKTIV_SHARED (the shared storage; each node may
mount it elsewhere). The folder holds spec.json and *.parquet or *.csv files: one file is one region, analysed as a whole by
one node. Figures of each file are written beside it, in figures/; integer tables are added up. A node may be stopped or
lost at any moment: another takes its work up.`;

export const spreadText = defineText({
  ru: {
    help: HELP_RU,
    started: (id: number, partitions: number) =>
      `Анализ № ${id} поставлен в очередь, частей: ${partitions}. Ход: obektiv spread status ${id}`,
    none: 'Анализов ещё не было. Начать: obektiv spread start ПАПКА',
    heading: (id: number, folder: string, version: string) => `Анализ № ${id}, папка «${folder}», версия ${version}`,
    columns: ['Часть', 'Файл', 'Состояние', 'Узел', 'Начата раз', 'Работ', 'Единиц', 'Сигналов', 'Отпечаток'],
    states: { stored: 'готово', running: 'идёт', queued: 'в очереди', failed: 'не удалось', cancelled: 'остановлено' },
    total: (done: number, all: number, papers: string) => `Готово ${done} из ${all}, работ ${papers}.`,
    digest: (digest: string) => `Общий отпечаток: ${digest}`,
    work: (subject: string, grade: number, papers: string, regions: string) =>
      `  ${subject}, ${grade} класс: работ ${papers}, школ ${regions}`,
  },
  en: {
    help: HELP_EN,
    started: (id: number, partitions: number) =>
      `Analysis ${id} is queued, partitions: ${partitions}. Progress: obektiv spread status ${id}`,
    none: 'There are no analyses yet. To begin: obektiv spread start FOLDER',
    heading: (id: number, folder: string, version: string) => `Analysis ${id}, folder “${folder}”, version ${version}`,
    columns: ['Part', 'File', 'State', 'Node', 'Begun', 'Papers', 'Units', 'Signals', 'Digest'],
    states: { stored: 'done', running: 'running', queued: 'queued', failed: 'failed', cancelled: 'stopped' },
    total: (done: number, all: number, papers: string) => `Done ${done} of ${all}, papers ${papers}.`,
    digest: (digest: string) => `Digest of all: ${digest}`,
    work: (subject: string, grade: number, papers: string, regions: string) =>
      `  ${subject}, grade ${grade}: papers ${papers}, schools ${regions}`,
  },
});

export const spreadSummary = {
  ru: 'анализ многих регионов несколькими узлами',
  en: 'an analysis of many regions by several nodes',
};
