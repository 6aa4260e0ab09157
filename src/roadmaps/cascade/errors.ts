/** Refusals of the cascade. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const cascadeRefusals = {
  notADistrict: {
    status: 400,
    ru: 'Рассылать план может муниципалитет или регион: у школы нет подчинённых организаций.',
    en: 'A plan is sent by a municipality or a region: a school has no organisations below it.',
  },
  notApproved: {
    status: 409,
    ru: 'Сначала утвердите план: школам рассылают утверждённое.',
    en: 'Approve the plan first: schools are sent what is approved.',
  },
  nothingChosen: {
    status: 400,
    ru: 'Отметьте хотя бы одну школу и хотя бы одно мероприятие.',
    en: 'Choose at least one school and one measure.',
  },
  notYourSchool: {
    status: 400,
    ru: 'Среди выбранных есть организации, которые вам не подчинены. Обновите страницу и выберите заново.',
    en: 'Some of the chosen organisations are not below yours. Reload the page and choose again.',
  },
  answered: {
    status: 409,
    ru: 'На это предложение уже ответили. Обновите страницу: там виден ответ.',
    en: 'This proposal has been answered. Reload the page to see the answer.',
  },
  remarkNeeded: {
    status: 400,
    ru: 'Напишите, почему предложение не подходит: округ увидит ваш ответ.',
    en: 'Say why the proposal does not fit: the district sees your answer.',
  },
} as const satisfies RefusalList;

export const refuseCascade = refusals(cascadeRefusals);
