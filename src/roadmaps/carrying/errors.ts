/** Refusals of carrying out: each says what is safe and what to do. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const carryingRefusals = {
  occurrenceNotFound: {
    status: 404,
    ru: 'Такого срока у мероприятия нет. Возможно, план изменили: откройте мероприятие заново.',
    en: 'The measure has no such date. The plan may have changed: open the measure anew.',
  },
  evidenceNotFound: {
    status: 404,
    ru: 'Такого подтверждения здесь нет, или оно вам не открыто. Откройте мероприятие заново.',
    en: 'There is no such evidence here, or it is not open to you. Open the measure anew.',
  },
  planNotApproved: {
    status: 409,
    ru: 'План ещё проект. Подтверждения принимаются после его утверждения.',
    en: 'The plan is still a draft. Evidence is taken once it is approved.',
  },
  foreignPlan: {
    status: 403,
    ru: 'Это план другой организации. Подтверждения представляет она сама.',
    en: 'This plan belongs to another organisation, which hands in its evidence itself.',
  },
  noFile: {
    status: 400,
    ru: 'Файл не получен. Выберите файл и отправьте ещё раз.',
    en: 'No file arrived. Choose a file and send it again.',
  },
  oneFile: {
    status: 400,
    ru: 'За один раз представляют один файл. Ничего не сохранено: отправьте файлы по одному.',
    en: 'One file is handed in at a time. Nothing was stored: send the files one by one.',
  },
  emptyFile: {
    status: 400,
    ru: 'Файл «{name}» пустой: в нём 0 байт. Откройте его на своём компьютере, сохраните и отправьте ещё раз.',
    en: 'The file “{name}” is empty: 0 bytes. Open it on your computer, save it and send it again.',
  },
  fileTooLarge: {
    status: 413,
    ru: 'Файл «{name}» больше {megabytes} МБ и не сохранён. Уменьшите снимки, разделите файл или дайте на него ссылку.',
    en: 'The file “{name}” is larger than {megabytes} MB and was not stored. Make it smaller, split it or give a link.',
  },
  executableFile: {
    status: 400,
    ru: '«{name}» — программа, такие файлы не принимаются. Подтверждением служат документы, таблицы, снимки и архивы с ними.',
    en: '“{name}” is a program; such files are not taken. Evidence is documents, tables, pictures and archives of them.',
  },
  wordsTooLong: {
    status: 400,
    ru: 'Написано {length} знаков, а поле вмещает {most}. Ничего не сохранено: сократите или приложите файлом.',
    en: 'That is {length} characters, the field holds {most}. Nothing was stored: shorten it or attach it as a file.',
  },
  interrupted: {
    status: 400,
    ru: 'Связь прервалась, файл пришёл не целиком и не сохранён. Отправьте его ещё раз.',
    en: 'The connection broke, the file did not arrive whole and was not stored. Send it again.',
  },
  fileDamaged: {
    status: 500,
    ru: 'Файл в хранилище отличается от принятого: контрольная сумма не сходится. Сообщите администратору, исходный файл храните у себя.',
    en: 'The stored file differs from the one received: its checksum does not match. Tell the administrator and keep the original.',
  },
  badLink: {
    status: 400,
    ru: 'Ссылка должна начинаться с https:// или http://.',
    en: 'A link begins with https:// or http://.',
  },
  noteRequired: {
    status: 400,
    ru: 'Напишите, что сделано: заметка без текста ничего не подтверждает.',
    en: 'Say what was done: a note without words is evidence of nothing.',
  },
  recordNotFound: {
    status: 404,
    ru: 'Такой записи в системе нет, или она не вашей организации. Выберите её из списка заново.',
    en: 'There is no such record, or it belongs to another organisation. Choose it from the list again.',
  },
  alreadyAccepted: {
    status: 409,
    ru: 'Подтверждение этого срока уже принято. Чтобы дополнить его, попросите проверяющего вернуть принятое с замечанием.',
    en: 'The evidence for this date has been accepted. To add to it, ask the reviewer to return it with a remark.',
  },
  notDue: {
    status: 409,
    ru: 'Этот срок снят или признан ненужным: подтверждать нечего. Если нужно, верните его в работу на странице мероприятия.',
    en: 'This date was dropped or found unnecessary. Bring it back on the page of the measure if it is needed.',
  },
  handedInMeanwhile: {
    status: 409,
    ru: 'Пока вы готовили подтверждение, на этот срок уже представили «{title}» ({who}). Ваше не отправлено и осталось на странице: выберите, заменить то новой версией или оставить оба.',
    en: 'While you were preparing it, “{title}” was handed in for this date ({who}). Yours was not sent and stays on the page: choose whether it replaces that one as a new version or both are kept.',
  },
  sameAsReturned: {
    status: 409,
    ru: 'Это то же, что уже вернули с замечанием «{remark}». Представьте исправленное или объясните в пояснении, почему менять не нужно.',
    en: 'This is what was returned with the remark “{remark}”. Hand in a corrected version or explain in the note why nothing is to be changed.',
  },
  ownEvidence: {
    status: 403,
    ru: 'Своё подтверждение проверяет другой сотрудник. В вашей организации это могут: {names}.',
    en: 'Somebody else reviews your own evidence. In your organisation that is: {names}.',
  },
  remarkRequired: {
    status: 400,
    ru: 'Напишите, что исправить: без замечания вернуть нельзя.',
    en: 'Say what to mend: nothing is returned without a remark.',
  },
  alreadyReviewed: {
    status: 409,
    ru: 'Пока вы смотрели, подтверждение уже проверил другой сотрудник или его отозвали. Откройте мероприятие заново: ваше замечание не отправлено.',
    en: 'While you were looking, somebody else reviewed the evidence or it was withdrawn. Open the measure anew: your remark was not sent.',
  },
  replacedMeanwhile: {
    status: 409,
    ru: 'Пока вы проверяли, представлена новая версия. Посмотрите её: ваше замечание к прежней не отправлено.',
    en: 'While you were reviewing, a new version was handed in. Look at it: your remark on the earlier one was not sent.',
  },
  cannotWithdraw: {
    status: 409,
    ru: 'Отозвать можно только своё подтверждение и только пока оно не принято.',
    en: 'Only your own evidence can be withdrawn, and only until it is accepted.',
  },
  reasonRequired: {
    status: 400,
    ru: 'Напишите, почему мероприятие не потребовалось.',
    en: 'Say why the measure was not needed.',
  },
  occurrencesOpen: {
    status: 409,
    ru: 'Закрыты ещё не все сроки: осталось {count}. Представьте подтверждения или отметьте, что срок не потребовался.',
    en: 'Not all dates are closed: {count} left. Hand in evidence or say that a date was not needed.',
  },
  noCondition: {
    status: 400,
    ru: 'У этого мероприятия нет условия: его срок обязателен.',
    en: 'This measure has no condition: its date is binding.',
  },
  staffNotFound: {
    status: 404,
    ru: 'Такого сотрудника в вашей организации нет. Внесите его на странице «Организация».',
    en: 'There is no such member of staff in your organisation. Enter him on the page of the organisation.',
  },
  standsInForHimself: {
    status: 400,
    ru: 'Сотрудник не может замещать сам себя. Выберите двух разных людей.',
    en: 'Nobody stands in for himself. Choose two people.',
  },
  substitutionDays: {
    status: 400,
    ru: 'Последний день замещения раньше первого. Проверьте даты.',
    en: 'The last day of the substitution is before the first. Check the dates.',
  },
  accountTaken: {
    status: 409,
    ru: 'Эта учётная запись не вашей организации. Выберите другую.',
    en: 'This account does not belong to your organisation. Choose another.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(carryingRefusals);
