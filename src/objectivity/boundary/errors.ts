/** Why `obektiv boundary` does not begin. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const boundaryRefusals = {
  fileNotNamed: {
    status: 400,
    ru: 'Не указан файл. Пример: obektiv boundary histogram.csv --cuts 21',
    en: 'No file is named. Example: obektiv boundary histogram.csv --cuts 21',
  },
  oneFile: {
    status: 400,
    ru: 'Распределение читается из одного файла, указано {given}. Несколько файлов принимаются с --spec.',
    en: 'A histogram is read from one file, {given} are named. Several files are taken with --spec.',
  },
  modelNeedsSpec: {
    status: 400,
    ru: 'Модель строится по заданиям: к --model нужны файлы с работами и --spec spec.json',
    en: 'The model is made from tasks: --model needs files of papers and --spec spec.json',
  },
  cutOutside: {
    status: 400,
    ru: 'Границы {cut} в этом распределении нет: у границы должны быть баллы с обеих сторон, от 1 до {most}.',
    en: 'There is no boundary {cut} in this histogram: a boundary needs scores on both sides, 1 to {most}.',
  },
  notHistogram: {
    status: 422,
    ru: 'Это не распределение баллов. Нужны два столбца: балл и число работ, целые числа. Для файла с работами добавьте --spec spec.json',
    en: 'This is not a histogram of scores. Two columns are needed: score and number of papers, whole numbers. For a file of papers add --spec spec.json',
  },
  badRow: {
    status: 422,
    ru: 'Строка {row}: «{found}». Нужно целое число от 0 до {most}.',
    en: 'Row {row}: “{found}”. A whole number from 0 to {most} is needed.',
  },
  repeatedScore: {
    status: 422,
    ru: 'Строка {row}: балл {score} уже был. Сложите число работ в одну строку.',
    en: 'Row {row}: score {score} has been given already. Add the papers up into one row.',
  },
  tooFew: {
    status: 422,
    ru: 'Работ {papers}, баллов {scores}. Нужно не меньше {leastPapers} работ и {leastScores} разных баллов.',
    en: 'There are {papers} papers and {scores} scores. At least {leastPapers} papers and {leastScores} different scores are needed.',
  },
  referenceDiffers: {
    status: 422,
    ru: 'Образец «{path}» не подходит: в нём баллы до {found}, а в проверяемом распределении до {most}. Нужна та же работа.',
    en: 'The reference “{path}” does not fit: its scores go to {found}, those of the histogram to {most}. It must be of the same work.',
  },
} as const satisfies RefusalList;

export const refuseBoundary = refusals(boundaryRefusals);
