import { defineText } from '#src/platform/ui/i18n.ts';

/** Names of the sections of the site, in the order of the rail. */
export const text = defineText({
  ru: {
    today: 'Что сделать',
    results: 'Результаты',
    findings: 'Признаки',
    indices: 'Индексы',
    plans: 'Дорожные карты',
    organization: 'Организация',
    jobs: 'Задачи',
    audit: 'Журнал',
    accounts: 'Учётные записи',
    works: 'Работы',
    scales: 'Шкалы отметок',
    upload: 'Загрузить протоколы',
    methods: 'Методы: как считаются признаки',
    account: 'Моя учётная запись',
  },
  en: {
    today: 'To do',
    results: 'Results',
    findings: 'Signs',
    indices: 'Indices',
    plans: 'Roadmaps',
    organization: 'Organisation',
    jobs: 'Jobs',
    audit: 'Journal',
    accounts: 'Accounts',
    works: 'Works',
    scales: 'Scales of marks',
    upload: 'Upload protocols',
    methods: 'Methods: how signs are computed',
    account: 'My account',
  },
});
