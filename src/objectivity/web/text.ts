import { count, formatNumber, percent, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';

/** Words that the pages of objectivity share, and those of the list of units with signs. */

const forms = {
  papers: { one: 'работа', few: 'работы', many: 'работ' },
  absent: { one: 'отсутствовал', few: 'отсутствовали', many: 'отсутствовали' },
  signs: { one: 'признак', few: 'признака', many: 'признаков' },
  inClasses: { one: 'классе', few: 'классах', many: 'классах' },
  inOwnClasses: { one: 'вашем классе', few: 'ваших классах', many: 'ваших классах' },
  inSchools: { one: 'школе', few: 'школах', many: 'школах' },
  inMunicipalities: { one: 'муниципалитете', few: 'муниципалитетах', many: 'муниципалитетах' },
  ofSchools: { one: 'школы', few: 'школ', many: 'школ' },
  ofMunicipalities: { one: 'муниципалитета', few: 'муниципалитетов', many: 'муниципалитетов' },
  ofResults: { one: 'результата', few: 'результатов', many: 'результатов' },
  byResults: { one: 'результату', few: 'результатам', many: 'результатам' },
  papersEn: { one: 'paper', other: 'papers' },
  signsEn: { one: 'sign', other: 'signs' },
  classesEn: { one: 'class', other: 'classes' },
  ownClassesEn: { one: 'of your classes', other: 'of your classes' },
  schoolsEn: { one: 'school', other: 'schools' },
  municipalitiesEn: { one: 'municipality', other: 'municipalities' },
  resultsEn: { one: 'result', other: 'results' },
} as const satisfies Record<string, PluralForms>;

/** «в одном классе», «в 21 классе»: a single one is said in words. */
function within(n: number, single: string, forms: PluralForms): string {
  return n === 1 ? single : count(n, 'ru', forms);
}

/** «есть признак, который стоит обсудить», in the number of the units that have one. */
function worth(units: number): string {
  return units === 1 ? 'есть признак, который стоит обсудить' : 'есть признаки, которые стоит обсудить';
}

function worthEn(units: number): string {
  return units === 1 ? 'there is a sign worth discussing' : 'there are signs worth discussing';
}

/** Whole per cent say all that is known of a probability of error; the smallest are never a zero. */
function falseShare(share: number, language: Language): string {
  if (share >= 0.01) return percent(share, language);
  return language === 'ru' ? `меньше ${percent(0.01, language)}` : `under ${percent(0.01, language)}`;
}

const ofLevel = { class: 'классов', school: 'школ', municipality: 'муниципалитетов' } as const;
const ofLevelEn = { class: 'classes', school: 'schools', municipality: 'municipalities' } as const;
type Level = keyof typeof ofLevel;

export const text = defineText({
  ru: {
    work: (subject: string, grade: number) => `${subject}, ${grade}\u00a0класс`,
    papers: (n: number) => count(n, 'ru', forms.papers),
    /** Some files do not list the absent: nobody listed is then not nobody absent, and nothing is said. */
    sample: (written: number, missing: number) =>
      missing > 0
        ? `${count(written, 'ru', forms.papers)}, ${count(missing, 'ru', forms.absent)}`
        : count(written, 'ru', forms.papers),
    falseSignal: (share: number) => `вероятность, что сигнал ложный: ${falseShare(share, 'ru')}`,
    tooFew: 'работ мало для вывода',
    noSign: 'признака нет',

    inClasses: (n: number, of: number) =>
      `В ${within(n, 'одном классе', forms.inClasses)} ${of === 1 ? 'одной школы' : count(of, 'ru', forms.ofSchools)} ${worth(n)}`,
    inClassesOfSchool: (n: number) => `В ${within(n, 'одном классе', forms.inClasses)} вашей школы ${worth(n)}`,
    inOwnClasses: (n: number) => `В ${within(n, 'одном вашем классе', forms.inOwnClasses)} ${worth(n)}`,
    inSchools: (n: number, of: number) =>
      of === 1
        ? `В ${within(n, 'одной школе', forms.inSchools)} муниципалитета ${worth(n)}`
        : `В ${count(n, 'ru', forms.inSchools)} ${count(of, 'ru', forms.ofMunicipalities)} ${worth(n)}`,
    inOwnSchool: (n: number) => `По работам вашей школы ${worth(n)}`,
    inMunicipalities: (n: number) => `В ${within(n, 'одном муниципалитете', forms.inMunicipalities)} ${worth(n)}`,
    ownAmongAll: (n: number, of: number) =>
      n === 0
        ? `Ни в одном из ${count(of, 'ru', forms.ofResults)} ваших классов признаков не найдено`
        : `Признаки есть в ${formatNumber(n, 'ru')} из ${count(of, 'ru', forms.ofResults)} ваших классов`,
    ownNothing: 'В ваших классах признаков не найдено',
    many: (n: number) => `Найдено ${count(n, 'ru', forms.signs)}, которые стоит обсудить`,
    amongAll: (n: number, of: number, level: Level) =>
      n === 0
        ? `Ни в одном из ${count(of, 'ru', forms.ofResults)} ${ofLevel[level]} признаков не найдено`
        : `Признаки есть в ${formatNumber(n, 'ru')} из ${count(of, 'ru', forms.ofResults)} ${ofLevel[level]}`,
    insufficient: (n: number, level: Level) =>
      `По ${count(n, 'ru', forms.byResults)} ${ofLevel[level]} данных мало для вывода`,
    lead: 'Признак — повод посмотреть и помочь, а не вывод о чьей-то работе. Строки стоят в порядке названий.',
    leadInsufficient:
      'Здесь писали слишком мало человек: ни один способ проверки не применялся. Это не значит, что признака нет или что он есть.',

    level: 'Показаны',
    levels: { class: 'классы', school: 'школы', municipality: 'муниципалитеты' },
    ofWork: 'работа',
    allWorks: 'все',
    municipality: 'муниципалитет',
    allMunicipalities: 'все',
    mechanism: 'признак',
    anyMechanism: 'любой',
    show: 'строки',
    shows: { signalled: 'с признаками', all: 'все', insufficient: 'где мало работ' },
    search: 'Школа или муниципалитет',

    caption: {
      class: 'Классы по муниципалитетам и школам в порядке названий',
      school: 'Школы по муниципалитетам в порядке названий',
      municipality: 'Муниципалитеты в порядке названий',
    },
    columns: {
      municipality: 'Муниципалитет',
      school: 'Школа',
      work: 'Работа',
      class: 'Класс',
      sign: 'Признак',
      strength: 'Сила',
      written: 'Писали',
      absent: 'Отсутство\u00adвали',
      falseSignal: 'Вероятность, что сигнал ложный,\u00a0%',
    },
    methods: 'Как считаются признаки',
    analysedAt: (at: string) => `Анализ от ${at}`,
    firstShown: (n: number) =>
      `Показаны первые ${formatNumber(n, 'ru')}: уточните условия или скачайте все строки в Excel.`,

    notAnalysedTitle: 'Анализа ещё не было',
    notAnalysed:
      'Признаки появятся, когда протоколы загружены и по ним прошёл анализ. Он запускается сам после загрузки и занимает несколько минут.',
    toImports: 'Загрузить протоколы',
    nothingTitle: 'Признаков не найдено',
    nothingMeans:
      'Это значит: распределение баллов, решённость заданий и отметки не отличаются от остальных работ больше, чем честные классы отличаются друг от друга.',
    nothingDoesNotMean:
      'Это не значит, что всё проверено. Одинаковая помощь по всем заданиям сразу и небольшие отклонения в маленьких классах такими способами не видны.',
    showAll: 'Показать все результаты',
    noMatchTitle: 'Под эти условия ничего не подходит',
    noMatch: 'Снимите одно из условий: признаки могут быть в другой работе или у других школ.',
    clear: 'Снять условия',
    nothingSmallTitle: 'Малых выборок нет',
    missingTitle: 'Этого здесь нет, или у вас нет права это видеть',
    missing: 'Проверьте ссылку. После нового анализа признак мог исчезнуть вместе со своей страницей.',
    toList: 'К списку признаков',
    nothingSmall: 'Во всех показанных результатах работ хватило хотя бы для одного способа проверки.',
  },
  en: {
    work: (subject, grade) => `${subject}, grade\u00a0${grade}`,
    papers: (n) => count(n, 'en', forms.papersEn),
    sample: (written, missing) =>
      missing > 0
        ? `${count(written, 'en', forms.papersEn)}, ${formatNumber(missing, 'en')} absent`
        : count(written, 'en', forms.papersEn),
    falseSignal: (share) => `probability that the signal is false: ${falseShare(share, 'en')}`,
    tooFew: 'too few papers for a conclusion',
    noSign: 'no sign',

    inClasses: (n, of) =>
      `In ${count(n, 'en', forms.classesEn)} of ${of === 1 ? 'one school' : count(of, 'en', forms.schoolsEn)} ${worthEn(n)}`,
    inClassesOfSchool: (n) => `In ${count(n, 'en', forms.classesEn)} of your school ${worthEn(n)}`,
    inOwnClasses: (n) => `In ${count(n, 'en', forms.ownClassesEn)} ${worthEn(n)}`,
    inSchools: (n, of) =>
      of === 1
        ? `In ${count(n, 'en', forms.schoolsEn)} of the municipality ${worthEn(n)}`
        : `In ${count(n, 'en', forms.schoolsEn)} of ${count(of, 'en', forms.municipalitiesEn)} ${worthEn(n)}`,
    inOwnSchool: (n) => `In the works of your school ${worthEn(n)}`,
    inMunicipalities: (n) => `In ${count(n, 'en', forms.municipalitiesEn)} ${worthEn(n)}`,
    ownAmongAll: (n, of) =>
      `${n === 0 ? 'None' : formatNumber(n, 'en')} of ${count(of, 'en', forms.resultsEn)} of your classes ${n === 1 ? 'shows' : 'show'} a sign`,
    ownNothing: 'No signs found in your classes',
    many: (n) => `${count(n, 'en', forms.signsEn)} worth discussing were found`,
    amongAll: (n, of, level) =>
      `${n === 0 ? 'None' : formatNumber(n, 'en')} of ${count(of, 'en', forms.resultsEn)} of ${ofLevelEn[level]} ${n === 1 ? 'shows' : 'show'} a sign`,
    insufficient: (n, level) =>
      `For ${count(n, 'en', forms.resultsEn)} of ${ofLevelEn[level]} there are too few papers for a conclusion`,
    lead: 'A sign is a reason to look and to help, not a verdict on anyone’s work. Rows stand in the order of names.',
    leadInsufficient:
      'Too few pupils wrote here for any of the methods. This does not mean that there is a sign or that there is none.',

    level: 'Showing',
    levels: { class: 'classes', school: 'schools', municipality: 'municipalities' },
    ofWork: 'work',
    allWorks: 'all',
    municipality: 'municipality',
    allMunicipalities: 'all',
    mechanism: 'sign',
    anyMechanism: 'any',
    show: 'rows',
    shows: { signalled: 'with signs', all: 'all', insufficient: 'with too few papers' },
    search: 'School or municipality',

    caption: {
      class: 'Classes by municipality and school in the order of names',
      school: 'Schools by municipality in the order of names',
      municipality: 'Municipalities in the order of names',
    },
    columns: {
      municipality: 'Municipality',
      school: 'School',
      work: 'Work',
      class: 'Class',
      sign: 'Sign',
      strength: 'Strength',
      written: 'Wrote',
      absent: 'Absent',
      falseSignal: 'Probability that the signal is false,\u00a0%',
    },
    methods: 'How signs are computed',
    analysedAt: (at) => `Analysed ${at}`,
    firstShown: (n) =>
      `The first ${formatNumber(n, 'en')} are shown: narrow the conditions or download all rows as Excel.`,

    notAnalysedTitle: 'There has been no analysis yet',
    notAnalysed:
      'Signs appear once protocols are imported and analysed. The analysis starts by itself after an import and takes a few minutes.',
    toImports: 'Import protocols',
    nothingTitle: 'No signs found',
    nothingMeans:
      'This means that scores, results by task and marks differ from the other papers no more than honest classes differ from each other.',
    nothingDoesNotMean:
      'It does not mean that everything was checked. The same help with every task and small deviations in small classes cannot be seen in this way.',
    showAll: 'Show all results',
    noMatchTitle: 'Nothing matches these conditions',
    noMatch: 'Take off one of the conditions: there may be signs in another work or in other schools.',
    clear: 'Clear conditions',
    nothingSmallTitle: 'There are no samples that are too small',
    missingTitle: 'It is not here, or you have no right to see it',
    missing: 'Check the link. After a new analysis a sign may be gone together with its page.',
    toList: 'To the list of signs',
    nothingSmall: 'In all results shown there were enough papers for at least one method.',
  },
});
