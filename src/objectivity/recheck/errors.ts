/** Why `obektiv recheck` does not begin, and what is wrong in the rows of its file. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const recheckRefusals = {
  fileNotNamed: {
    status: 400,
    ru: 'Не указан файл. Пример: obektiv recheck recheck.csv --papers 120',
    en: 'No file is named. Example: obektiv recheck recheck.csv --papers 120',
  },
  oneFile: {
    status: 400,
    ru: 'Нужен один файл, указано {given}. Сложите перепроверенные работы в одну таблицу.',
    en: 'One file is needed, {given} are named. Put the re-scored papers into one table.',
  },
  columnMissing: {
    status: 422,
    ru: 'Нет столбца «{column}». Нужны: participant (участник), first (первый балл), second (второй балл); можно task (задание), third (третий балл), rater1, rater2, rater3 (эксперты).',
    en: 'There is no column “{column}”. Needed: participant, first, second; optional: task, third, rater1, rater2, rater3.',
  },
  noRows: {
    status: 422,
    ru: 'В таблице нет ни одной перепроверенной работы: под заголовком пусто.',
    en: 'The table has no re-scored paper: there is nothing under its heading.',
  },
  participantEmpty: {
    status: 422,
    ru: 'Строка {row}: не указан код участника.',
    en: 'Row {row}: the code of the participant is empty.',
  },
  badScore: {
    status: 422,
    ru: 'Строка {row}, «{column}»: «{found}». Нужен балл, число от 0 до {most}.',
    en: 'Row {row}, “{column}”: “{found}”. A score is needed, a number from 0 to {most}.',
  },
  repeatedAnswer: {
    status: 422,
    ru: 'Строка {row}: участник «{participant}», задание «{task}» уже есть в строке {before}. Оставьте одну из них.',
    en: 'Row {row}: participant “{participant}”, task “{task}” is already in row {before}. Keep one of them.',
  },
  populationSmall: {
    status: 400,
    ru: 'В --papers указано {given}, а перепроверено работ {found}. Укажите, сколько работ было всего.',
    en: '--papers says {given}, but {found} papers were re-scored. Say how many papers there were in all.',
  },
} as const satisfies RefusalList;

export const refuseRecheck = refusals(recheckRefusals);
