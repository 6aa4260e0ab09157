import { count, formatNumber, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';

/** Words of one finding's page: headings, titles of its charts, its states. Steps and caveats have texts of their own. */

const papers: PluralForms = { one: 'работа', few: 'работы', many: 'работ' };
const papersEn: PluralForms = { one: 'paper', other: 'papers' };

const one = (value: number, language: Language) => formatNumber(value, language, { digits: 1 });

/** A tail probability as a frequency that can be pictured: «примерно один раз на 80», two figures exact. */
export function oneIn(p: number, language: Language): string {
  if (p < 0.0001) return language === 'ru' ? 'реже одного раза на 10\u202f000' : 'less often than once in 10,000';
  const rough = 1 / p;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rough)) - 1);
  const among = formatNumber(Math.round(rough / step) * step, language);
  return language === 'ru' ? `примерно один раз на ${among}` : `about once in ${among}`;
}

export const findingText = defineText({
  ru: {
    list: 'Признаки',
    ownList: 'Ваши классы',
    place: 'Где это',
    print: 'Напечатать',
    download: 'Скачать в Excel',

    reasons: 'Из чего сложился признак',
    checked: 'Что проверено',
    noReasons: 'Ни один способ проверки здесь не применялся: работ слишком мало.',
    allUsual: 'Ничего необычного не показал ни один способ проверки',
    usual: 'Остальные способы проверки ничего необычного не показали',
    missing: 'Для этих способов данных не хватило',
    noSignal: 'отличия не больше обычных',
    byChance: {
      class: (p: number) => `У честных классов такое или большее отличие бывает ${oneIn(p, 'ru')}.`,
      school: (p: number) => `У честных школ такое или большее отличие бывает ${oneIn(p, 'ru')}.`,
      municipality: (p: number) => `Без особых причин такое или большее отличие бывает ${oneIn(p, 'ru')}.`,
    },

    scores: 'Баллы',
    scoresAtBoundary: (mark: number, above: number, expected: number) =>
      `Сразу над границей отметки «${mark}» ${count(above, 'ru', papers)}, ожидалось ${one(expected, 'ru')}`,
    scoresMean: (mean: number, max: number, region: number) =>
      `Средний балл ${one(mean, 'ru')} из ${formatNumber(max, 'ru')}, по региону ${one(region, 'ru')}`,
    scoresNote: (region: string, papersOfRegion: number) =>
      `Столбцы: сколько работ набрали столько баллов. Серым: ${region}, ${count(papersOfRegion, 'ru', papers)}, в пересчёте на столько же. Пунктир: где начинаются отметки.`,
    scoresNoteNoScale: (region: string, papersOfRegion: number) =>
      `Столбцы: сколько работ набрали столько баллов. Серым: ${region}, ${count(papersOfRegion, 'ru', papers)}, в пересчёте на столько же.`,
    noScale: 'Шкала отметок этой работы не указана: границ отметок и самих отметок здесь нет.',

    papers: 'Работы',
    openPapers: 'Показать работы',
    openingPapers: 'Открываем…',
    papersNote:
      'Матрица «участник и задание» по кодам, без имён. Открытие записывается в журнал: кто, когда и какие работы смотрел.',
    noRight:
      'Матрицу работ открывают сотрудники, которым доступны результаты участников. Остальные части страницы составлены из сводных данных.',
    noPapersOfMunicipality: 'Работы муниципалитета целиком не показываются: откройте страницу школы или класса.',
    chooseClass: 'класс',
    matrixTitle: (unit: string) => `${unit}: кто какие задания решил`,
    matrixNamed: (ids: string, n: number) =>
      `Сильнее всего ${n === 1 ? 'выделяется задание' : 'выделяются задания'} ${ids}`,
    matrixNote:
      'Сверху работы с большей суммой, слева лёгкие задания. Обычно закрашенное собирается слева от ступенчатой линии; то, что выбивается вправо, стоит перечитать.',
    absentNote: (n: number) =>
      `Ещё ${count(n, 'ru', { one: 'участник отсутствовал', few: 'участника отсутствовали', many: 'участников отсутствовали' })}.`,

    tasks: 'Задания',
    tasksBetter: (ids: string, n: number) =>
      `Лучше, чем ожидается при таких суммах, ${n === 1 ? 'решено задание' : 'решены задания'} ${ids}`,
    tasksPlain: 'Что получено и что ожидается при таких суммах',
    tasksNote:
      'Точка: сколько получено, с 95-процентным интервалом. Серая черта: сколько получают на этом задании те, у кого такая же сумма баллов. Закрашены точки, у которых черта вне интервала; одна-две таких бывают и у честных классов: темы и учителя разные.',

    marks: 'Отметки',
    marksTitle: (same: number, all: number, lower: number, higher: number) =>
      `За работу и в журнале одна отметка у ${formatNumber(same, 'ru')} из ${formatNumber(all, 'ru')}; за работу ниже у ${formatNumber(lower, 'ru')}, выше у ${formatNumber(higher, 'ru')}`,
    marksNote: 'В рамке одинаковые отметки; левее рамки за работу ниже, правее выше.',
    noJournal: 'В загруженных файлах нет отметок журнала по этим работам: сравнить их с отметками за работу нельзя.',

    caveats: 'Как этот признак может ошибаться',
    blind: 'Чего эта проверка не видит',
    blindSameHelp:
      'Одинаковую помощь по всем заданиям сразу: её показывают только работа с наблюдателем и повторная проверка.',
    blindSmall: 'Небольшие отличия в маленьком классе: их не отделить от случайных.',
    steps: 'Что можно сделать',

    neighbours: 'Рядом',
    neighboursCaption: 'Другие результаты той же школы',
    noNeighbours: 'Других результатов этой школы нет.',
    unit: 'Где',
    wholeSchool: 'вся школа',
    wholeMunicipality: 'весь муниципалитет',
    sample: 'Писали',
    falseSignal: 'Ложный сигнал',

    parameters: 'Параметры расчёта',
    procedure: 'Процедура',
    work: 'Работа',
    participants: 'Работ',
    engine: 'Версия расчёта',
    analysedAt: 'Рассчитано',
    region: 'С чем сравнивали',
    regionValue: (name: string, n: number) => `${name}, ${count(n, 'ru', papers)}`,
    and: 'и',
    more: (n: number) => `ещё ${formatNumber(n, 'ru')}`,
  },
  en: {
    list: 'Signs',
    ownList: 'Your classes',
    place: 'Where this is',
    print: 'Print',
    download: 'Download as Excel',

    reasons: 'What the sign is made of',
    checked: 'What was checked',
    noReasons: 'None of the methods was applied here: there are too few papers.',
    allUsual: 'None of the methods showed anything unusual',
    usual: 'The other methods showed nothing unusual',
    missing: 'For these methods there was not enough data',
    noSignal: 'the differences are no larger than usual',
    byChance: {
      class: (p) => `Among honest classes such a difference or a larger one happens ${oneIn(p, 'en')}.`,
      school: (p) => `Among honest schools such a difference or a larger one happens ${oneIn(p, 'en')}.`,
      municipality: (p) => `Without a special reason such a difference or a larger one happens ${oneIn(p, 'en')}.`,
    },

    scores: 'Scores',
    scoresAtBoundary: (mark, above, expected) =>
      `Just above the boundary of mark ${mark} there are ${count(above, 'en', papersEn)}; ${one(expected, 'en')} were expected`,
    scoresMean: (mean, max, region) =>
      `The mean score is ${one(mean, 'en')} of ${formatNumber(max, 'en')}; in the region ${one(region, 'en')}`,
    scoresNote: (region, papersOfRegion) =>
      `Bars: how many papers have the score. Grey: ${region}, ${count(papersOfRegion, 'en', papersEn)}, scaled to the same number. Dashed: where marks begin.`,
    scoresNoteNoScale: (region, papersOfRegion) =>
      `Bars: how many papers have the score. Grey: ${region}, ${count(papersOfRegion, 'en', papersEn)}, scaled to the same number.`,
    noScale: 'No scale of marks is given for this work: there are no boundaries and no marks here.',

    papers: 'Papers',
    openPapers: 'Show the papers',
    openingPapers: 'Opening…',
    papersNote:
      'The matrix of participants and tasks by codes, without names. Opening it is written to the journal: who looked, when and at which papers.',
    noRight:
      'The matrix of papers is open to staff who may read participants’ results. The rest of this page is made of totals.',
    noPapersOfMunicipality: 'Papers of a whole municipality are not shown: open the page of a school or a class.',
    chooseClass: 'class',
    matrixTitle: (unit) => `${unit}: who solved which tasks`,
    matrixNamed: (ids, n) => (n === 1 ? `Task ${ids} stands out most` : `Tasks ${ids} stand out most`),
    matrixNote:
      'Higher totals on top, easier tasks on the left. Usually the filled cells gather left of the stepped line; what breaks out to the right is worth reading again.',
    absentNote: (n) => `${count(n, 'en', { one: 'more participant was', other: 'more participants were' })} absent.`,

    tasks: 'Tasks',
    tasksBetter: (ids, n) =>
      `${n === 1 ? `Task ${ids} is` : `Tasks ${ids} are`} solved better than such totals lead to expect`,
    tasksPlain: 'What was earned and what such totals lead to expect',
    tasksNote:
      'Dot: what was earned, with its 95% interval. Grey bar: what others with the same total earn on this task. Full dots have the bar outside the interval; one or two happen in honest classes too: topics and teachers differ.',

    marks: 'Marks',
    marksTitle: (same, all, lower, higher) =>
      `The mark for the work equals the journal’s for ${formatNumber(same, 'en')} of ${formatNumber(all, 'en')}; it is lower for ${formatNumber(lower, 'en')} and higher for ${formatNumber(higher, 'en')}`,
    marksNote: 'Equal marks are framed; left of the frame the work mark is lower, right of it higher.',
    noJournal: 'The imported files hold no journal marks for these papers: they cannot be compared with work marks.',

    caveats: 'How this sign can be wrong',
    blind: 'What this check cannot see',
    blindSameHelp: 'The same help with every task: only a work held with an observer or a second scoring shows it.',
    blindSmall: 'Small differences in a small class: they cannot be told from chance.',
    steps: 'What can be done',

    neighbours: 'Nearby',
    neighboursCaption: 'Other results of the same school',
    noNeighbours: 'There are no other results of this school.',
    unit: 'Where',
    wholeSchool: 'whole school',
    wholeMunicipality: 'whole municipality',
    sample: 'Wrote',
    falseSignal: 'False signal',

    parameters: 'Parameters',
    procedure: 'Procedure',
    work: 'Work',
    participants: 'Papers',
    engine: 'Engine version',
    analysedAt: 'Computed',
    region: 'Compared with',
    regionValue: (name, n) => `${name}, ${count(n, 'en', papersEn)}`,
    and: 'and',
    more: (n) => `${formatNumber(n, 'en')} more`,
  },
});

/** «1, 3 и 12.1», «1, 3, 4 и ещё 7»: ids of tasks in a sentence. */
export function listed(items: readonly string[], language: Language, atMost = items.length): string {
  const t = findingText[language];
  const shown = items.length > atMost ? [...items.slice(0, atMost - 1), t.more(items.length - atMost + 1)] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${t.and} ${shown[shown.length - 1]}`;
}
