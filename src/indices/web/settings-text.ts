import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of the pages of thresholds and of medal claims. */
export const settingsText = defineText({
  ru: {
    title: (n: number) =>
      n === 0
        ? 'Пороги индексов поставляются с программой'
        : `Пороги индексов: край задал их для ${count(n, 'ru', { one: 'года', few: 'лет', many: 'лет' })}`,
    lead: 'Пороги задаются на каждый год отдельно. Прежние версии не стираются, индексы прошлых лет считаются по порогам своего года.',
    caption: 'Пороги по годам',
    year: 'Год',
    gaps: 'Разрыв отметок: ВПР, ОГЭ, ДКР',
    minimum: 'Мало данных при знаменателе меньше',
    medal: (degree: 1 | 2) =>
      `Медаль ${degree === 1 ? 'I' : 'II'} степени: русский, другой предмет, базовая математика`,
    version: 'Версия',
    shipped: 'поставляется',
    note: 'Основание',
    change: 'Изменить',
    formTitle: (year: string) => (year ? `Пороги ${year} года` : 'Пороги года'),
    yearHint: 'Год проведения процедур, например 2026',
    gap: { vpr: 'Разрыв для ВПР, отметок', oge: 'Разрыв для ОГЭ, отметок', dkr: 'Разрыв для ДКР, отметок' },
    gapHint: 'Отметка не подтверждена, если школьная выше на столько и больше: 1, 2 или 3',
    russian: (degree: 1 | 2) => `${degree === 1 ? 'I' : 'II'} степень: балл ЕГЭ по русскому языку`,
    other: (degree: 1 | 2) => `${degree === 1 ? 'I' : 'II'} степень: балл ЕГЭ по другому предмету`,
    base: (degree: 1 | 2) => `${degree === 1 ? 'I' : 'II'} степень: отметка по базовой математике`,
    medalNote:
      'Приказ Минпросвещения от 29.09.2023 № 730 действует с выпуска 2024 года: 70 и 70 для I степени, 60 и 60 для II. Для прежних лет впишите пороги того времени.',
    noteHint: 'Например, номер и дата приказа',
    save: 'Сохранить новую версию',
    cancel: 'Не менять',
    wrong: (field: string, low: number, high: number) => `${field}: целое число от ${low} до ${high}`,
    add: 'Задать пороги года',

    claimsOfSchools: 'Заявки на медаль вносят школы',
    claimsTitle: (n: number, year: number) =>
      n === 0
        ? `Заявок на медаль ${year} года нет`
        : `${count(n, 'ru', { one: 'заявка', few: 'заявки', many: 'заявок' })} на медаль ${year} года`,
    claimsLead:
      'По одной на строку: ключ ученика и степень, 1 или 2. Имена не вписывайте. Если загружены итоговые отметки 11 класса, претенденты найдутся сами; вписанная степень важнее.',
    claimsLines: 'Ключ и степень',
    claimsHint: 'Например: 1107 1',
    claimsSave: 'Сохранить заявки',
    saved: 'Сохранено.',
  },
  en: {
    title: (n) =>
      n === 0
        ? 'Thresholds of indices come with the program'
        : `Thresholds of indices: set by the region for ${count(n, 'en', { one: 'year', other: 'years' })}`,
    lead: 'Thresholds are set for each year. Former versions stay; indices of past years use the thresholds of their year.',
    caption: 'Thresholds by year',
    year: 'Year',
    gaps: 'Gap of marks: VPR, OGE, DKR',
    minimum: 'Little data below a denominator of',
    medal: (degree) => `Medal of degree ${degree === 1 ? 'I' : 'II'}: Russian, another subject, base mathematics`,
    version: 'Version',
    shipped: 'shipped',
    note: 'Ground',
    change: 'Change',
    formTitle: (year) => (year ? `Thresholds of ${year}` : 'Thresholds of a year'),
    yearHint: 'Year of the procedures, for example 2026',
    gap: { vpr: 'Gap for VPR, marks', oge: 'Gap for OGE, marks', dkr: 'Gap for DKR, marks' },
    gapHint: 'A mark is not confirmed when the school mark is higher by so many or more: 1, 2 or 3',
    russian: (degree) => `Degree ${degree === 1 ? 'I' : 'II'}: EGE score in Russian`,
    other: (degree) => `Degree ${degree === 1 ? 'I' : 'II'}: EGE score in another subject`,
    base: (degree) => `Degree ${degree === 1 ? 'I' : 'II'}: mark of base mathematics`,
    medalNote:
      'Order of the Ministry of Education of 29.09.2023 No. 730 holds since the leavers of 2024: 70 and 70 for degree I, 60 and 60 for degree II. For earlier years write the thresholds of that time.',
    noteHint: 'For example number and date of an order',
    save: 'Save a new version',
    cancel: 'Leave as it is',
    wrong: (field, low, high) => `${field}: a whole number from ${low} to ${high}`,
    add: 'Set thresholds of a year',

    claimsOfSchools: 'Medal claims are entered by schools',
    claimsTitle: (n, year) =>
      n === 0
        ? `No medal claims of ${year}`
        : `${count(n, 'en', { one: 'medal claim', other: 'medal claims' })} of ${year}`,
    claimsLead:
      'One a line: key of the pupil and degree, 1 or 2. Do not write names. Where final marks of grade 11 were uploaded, claimants are found by themselves; a degree written here wins.',
    claimsLines: 'Key and degree',
    claimsHint: 'For example: 1107 1',
    claimsSave: 'Save the claims',
    saved: 'Saved.',
  },
});
