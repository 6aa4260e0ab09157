/** Refusals about plans on their way in. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const intakeRefusals = {
  noPlanFile: {
    status: 400,
    ru: 'Файл не выбран. Перетащите план в окно или выберите его на диске.',
    en: 'No file was chosen. Drop the plan into the window or choose it on the disk.',
  },
  planFileEmpty: {
    status: 400,
    ru: 'Файл «{name}» пуст: в нём 0 байт. Откройте его на своём компьютере, сохраните ещё раз и загрузите снова.',
    en: 'The file “{name}” is empty: 0 bytes. Open it on your computer, save it again and load it anew.',
  },
  planFileTooLarge: {
    status: 413,
    ru: 'Файл «{name}» больше {megabytes} МБ. План с таким весом обычно содержит фотографии: уберите их или сохраните только таблицу.',
    en: 'The file “{name}” is larger than {megabytes} MB. Such a plan usually holds photographs: take them out or save the table alone.',
  },
  nothingPasted: {
    status: 400,
    ru: 'Вставлять пока нечего: скопируйте таблицу плана и вставьте её в поле.',
    en: 'There is nothing to paste yet: copy the table of the plan and paste it into the field.',
  },
  intakeNotFound: {
    status: 404,
    ru: 'Такого файла плана нет или он не вашей организации. Откройте «Дорожные карты».',
    en: 'There is no such plan file, or it belongs to another organisation. Open “Roadmaps”.',
  },
  intakeState: {
    status: 409,
    ru: 'С этим файлом уже нельзя этого сделать: план из него сохранён или файл отложен. Обновите страницу.',
    en: 'This can no longer be done with the file: its plan is saved or it was put aside. Reload the page.',
  },
  draftIncomplete: {
    status: 422,
    ru: 'План пока нельзя сохранить: {found}.',
    en: 'The plan cannot be saved yet: {found}.',
  },
  draftBroken: {
    status: 400,
    ru: 'Правки пришли неполными и не записаны. Обновите страницу: сохранённое раньше не потеряно.',
    en: 'The edits arrived incomplete and were not stored. Reload the page: what was stored before is not lost.',
  },
} as const satisfies RefusalList;

export const refuseIntake = refusals(intakeRefusals);
