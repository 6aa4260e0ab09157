/** Words of the official readings in Russian and English. They say what a document prints, never what we conclude. */
import type { Language } from '#src/platform/errors.ts';
import type {
  InapplicableReason,
  ItemStatus,
  OfficialMarker,
  OfficialNote,
  OfficialReading,
  OfficialRule,
  OfficialSource,
  Standing,
} from './model.ts';

type Words = Readonly<Record<Language, string>>;

interface RuleWords {
  readonly name: Words;
  /** The rule as published, in a sentence. */
  readonly rule: Words;
  /** What the value is, with its unit. */
  readonly value: Words;
}

const DOCUMENTS: Readonly<Record<OfficialSource['document'], Words>> = {
  methodology2019: {
    ru: 'ФИОКО, «Методика расчета показателя “Уровень объективности оценки образовательных результатов в субъекте Российской Федерации”», 19.04.2019',
    en: 'FIOKO, “Methodology of the indicator ‘Level of objectivity of the assessment of educational results in a region of the Russian Federation’”, 19.04.2019',
  },
  recommendations2026: {
    ru: 'ФИОКО, «Рекомендации по проведению анализа результатов ВПР», 2026',
    en: 'FIOKO, “Recommendations on the analysis of the results of VPR”, 2026',
  },
};

const RULES: Readonly<Record<OfficialRule, RuleWords>> = {
  meanInterval: {
    name: { ru: 'Завышенный средний балл', en: 'Overstated mean score' },
    rule: {
      ru: 'Доверительный интервал среднего балла школы (±1,96·s/√m) целиком лежит выше интервала региона (±1,96·S/√n).',
      en: 'The confidence interval of the school’s mean (±1.96·s/√m) lies entirely above that of the region (±1.96·S/√n).',
    },
    value: { ru: 'нижняя граница среднего школы, баллы', en: 'lower bound of the school’s mean, points' },
  },
  journalCorrelation: {
    name: { ru: 'Несоответствие результатов и школьных отметок', en: 'Results that disagree with school marks' },
    rule: {
      ru: 'Коэффициент Спирмена между отметкой по журналу и первичным баллом внутри школы, 1 − 6Σd²/(n(n²−1)), меньше нуля.',
      en: 'Spearman’s coefficient between journal mark and raw score within the school, 1 − 6Σd²/(n(n²−1)), is below zero.',
    },
    value: { ru: 'коэффициент по напечатанной формуле', en: 'coefficient by the printed formula' },
  },
  sharpRise: {
    name: { ru: 'Резкое возрастание результата', en: 'Sharp rise of the result' },
    rule: {
      ru: 'Отношение K среднего процента выполнения в одном классе к среднему проценту тех же учеников годом и классом позже меньше Q1 − 3·IQR по всем школам.',
      en: 'The ratio K of the mean percent in one grade to that of the same pupils one grade and year later is below Q1 − 3·IQR over all schools.',
    },
    value: { ru: 'отношение K', en: 'ratio K' },
  },
  sharpFall: {
    name: { ru: 'Резкое падение результата', en: 'Sharp fall of the result' },
    rule: {
      ru: 'Отношение K среднего процента выполнения в одном классе к среднему проценту тех же учеников годом и классом позже больше Q3 + 3·IQR по всем школам.',
      en: 'The ratio K of the mean percent in one grade to that of the same pupils one grade and year later is above Q3 + 3·IQR over all schools.',
    },
    value: { ru: 'отношение K', en: 'ratio K' },
  },
  basicTasks: {
    name: { ru: 'Выполнение заданий базового уровня', en: 'Completion of tasks of the basic level' },
    rule: {
      ru: 'Достаточно — от 60 %, недостаточно — ниже 57 %, пограничная зона 60 ± 3 %.',
      en: 'Sufficient from 60 %, insufficient below 57 %, border zone 60 ± 3 %.',
    },
    value: {
      ru: 'доля заданий уровня с недостаточным выполнением, %',
      en: 'share of the level’s tasks that are insufficient, %',
    },
  },
  raisedTasks: {
    name: {
      ru: 'Выполнение заданий повышенного и высокого уровня',
      en: 'Completion of tasks of the raised and high levels',
    },
    rule: {
      ru: 'Достаточно — от 30 %, недостаточно — ниже 28,5 %, пограничная зона 30 ± 1,5 %.',
      en: 'Sufficient from 30 %, insufficient below 28.5 %, border zone 30 ± 1.5 %.',
    },
    value: {
      ru: 'доля заданий уровня с недостаточным выполнением, %',
      en: 'share of the level’s tasks that are insufficient, %',
    },
  },
  markGap: {
    name: { ru: 'Расхождение с журналом на две отметки и больше', en: 'Two marks and more away from the journal' },
    rule: {
      ru: 'Расхождение отметки за работу и отметки по журналу на 2 и больше подлежит анализу.',
      en: 'A difference of 2 and more between the mark of the work and the journal mark is to be analysed.',
    },
    value: { ru: 'доля участников с таким расхождением, %', en: 'share of pupils with such a difference, %' },
  },
  marksAgainstJournal: {
    name: { ru: 'Сравнение отметок с журналом', en: 'Marks against the journal' },
    rule: {
      ru: 'Понизили (отметка ниже журнальной), подтвердили, повысили — доли участников. Порога документ не устанавливает.',
      en: 'Lowered (mark below the journal’s), confirmed, raised: shares of pupils. The document sets no threshold.',
    },
    value: { ru: 'доля подтвердивших отметку, %', en: 'share of confirmed marks, %' },
  },
  histogram: {
    name: { ru: 'Информативность гистограммы первичных баллов', en: 'Informativeness of the histogram of raw scores' },
    rule: {
      ru: 'Информативна от 50 работ; минимум — 20–30; менее 20 — ограниченно.',
      en: 'Informative from 50 papers; 20 to 30 at least; below 20 of limited use.',
    },
    value: { ru: 'число работ', en: 'number of papers' },
  },
  boundaryPeaks: {
    name: { ru: 'Пики на границах отметок', en: 'Peaks at boundaries of marks' },
    rule: {
      ru: 'Пик на границе отметки — возможный маркер, требующий дополнительного анализа. Числа документ не даёт: показаны границы, где работ больше, чем при обоих соседних баллах.',
      en: 'A peak at a boundary of marks is a possible marker that needs further analysis. The document gives no number: shown are boundaries with more papers than at either neighbouring score.',
    },
    value: { ru: 'число границ с пиком', en: 'number of boundaries with a peak' },
  },
  groups: {
    name: { ru: 'Численность групп', en: 'Size of groups' },
    rule: {
      ru: 'Анализ по группам участников — от 10 человек в группе.',
      en: 'Groups of pupils are analysed from 10 in a group.',
    },
    value: { ru: 'число классов, где участников достаточно', en: 'number of classes with enough participants' },
  },
  lowMarkGrowth: {
    name: { ru: 'Динамика доли отметок «2»', en: 'Growth of the share of mark “2”' },
    rule: {
      ru: 'Рост доли «2» за 3–5 лет на 10 процентных пунктов и больше — отрицательная динамика.',
      en: 'Growth of the share of “2” over 3 to 5 years by 10 percentage points and more is negative dynamics.',
    },
    value: { ru: 'изменение доли «2», процентные пункты', en: 'change of the share of “2”, percentage points' },
  },
};

