/** Refusals of editing plans. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const editingRefusals = {
  notYourPlan: {
    status: 403,
    ru: 'Это план другой организации: его можно читать, править может она сама.',
    en: 'This plan belongs to another organisation: you can read it, the organisation itself edits it.',
  },
  sectionNotFound: {
    status: 404,
    ru: 'Такого раздела в плане нет: возможно, его убрали. Откройте план заново.',
    en: 'There is no such section in the plan: it may have been removed. Open the plan anew.',
  },
  laterChanged: {
    status: 409,
    ru: 'Отменить нельзя: «{subject}» с тех пор правили. Отмените сначала более позднюю правку.',
    en: 'This cannot be taken back: “{subject}” was edited since. Take the later change back first.',
  },
  notUndoable: {
    status: 409,
    ru: 'Это действие не отменяется. Утверждённый план можно вернуть в проект с указанием причины.',
    en: 'This cannot be taken back. An approved plan can be returned to a draft with a reason.',
  },
  requisitesMissing: {
    status: 400,
    ru: 'Чтобы утвердить план, укажите номер приказа, дату и кто утвердил.',
    en: 'To approve the plan, give the number of the order, its day and who approved it.',
  },
  planIsEmpty: {
    status: 400,
    ru: 'В плане нет ни одного мероприятия. Добавьте их и утвердите план.',
    en: 'The plan has no measures. Add them, then approve the plan.',
  },
  reasonMissing: {
    status: 400,
    ru: 'Напишите, почему план возвращается в проект: это останется в истории.',
    en: 'Write why the plan returns to a draft: it stays in the history.',
  },
  onlyDraftRemoved: {
    status: 409,
    ru: 'Утверждённый план не удаляется. Закройте его, когда год закончится.',
    en: 'An approved plan is not removed. Close it when its year has ended.',
  },
  wordsMissing: {
    status: 400,
    ru: 'Напишите мероприятие: строка без текста не сохраняется.',
    en: 'Write the measure: a row without text is not kept.',
  },
  partyEmpty: {
    status: 400,
    ru: 'Укажите должность, человека или организацию.',
    en: 'Give a post, a person or an organisation.',
  },
  staffElsewhere: {
    status: 400,
    ru: 'Этот сотрудник работает в другой организации.',
    en: 'This person works in another organisation.',
  },
  periodReversed: {
    status: 400,
    ru: 'План кончается раньше, чем начинается. Проверьте обе даты.',
    en: 'The plan ends before it begins. Check both days.',
  },
} as const satisfies RefusalList;

export const refuseEdit = refusals(editingRefusals);
