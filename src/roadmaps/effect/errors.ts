/** Refusals of naming what a measure answers to. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const effectRefusals = {
  aimNotFound: {
    status: 404,
    ru: 'Такой записи у мероприятия нет: возможно, её уже убрали. Откройте мероприятие заново.',
    en: 'The measure has no such record: it may have been removed. Open the measure anew.',
  },
  subjectNotFound: {
    status: 404,
    ru: 'Этого признака, класса или индекса нет среди результатов вашей организации. Найдите его в списке ещё раз.',
    en: 'This sign, class or index is not among the results of your organisation. Find it in the list again.',
  },
  noFigures: {
    status: 409,
    ru: 'По этому пока нет показателей, сравнивать будет не с чем. Загрузите результаты или укажите, почему измерить нельзя.',
    en: 'There are no figures of this yet, so there would be nothing to compare with. Upload results or say why nothing can be measured.',
  },
  notSignalled: {
    status: 409,
    ru: 'Здесь признака нет. Выберите признак из списка или назовите класс.',
    en: 'There is no sign here. Choose a sign from the list or name the class.',
  },
  alreadyNamed: {
    status: 409,
    ru: 'Это уже названо у мероприятия. Показатели «было» взяты тогда и не меняются.',
    en: 'This is already named for the measure. Its first figures were taken then and do not change.',
  },
  alreadyMeasured: {
    status: 409,
    ru: 'У мероприятия названо, чем измерить его эффект. Сначала уберите это, затем укажите, почему измерить нельзя.',
    en: 'The measure names what its effect is measured by. Take that away first, then say why nothing can be measured.',
  },
  reasonNeeded: {
    status: 400,
    ru: 'Напишите, почему эффект измерить нельзя.',
    en: 'Write why the effect cannot be measured.',
  },
} as const satisfies RefusalList;

export const refuseEffect = refusals(effectRefusals);
