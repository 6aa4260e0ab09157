import { count, formatNumber, percent, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of a school's page. */

const inClasses: PluralForms = { one: 'классе', few: 'классах', many: 'классах' };

export const schoolText = defineText({
  ru: {
    list: 'Признаки',
    place: 'Где это',
    signs: (school: string, n: number, of: number) =>
      `${school}: в ${n === 1 ? 'одном классе' : count(n, 'ru', inClasses)} из ${formatNumber(of, 'ru')} ${n === 1 ? 'есть признак, который' : 'есть признаки, которые'} стоит обсудить`,
    schoolSignsOnly: (school: string) => `${school}: есть признаки по школе в целом, по отдельным классам нет`,
    noSigns: (school: string) => `${school}: признаков не найдено`,
    tooFew: (school: string) => `${school}: работ слишком мало для вывода`,
    noAnalysis: (school: string) => `${school}: анализа ещё не было`,
    noResults: (school: string) => `${school}: результатов пока нет`,
    specialised:
      'Лицей, гимназия или школа с углублёнными классами: здесь результаты выше средних ожидаемы и сами по себе признаком не считаются.',
    download: 'Скачать в Excel',
    lead: 'Признак — повод посмотреть и помочь, а не вывод о чьей-то работе.',
    noResultsText: 'Когда протоколы школы загрузят, здесь появятся её работы, средние результаты и признаки.',

    works: 'Работы',
    worksCaption: 'Работы школы: средний результат рядом с регионом, участие и признаки',
    work: 'Работа',
    mean: 'Средний результат, % от наибольшего балла',
    meanKey: 'точка: школа, черта: регион',
    meanSaid: (school: number, region: number | null) =>
      region === null
        ? `школа ${percent(school / 100, 'ru')}`
        : `школа ${percent(school / 100, 'ru')}, регион ${percent(region / 100, 'ru')}`,
    took: 'Писали',
    tookOf: (written: number, all: number) =>
      written === all ? formatNumber(written, 'ru') : `${formatNumber(written, 'ru')} из ${formatNumber(all, 'ru')}`,
    absent: (n: number, share: number) => `отсутствовали ${formatNumber(n, 'ru')}, ${percent(share, 'ru')}`,
    wholeSchool: 'Вся школа',
    classes: 'Классы',
    noSignIn: (classes: string) => `${classes}: признаков\u00a0нет`,
    tooFewIn: (classes: string) => `${classes}: работ\u00a0мало`,
    notAnalysed: 'анализа не было',
  },
  en: {
    list: 'Signs',
    place: 'Where this is',
    signs: (school, n, of) =>
      `${school}: in ${formatNumber(n, 'en')} of ${count(of, 'en', { one: 'class', other: 'classes' })} ${n === 1 ? 'there is a sign' : 'there are signs'} worth discussing`,
    schoolSignsOnly: (school) => `${school}: there are signs for the school as a whole, none for single classes`,
    noSigns: (school) => `${school}: no signs found`,
    tooFew: (school) => `${school}: too few papers for a conclusion`,
    noAnalysis: (school) => `${school}: there has been no analysis yet`,
    noResults: (school) => `${school}: no results yet`,
    specialised:
      'A lyceum, a gymnasium or a school with advanced classes: results above the mean are expected here and are no sign by themselves.',
    download: 'Download as Excel',
    lead: 'A sign is a reason to look and to help, not a verdict on anyone’s work.',
    noResultsText: 'Once the school’s protocols are imported, its works, mean results and signs appear here.',

    works: 'Works',
    worksCaption: 'Works of the school: mean result beside the region, participation and signs',
    work: 'Work',
    mean: 'Mean result, % of the maximum',
    meanKey: 'dot: school, bar: region',
    meanSaid: (school, region) =>
      region === null
        ? `school ${percent(school / 100, 'en')}`
        : `school ${percent(school / 100, 'en')}, region ${percent(region / 100, 'en')}`,
    took: 'Wrote',
    tookOf: (written, all) =>
      written === all ? formatNumber(written, 'en') : `${formatNumber(written, 'en')} of ${formatNumber(all, 'en')}`,
    absent: (n, share) => `absent ${formatNumber(n, 'en')}, ${percent(share, 'en')}`,
    wholeSchool: 'Whole school',
    classes: 'Classes',
    noSignIn: (classes) => `${classes}: no\u00a0signs`,
    tooFewIn: (classes) => `${classes}: too few papers`,
    notAnalysed: 'not analysed yet',
  },
});
