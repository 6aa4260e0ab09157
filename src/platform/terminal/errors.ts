/** Why a command line is not understood. Details: `option` as typed, `nearest` the name that was probably meant. */
import { type RefusalList, refusals } from '../errors.ts';

export const terminalRefusals = {
  commandMissing: {
    status: 400,
    ru: 'Не указана команда. Список команд: obektiv --help',
    en: 'No command is given. For a list of commands: obektiv --help',
  },
  commandUnknown: {
    status: 400,
    ru: 'Команды «{command}» нет. Ближе всего «{nearest}». Список команд: obektiv --help',
    en: 'There is no command “{command}”. The nearest is “{nearest}”. For a list of commands: obektiv --help',
  },
  optionUnknown: {
    status: 400,
    ru: 'Параметра «{option}» нет. Ближе всего «{nearest}». Все параметры: --help',
    en: 'There is no option “{option}”. The nearest is “{nearest}”. For all options: --help',
  },
  optionNeedsValue: {
    status: 400,
    ru: 'После «{option}» нужно значение. Все параметры: --help',
    en: '“{option}” needs a value. For all options: --help',
  },
  optionTakesNoValue: {
    status: 400,
    ru: 'Параметр «{option}» пишется без значения. Все параметры: --help',
    en: '“{option}” takes no value. For all options: --help',
  },
  optionRepeated: {
    status: 400,
    ru: 'Параметр «{option}» указан несколько раз. Оставьте один.',
    en: '“{option}” is given more than once. Leave one of them.',
  },
  optionValueUnknown: {
    status: 400,
    ru: 'Для «{option}» указано «{found}», допустимо: {allowed}.',
    en: '“{option}” is “{found}”, allowed: {allowed}.',
  },
  fileMissing: {
    status: 404,
    ru: 'Файла «{path}» нет. Проверьте путь.',
    en: 'There is no file “{path}”. Check the path.',
  },
  fileIsFolder: {
    status: 404,
    ru: '«{path}» — папка, а нужен файл. Укажите файлы в ней.',
    en: '“{path}” is a folder, and a file is needed. Name the files in it.',
  },
  fileIsStream: {
    status: 404,
    ru: '«{path}» — не обычный файл. Сохраните данные в файл и укажите его.',
    en: '“{path}” is not an ordinary file. Save the data to a file and name it.',
  },
  fileUnreadable: {
    status: 404,
    ru: 'Файл «{path}» не читается: нет прав. Откройте доступ к нему или скопируйте его к себе.',
    en: 'The file “{path}” cannot be read: no permission. Allow access to it or make a copy of your own.',
  },
  fileUnwritable: {
    status: 404,
    ru: 'В файл «{path}» нельзя записать. Проверьте, что папка есть и в неё разрешено писать.',
    en: 'The file “{path}” cannot be written. Check that its folder exists and may be written to.',
  },
  outputFailed: {
    status: 507,
    ru: 'Запись прервалась ({found}). Проверьте, есть ли место на диске, и повторите.',
    en: 'Writing stopped ({found}). Check that the disk has room and try again.',
  },
} as const satisfies RefusalList;

export const refuseTerminal = refusals(terminalRefusals);
