import { count, plural } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const schools = { one: 'школа', few: 'школы', many: 'школ' };

/** Words of the pages of indices. */
export const text = defineText({
  ru: {
    sections: 'Индексы',
    indices: 'Индексы',
    pupils: 'Те же ученики',
    settings: 'Пороги',
    claims: 'Заявки на медаль',
    title: (name: string, year: number, share: string, numerator: string, denominator: string) =>
      `${name} ${year}: ${share}, ${numerator} из ${denominator}`,
    nothing: (name: string, year: number) => `${name} ${year}: считать пока нечего`,
    emptyTitle: 'Индексы появятся вместе с результатами',
    empty:
      'Загрузите протоколы ВПР, ОГЭ, ЕГЭ или ДКР с отметками по журналу или отметки за учебные периоды с теми же ключами учеников.',
    upload: 'Загрузить результаты',
    index: 'показатель',
    year: 'год',
    municipality: 'муниципалитет',
    municipalityColumn: 'Муниципалитет',
    any: 'любой',
    how: 'Как считается',
    numerator: 'Числитель',
    denominator: 'Знаменатель',
    formulaNote:
      'Официальная формула не опубликована, эта — наша. Индекс — повод посмотреть работы, а не вывод о школе. Учителей он не сравнивает.',
    spread: (tau: string, phi: string, units: number) =>
      `Серая полоса — обычный разброс края: случайность и естественные различия школ вместе (${tau} между школами, разброс в ${phi} раза больше случайного, по ${count(units, 'ru', { one: 'школе', few: 'школам', many: 'школам' })}). Тёмная часть вмещает 95 % школ, светлая — 99,8 %.`,
    noReference:
      'Школ с достаточным числом данных меньше десяти: сравнивать с краем не с чем, показаны только доли с интервалами.',
    minimum: (n: number) => `При знаменателе меньше ${n} вывода нет: «мало данных».`,
    thresholds: (first: string, second: string) => `Пороги этого года: I степень — ${first}; II степень — ${second}.`,
    thresholdOf: (russian: number, other: number, base: number) =>
      `русский ${russian}, другой предмет ${other} (или «${base}» по базовой математике)`,
    gapIs: (gap: number) =>
      `Считается разрыв от ${count(gap, 'ru', { one: 'отметки', few: 'отметок', many: 'отметок' })}.`,
    settingsOwn: 'Пороги заданы краем.',
    settingsShipped: 'Пороги поставляются с программой; край может задать свои.',
    toSettings: 'Пороги по годам',
    unknown: (n: number) =>
      `${count(n, 'ru', { one: 'заявка', few: 'заявки', many: 'заявок' })} без сведений о ЕГЭ: ни в числителе, ни в знаменателе их нет.`,
    outside: (n: number, total: number) =>
      n === 0
        ? `Все ${count(total, 'ru', schools)} в пределах обычного разброса края или с малым числом данных`
        : `${count(n, 'ru', schools)} из ${total} ${plural(n, 'ru', { one: 'выходит', few: 'выходят', many: 'выходят' })} за пределы обычного разброса края`,
    chartNote: 'Сплошной кружок — за широкими пределами; пунктирный — мало данных.',
    caption: 'Школы',
    captionMunicipalities: 'Муниципалитеты',
    school: 'Школа',
    share: 'Доля',
    interval: 'Интервал 95\u00a0%',
    position: 'Сравнение с краем',
    history: 'По годам',
    historyCaption: 'Значение по годам',
    yearColumn: 'Год',
    indexColumn: 'Показатель',
    toList: 'Индексы',
    toFindings: 'Признаки этой школы',
    schoolTitle: (name: string, outside: number) =>
      outside === 0
        ? `${name}: индексы в пределах обычного разброса края`
        : `${name}: ${count(outside, 'ru', { one: 'индекс', few: 'индекса', many: 'индексов' })} выше, чем обычно в крае`,
    schoolEmpty: (name: string) => `${name}: индексов пока нет`,
    regionShare: 'В крае',
    pairsTitle: 'Те же ученики по классам',
    pairsCaption: (pairing: string, kind: string, year: number) => `${kind} ${year}: ${pairing}`,
    className: 'Класс',
    subject: 'Предмет',
    pairs: 'Пар',
    matched: 'Сопоставлено',
    lowered: 'Понизили',
    confirmed: 'Подтвердили',
    raised: 'Повысили',
    meanGap: 'Средний разрыв',
    marks: 'отметок',
    little: 'мало данных',
    data: 'Данных',
    pupilsTitle: (share: string, pairs: number) =>
      `Отметку подтвердили ${share} из ${count(pairs, 'ru', { one: 'пары', few: 'пар', many: 'пар' })}`,
    pupilsNone: 'Сопоставить отметки одних и тех же учеников пока нельзя',
    pupilsLead:
      'Пара — две отметки одного ученика по одному предмету. Ученик находится по ключу школы; внутри одной процедуры ключ заменяет код участника.',
    pupilsHelp:
      'Чтобы пары нашлись, загрузите отметки за период с теми же ключами или таблицу «код участника — свой ключ».',
    pairing: 'что сравнивается',
    procedure: 'процедура',
  },
  en: {
    sections: 'Indices',
    indices: 'Indices',
    pupils: 'Same pupils',
    settings: 'Thresholds',
    claims: 'Medal claims',
    title: (name, year, share, numerator, denominator) => `${name} ${year}: ${share}, ${numerator} of ${denominator}`,
    nothing: (name, year) => `${name} ${year}: nothing to count yet`,
    emptyTitle: 'Indices come with results',
    empty:
      'Upload protocols of VPR, OGE, EGE or DKR with journal marks, or marks of terms with the same keys of pupils.',
    upload: 'Upload results',
    index: 'index',
    year: 'year',
    municipality: 'municipality',
    municipalityColumn: 'Municipality',
    any: 'any',
    how: 'How it is counted',
    numerator: 'Numerator',
    denominator: 'Denominator',
    formulaNote:
      'No official formula is published; this one is ours. An index is a reason to look at papers, not a verdict on a school. It does not compare teachers.',
    spread: (tau, phi, units) =>
      `The grey band is the usual spread of the region: chance and natural differences of schools together (${tau} between schools, ${phi} times the spread of chance, from ${count(units, 'en', { one: 'school', other: 'schools' })}). The dark part holds 95 % of schools, the light one 99.8 %.`,
    noReference:
      'Fewer than ten schools have enough data: there is nothing to compare with, only shares with intervals are shown.',
    minimum: (n) => `With a denominator below ${n} there is no conclusion: “little data”.`,
    thresholds: (first, second) => `Thresholds of this year: degree I — ${first}; degree II — ${second}.`,
    thresholdOf: (russian, other, base) =>
      `Russian ${russian}, another subject ${other} (or ${base} in base mathematics)`,
    gapIs: (gap) => `A gap counts from ${count(gap, 'en', { one: 'mark', other: 'marks' })}.`,
    settingsOwn: 'The thresholds were set by the region.',
    settingsShipped: 'The thresholds come with the program; the region may set its own.',
    toSettings: 'Thresholds by year',
    unknown: (n) =>
      `${count(n, 'en', { one: 'claim', other: 'claims' })} without known EGE: in neither numerator nor denominator.`,
    outside: (n, total) =>
      n === 0
        ? `All ${count(total, 'en', { one: 'school', other: 'schools' })} lie within the usual spread of the region or have little data`
        : `${n} of ${count(total, 'en', { one: 'school', other: 'schools' })} outside the usual spread of the region`,
    chartNote: 'A full dot lies outside the wide limits; a dashed one has little data.',
    caption: 'Schools',
    captionMunicipalities: 'Municipalities',
    school: 'School',
    share: 'Share',
    interval: '95 % interval',
    position: 'Against the region',
    history: 'By year',
    historyCaption: 'Value by year',
    yearColumn: 'Year',
    indexColumn: 'Index',
    toList: 'Indices',
    toFindings: 'Signs of this school',
    schoolTitle: (name, outside) =>
      outside === 0
        ? `${name}: indices within the usual spread of the region`
        : `${name}: ${count(outside, 'en', { one: 'index', other: 'indices' })} above what is usual in the region`,
    schoolEmpty: (name) => `${name}: no indices yet`,
    regionShare: 'In the region',
    pairsTitle: 'Same pupils by class',
    pairsCaption: (pairing, kind, year) => `${kind} ${year}: ${pairing}`,
    className: 'Class',
    subject: 'Subject',
    pairs: 'Pairs',
    matched: 'Matched',
    lowered: 'Lowered',
    confirmed: 'Confirmed',
    raised: 'Raised',
    meanGap: 'Mean gap',
    marks: 'marks',
    little: 'little data',
    data: 'Data',
    pupilsTitle: (share, pairs) =>
      `${share} of ${count(pairs, 'en', { one: 'pair', other: 'pairs' })} confirmed the mark`,
    pupilsNone: 'Marks of the same pupils cannot be matched yet',
    pupilsLead:
      "A pair is two marks of one pupil in one subject. A pupil is found by the school's key; within one procedure the participant code stands in for it.",
    pupilsHelp:
      'For pairs to be found, upload marks of a term with the same keys, or a table “participant code — own key”.',
    pairing: 'what is compared',
    procedure: 'procedure',
  },
});
