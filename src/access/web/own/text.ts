import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of the page of the own account. */
export const text = defineText({
  ru: {
    title: (name: string, role: string, organization: string) => `Вы вошли как ${name}: ${role}, ${organization}`,
    lead: (login: string, minutes: number) =>
      `Логин ${login}. Если ничего не делать ${minutes} минут, сеанс закончится, черновики сохранятся.`,
    roles: 'В какой роли работать',
    rolesHint: 'От роли зависит, какие организации и действия вам открыты.',
    role: (role: string, organization: string) => `${role}, ${organization}`,
    choose: 'Перейти в эту роль',
    preferences: 'Язык и оформление',
    password: 'Пароль',
    passwordHint: 'После смены все другие сеансы под вашим именем закончатся.',
    current: 'Нынешний пароль',
    next: 'Новый пароль',
    nextHint: (n: number) => `Не короче ${n} знаков. Удобнее всего несколько слов подряд`,
    change: 'Сменить пароль',
    changed: 'Пароль изменён.',
    noCurrent: 'Напишите нынешний пароль',
    wrongCurrent: 'Нынешний пароль не подошёл. Проверьте раскладку и регистр букв.',
    shortNext: (n: number) => `Новый пароль должен быть не короче ${n} знаков`,
    offline: 'Нет связи с сервером. Повторите.',
  },
  en: {
    title: (name, role, organization) => `You are signed in as ${name}: ${role}, ${organization}`,
    lead: (login, minutes) =>
      `Login ${login}. After ${minutes} minutes without doing anything the session ends; drafts are kept.`,
    roles: 'In which role to work',
    rolesHint: 'The role decides which organisations and actions are open to you.',
    role: (role, organization) => `${role}, ${organization}`,
    choose: 'Go on in this role',
    preferences: 'Language and appearance',
    password: 'Password',
    passwordHint: 'After the change all other sessions under your name end.',
    current: 'Present password',
    next: 'New password',
    nextHint: (n) => `At least ${n} characters. Several words in a row work best`,
    change: 'Change the password',
    changed: 'The password was changed.',
    noCurrent: 'Write the present password',
    wrongCurrent: 'The present password did not match. Check the keyboard layout and letter case.',
    shortNext: (n) => `The new password must have at least ${n} characters`,
    offline: 'The server cannot be reached. Try again.',
  },
});
