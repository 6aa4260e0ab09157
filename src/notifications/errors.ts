/** Refusals of notices. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const noticeRefusals = {
  settingsChanged: {
    status: 409,
    ru: 'Настройки изменены в другом окне. Обновите страницу и внесите их снова.',
    en: 'The settings were changed in another window. Reload the page and enter them again.',
  },
  mailNotSetUp: {
    status: 409,
    ru: 'Почта на этом сервере не настроена. Попросите администратора указать адрес почтового сервера (OBEKTIV_SMTP_URL).',
    en: 'Mail is not set up on this server. Ask the administrator to name the mail server (OBEKTIV_SMTP_URL).',
  },
  noAddress: {
    status: 400,
    ru: 'Сначала укажите и сохраните адрес почты.',
    en: 'Enter and save an e-mail address first.',
  },
  mailRefused: {
    status: 502,
    ru: 'Почтовый сервер не принял письмо: {reason}',
    en: 'The mail server refused the letter: {reason}',
  },
} as const satisfies RefusalList;

export const refuseNotice = refusals(noticeRefusals);