const MARKERS: Readonly<Record<OfficialMarker, Words>> = {
  meanRu4: { ru: 'Завышенный средний балл: ВПР, русский язык, 4 класс', en: 'Overstated mean: VPR, Russian, grade 4' },
  meanMa4: {
    ru: 'Завышенный средний балл: ВПР, математика, 4 класс',
    en: 'Overstated mean: VPR, mathematics, grade 4',
  },
  meanRu5: { ru: 'Завышенный средний балл: ВПР, русский язык, 5 класс', en: 'Overstated mean: VPR, Russian, grade 5' },
  meanMa5: {
    ru: 'Завышенный средний балл: ВПР, математика, 5 класс',
    en: 'Overstated mean: VPR, mathematics, grade 5',
  },
  meanOgeRu: { ru: 'Завышенный средний балл: ОГЭ, русский язык', en: 'Overstated mean: OGE, Russian' },
  meanOgeMa: { ru: 'Завышенный средний балл: ОГЭ, математика', en: 'Overstated mean: OGE, mathematics' },
  journalRu4: { ru: 'Несоответствие отметкам: русский язык, 4 класс', en: 'Disagreement with marks: Russian, grade 4' },
  journalMa4: {
    ru: 'Несоответствие отметкам: математика, 4 класс',
    en: 'Disagreement with marks: mathematics, grade 4',
  },
  journalRu5: { ru: 'Несоответствие отметкам: русский язык, 5 класс', en: 'Disagreement with marks: Russian, grade 5' },
  journalMa5: {
    ru: 'Несоответствие отметкам: математика, 5 класс',
    en: 'Disagreement with marks: mathematics, grade 5',
  },
  riseRu: { ru: 'Резкое возрастание от 4 к 5 классу: русский язык', en: 'Sharp rise from grade 4 to 5: Russian' },
  riseMa: { ru: 'Резкое возрастание от 4 к 5 классу: математика', en: 'Sharp rise from grade 4 to 5: mathematics' },
  fallRu: { ru: 'Резкое падение от 4 к 5 классу: русский язык', en: 'Sharp fall from grade 4 to 5: Russian' },
  fallMa: { ru: 'Резкое падение от 4 к 5 классу: математика', en: 'Sharp fall from grade 4 to 5: mathematics' },
};

