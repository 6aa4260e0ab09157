/** Refusals of results. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const resultRefusals = {
  noFiles: {
    status: 400,
    ru: 'Файлов нет. Выберите или перетащите протоколы: XLSX, CSV или Parquet.',
    en: 'There are no files. Choose or drop protocols: XLSX, CSV or Parquet.',
  },
  fileTooLarge: {
    status: 413,
    ru: 'Файл «{name}» больше {megabytes} МБ. Разделите выгрузку по муниципалитетам.',
    en: 'The file “{name}” is larger than {megabytes} MB. Split the export by municipality.',
  },
  emptyFile: {
    status: 400,
    ru: 'Файл «{name}» пуст. Скачайте его ещё раз.',
    en: 'The file “{name}” is empty. Download it again.',
  },
  importState: {
    status: 409,
    ru: 'С этим файлом сейчас так поступить нельзя: он в состоянии «{state}». Обновите страницу.',
    en: 'This cannot be done to the file now: its state is “{state}”. Reload the page.',
  },
  importNotReady: {
    status: 409,
    ru: 'Загрузить рано: сначала ответьте на вопросы и устраните ошибки, они перечислены на странице файла.',
    en: 'It is too early to store it: answer the questions and mend the errors listed on the page of the file.',
  },
  workMismatch: {
    status: 400,
    ru: 'Эта работа не подходит к файлу: задания или их максимумы различаются.',
    en: 'This work does not fit the file: its tasks or their maxima differ.',
  },
  workExists: {
    status: 409,
    ru: 'Такая работа уже описана: {name}.',
    en: 'This work is described already: {name}.',
  },
  workHasPapers: {
    status: 409,
    ru: 'По работе уже загружены результаты: состав заданий и максимумы менять нельзя. Можно изменить вид ответа, уровень и шкалу.',
    en: 'Papers of this work are stored: its tasks and maxima cannot change. Response types, levels and the scale can.',
  },
  duplicateTask: {
    status: 400,
    ru: 'Задание «{task}» названо дважды.',
    en: 'The task “{task}” is named twice.',
  },
  scaleMismatch: {
    status: 400,
    ru: 'Шкала рассчитана на {scaleMax} баллов, а работа — на {workMax}.',
    en: 'The scale is for {scaleMax} points, the work for {workMax}.',
  },
  scaleDefect: {
    status: 400,
    ru: 'Шкалу нельзя принять: {reason}',
    en: 'The scale cannot be accepted: {reason}',
  },
  mappingNameTaken: {
    status: 409,
    ru: 'Разметка «{name}» уже есть. Выберите другое название.',
    en: 'A mapping called “{name}” exists already. Choose another name.',
  },
  classUnreadable: {
    status: 400,
    ru: 'Класс «{name}» не понят. Напишите параллель с буквой: 9А.',
    en: 'The class “{name}” is not understood. Write the grade with its letter: 9А.',
  },
  subjectCodeTaken: {
    status: 409,
    ru: 'Код «{code}» в этой системе уже есть. Измените его предмет в таблице.',
    en: 'This system has the code “{code}” already. Change its subject in the table.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(resultRefusals);
