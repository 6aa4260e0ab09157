/** Why `obektiv reproduce` does not begin. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const reproduceRefusals = {
  packageNotNamed: {
    status: 400,
    ru: 'Укажите один архив. Пример: obektiv reproduce package.zip',
    en: 'Name one package. Example: obektiv reproduce package.zip',
  },
  notPackage: {
    status: 422,
    ru: 'Это не архив с расчётом признака: {reason}. Скачайте его со страницы признака.',
    en: 'This is not a package of a sign: {reason}. Download it from the page of the sign.',
  },
} as const satisfies RefusalList;

export const refuseReproduce = refusals(reproduceRefusals);
