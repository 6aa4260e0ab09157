/** Refusals of access. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const accessRefusals = {
  wrongCredentials: {
    status: 401,
    ru: 'Логин или пароль не подошли. Проверьте раскладку и регистр букв.',
    en: 'The login or the password did not match. Check the keyboard layout and letter case.',
  },
  wrongCurrentPassword: {
    status: 400,
    ru: 'Нынешний пароль не подошёл. Проверьте раскладку и регистр букв.',
    en: 'The current password did not match. Check the keyboard layout and letter case.',
  },
  accountDisabled: {
    status: 403,
    ru: 'Учётная запись отключена. Обратитесь к администратору вашей организации.',
    en: 'This account is disabled. Ask the administrator of your organisation.',
  },
  noRole: {
    status: 403,
    ru: 'У учётной записи нет действующей роли. Обратитесь к администратору вашей организации.',
    en: 'This account has no current role. Ask the administrator of your organisation.',
  },
  weakPassword: {
    status: 400,
    ru: 'Пароль короче {length} знаков. Возьмите три-четыре несвязанных слова.',
    en: 'The password is shorter than {length} characters. Use three or four unrelated words.',
  },
  passwordIsLogin: {
    status: 400,
    ru: 'Пароль не должен совпадать с логином.',
    en: 'The password must not be the login.',
  },
  loginTaken: {
    status: 409,
    ru: 'Логин «{login}» уже занят. Выберите другой.',
    en: 'The login “{login}” is taken. Choose another.',
  },
  roleDoesNotFit: {
    status: 400,
    ru: 'Такую роль нельзя дать в организации этого вида.',
    en: 'This role cannot be held in an organisation of this kind.',
  },
  classesRequired: {
    status: 400,
    ru: 'Укажите хотя бы один класс: учитель видит результаты только своих классов.',
    en: 'Choose at least one class: a teacher sees the results of own classes only.',
  },
  ownAccount: {
    status: 400,
    ru: 'Отключить себя, сменить себе пароль здесь или снять с себя роль нельзя: пароль меняют на странице «Моя учётная запись», остальное делает другой администратор.',
    en: 'You cannot disable yourself, set your own password here or end your own role: the password is changed on the page of your account, the rest is done by another administrator.',
  },
  setupDone: {
    status: 409,
    ru: 'Первая учётная запись уже создана. Войдите.',
    en: 'The first account is there already. Sign in.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(accessRefusals);
