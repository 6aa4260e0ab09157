/** Refusals about stored plans that more than one verb gives. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const planRefusals = {
  planNotFound: {
    status: 404,
    ru: 'Такого плана нет или он не вашей организации. Откройте список «Дорожные карты».',
    en: 'There is no such plan, or it belongs to another organisation. Open the list of roadmaps.',
  },
  measureNotFound: {
    status: 404,
    ru: 'Такого мероприятия в плане нет: возможно, его убрали. Откройте план заново.',
    en: 'There is no such measure in the plan: it may have been removed. Open the plan anew.',
  },
  planIsApproved: {
    status: 409,
    ru: 'План утверждён приказом. Чтобы изменить его, верните план в проект: история сохранится.',
    en: 'The plan is approved by an order. To change it, return it to a draft: its history stays.',
  },
  planIsClosed: {
    status: 409,
    ru: 'План закрыт: его можно только читать и печатать.',
    en: 'The plan is closed: it can be read and printed only.',
  },
  changedMeanwhile: {
    status: 409,
    ru: 'Пока вы правили, это изменил другой сотрудник. Ваш текст не потерян: сравните обе версии и выберите.',
    en: 'Somebody changed this while you were editing. Your text is not lost: compare both versions and choose.',
  },
  stepNotAllowed: {
    status: 409,
    ru: 'Из состояния «{from}» нельзя перейти в «{to}».',
    en: 'The state cannot change from “{from}” to “{to}”.',
  },
} as const satisfies RefusalList;

export const refusePlan = refusals(planRefusals);