const STANDINGS: Readonly<Record<Standing, Words>> = {
  marker: { ru: 'один из 14 опубликованных маркеров', en: 'one of the 14 published markers' },
  sameRule: {
    ru: 'по тому же правилу; в официальный перечень из 14 маркеров не входит',
    en: 'by the same rule; not on the official list of 14 markers',
  },
  recommendation: { ru: 'показатель из рекомендаций', en: 'a reading of the recommendations' },
};

const REASONS: Readonly<Record<InapplicableReason, Words>> = {
  noAdministration: {
    ru: 'Результатов этой работы нет в системе.',
    en: 'The results of this work are not in the system.',
  },
  noEarlierGrade: {
    ru: 'Нет результатов тех же учеников классом и годом раньше.',
    en: 'There are no results of the same pupils one grade and one year earlier.',
  },
  noLaterGrade: {
    ru: 'Нет результатов тех же учеников классом и годом позже.',
    en: 'There are no results of the same pupils one grade and one year later.',
  },
  schoolNotInBoth: {
    ru: 'У школы есть результаты только одного из двух лет.',
    en: 'The school has results of only one of the two years.',
  },
  noYear: { ru: 'По названию процедуры не виден год.', en: 'The name of the procedure tells no year.' },
  tooFewParticipants: {
    ru: 'Формуле нужны хотя бы двое участников.',
    en: 'The formula needs two participants at least.',
  },
  noJournalMarks: { ru: 'Нет отметок по журналу.', en: 'There are no journal marks.' },
  noScale: {
    ru: 'Нет шкалы: отметки за работу не вычислены.',
    en: 'There is no scale: marks of the work are not computed.',
  },
  noTaskLevels: {
    ru: 'В описании работы нет заданий с таким уровнем сложности.',
    en: 'The description of the work has no tasks of this level of difficulty.',
  },
  noEarlierYears: {
    ru: 'Нужны отметки хотя бы за три года этой же работы.',
    en: 'Marks of at least three years of the same work are needed.',
  },
  zeroMean: { ru: 'Средний результат позднего года равен нулю.', en: 'The mean result of the later year is zero.' },
};

const NOTES: Readonly<Record<OfficialNote, Words>> = {
  smallGroup: {
    ru: 'Участников меньше десяти: вывод не делается.',
    en: 'Fewer than ten participants: no conclusion is drawn.',
  },
  limitedHistogram: {
    ru: 'Работ меньше двадцати: гистограмма информативна ограниченно.',
    en: 'Fewer than twenty papers: the histogram is of limited use.',
  },
  noPublishedMinimum: {
    ru: 'Наименьшего числа участников документ не устанавливает.',
    en: 'The document sets no smallest number of participants.',
  },
  flagsMany: {
    ru: 'На настоящих результатах правило отмечает от 13 до 33 % школ: оно не учитывает, что школы и без того различаются.',
    en: 'On real results the rule flags 13 to 33 % of schools: it does not allow for schools that differ anyway.',
  },
  flagsHardlyAny: {
    ru: 'На настоящих результатах правило не отмечает почти никого.',
    en: 'On real results the rule flags hardly any school.',
  },
  tiesInvalidate: {
    ru: 'Напечатанная формула верна только без одинаковых значений, а отметок всего четыре. Рядом стоит коэффициент с поправкой; отмечено по напечатанной формуле.',
    en: 'The printed formula holds only without equal values, and there are only four marks. The corrected coefficient stands beside it; the flag follows the printed formula.',
  },
  noPublishedNumber: {
    ru: 'Числового порога документ не даёт.',
    en: 'The document gives no numeric threshold.',
  },
  regionHeapsToo: {
    ru: 'Границы отметок выделяются и по региону в целом: сравните с его долей.',
    en: 'Boundaries of marks stand out in the region as a whole too: compare with its share.',
  },
  quantilesNotPublished: {
    ru: 'Способ расчёта квартилей документ не называет; взят тот, что в электронных таблицах.',
    en: 'The document does not say how quartiles are taken; here as in spreadsheets.',
  },
};

