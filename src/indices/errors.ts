/** Refusals of indices. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const indexRefusals = {
  claimUnreadable: {
    status: 400,
    ru: 'Строка {row} не понята: «{found}». Нужен ключ ученика и степень, 1 или 2, например «1107 1».',
    en: 'Row {row} is not understood: “{found}”. A key of a pupil and a degree, 1 or 2, are needed, for example “1107 1”.',
  },
  claimNames: {
    status: 400,
    ru: 'В строке {row} стоит имя. Впишите ключ ученика: имена в системе не хранятся.',
    en: 'Row {row} holds a name. Write the key of the pupil: names are not kept.',
  },
  claimRepeated: {
    status: 400,
    ru: 'Ключ «{found}» стоит дважды, строка {row}. Оставьте одну.',
    en: 'The key “{found}” stands twice, row {row}. Leave one.',
  },
  notSchool: {
    status: 400,
    ru: 'Заявки на медаль вносит школа.',
    en: 'Medal claims are entered by a school.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(indexRefusals);