const STATUSES: Readonly<Record<ItemStatus, Words>> = {
  sufficient: { ru: 'достаточно', en: 'sufficient' },
  border: { ru: 'пограничная зона', en: 'border zone' },
  insufficient: { ru: 'недостаточно', en: 'insufficient' },
  peak: { ru: 'пик', en: 'peak' },
  noPeak: { ru: 'пика нет', en: 'no peak' },
  enough: { ru: 'достаточно участников', en: 'enough participants' },
  tooFew: { ru: 'участников мало', en: 'too few participants' },
  year: { ru: 'доля «2»', en: 'share of “2”' },
};

const DISCLAIMER: Words = {
  ru: 'Вычислено по опубликованному документу и не является нашим выводом. Действующее официальное правило отбора школ не опубликовано, и официальный перечень может быть другим.',
  en: 'Computed by a published document; it is not a conclusion of ours. The rule by which schools are listed today is not published, and the official list may differ.',
};

export const officialText = {
  heading: { ru: 'Показатели по официальным документам', en: 'Readings by official documents' } satisfies Words,
  disclaimer: DISCLAIMER,
  flagged: { ru: 'условие выполнено', en: 'the condition holds' } satisfies Words,
  notFlagged: { ru: 'условие не выполнено', en: 'the condition does not hold' } satisfies Words,
  rules: RULES,
  markers: MARKERS,
  standings: STANDINGS,
  reasons: REASONS,
  notes: NOTES,
  statuses: STATUSES,
  documents: DOCUMENTS,
} as const;

/** Name of a reading: of the official marker, or of the rule. */
export function readingName({ id, rule }: Pick<OfficialReading, 'id' | 'rule'>, language: Language): string {
  return id in MARKERS ? MARKERS[id as OfficialMarker][language] : RULES[rule].name[language];
}

/** The document and the place in it. */
export function sourceText({ document, place }: OfficialSource, language: Language): string {
  const formula = place.startsWith('(');
  const where = { ru: formula ? `формула ${place}` : `с. ${place}`, en: formula ? `formula ${place}` : `p. ${place}` };
  return `${DOCUMENTS[document][language]}, ${where[language]}`;
}

/** Rules whose value and threshold are one quantity; of the others the rule itself says what is bounded. */
const COMPARED: ReadonlySet<OfficialRule> = new Set([
  'meanInterval',
  'journalCorrelation',
  'sharpRise',
  'sharpFall',
  'lowMarkGrowth',
]);

/**
 * What a reading says, in a sentence or two: the figure beside its threshold, or why there is none. «Нижняя граница среднего
 * школы, баллы: 15,2; порог 14,1. Условие выполнено.»
 */
export function readingText(reading: OfficialReading, language: Language): string {
  if (reading.reason !== null) return REASONS[reading.reason][language];
  const number = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 2 });
  const { rule, value, threshold, numerator, denominator, flagged } = reading;
  const share = numerator === null || denominator === null ? '' : ` (${of(numerator, denominator, language)})`;
  const bound =
    threshold === null || !COMPARED.has(rule)
      ? ''
      : `; ${language === 'ru' ? 'порог' : 'threshold'} ${number.format(threshold)}`;
  const corrected =
    reading.figures.corrected === undefined
      ? ''
      : `; ${language === 'ru' ? 'с поправкой на одинаковые значения' : 'corrected for equal values'} ${number.format(reading.figures.corrected)}`;
  const figure = `${capital(RULES[rule].value[language])}: ${value === null ? '—' : number.format(value)}${share}${bound}${corrected}.`;
  if (flagged === null) return figure;
  return `${figure} ${capital((flagged ? officialText.flagged : officialText.notFlagged)[language])}.`;
}

function of(numerator: number, denominator: number, language: Language): string {
  return language === 'ru' ? `${numerator} из ${denominator}` : `${numerator} of ${denominator}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
