import { count, formatNumber, percent, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { Manipulation } from './manipulations.ts';
import type { Estimate } from './metrics.ts';
import type { GeneratorName, RegimeName } from './regimes.ts';
import type { MethodName } from './report.ts';
import type { Rule } from './rules-of-thumb.ts';

/** Words of the validation: for the command line, the document, the figure and the page. */

const schools: PluralForms = { one: 'школа', few: 'школы', many: 'школ' };
const schoolsEn: PluralForms = { one: 'school', other: 'schools' };
const regions: PluralForms = { one: 'регион', few: 'региона', many: 'регионов' };
const regionsEn: PluralForms = { one: 'region', other: 'regions' };
const seconds: PluralForms = { one: 'секунда', few: 'секунды', many: 'секунд' };
const secondsEn: PluralForms = { one: 'second', other: 'seconds' };
const threadsEn: PluralForms = { one: 'thread', other: 'threads' };

export const validationText = defineText({
  ru: {
    title: 'Проверка движка',
    methods: {
      engine: 'движок',
      rules: 'простые правила',
      oracle: 'обученный на ответах',
    } satisfies Record<MethodName, string>,
    manipulations: {
      lifting: 'баллы подняты до границы',
      rewriting: 'ответы исправлены',
      hardHelp: 'помощь на трудных заданиях',
      kindScoring: 'мягкая проверка развёрнутых',
      copying: 'списывание',
      markInflation: 'завышенные отметки журнала',
      absence: 'слабых нет на работе',
    } satisfies Record<Manipulation, string>,
    allTargets: 'все шесть вместе',
    rules: {
      mean: 'средний балл выше интервала региона',
      hardOverEasy: 'трудные лучше региона, лёгкие хуже',
      journal: 'расхождение с журналом',
      peaks: 'пики на границах отметок',
      shares: 'доли «2» и «5»',
    } satisfies Record<Rule, string>,
    generators: { first: 'основной', second: 'второй' } satisfies Record<GeneratorName, string>,
    regimes: { strong: 'сильные искажения', natural: 'естественные искажения' } satisfies Record<RegimeName, string>,
    kind: (regime: string, generator: string, strength: number) =>
      `${capital(regime)}${strength === 1 ? '' : `, доза ${formatNumber(strength, 'ru', { digits: 2 }).replace(/0$/, '')}`}; генератор ${generator}`,
    kindShort: (regime: string, generator: string) => `${regime}, генератор ${generator}`,
    method: 'Способ',
    rule: 'Правило',
    auc: 'AUC',
    power: 'Найдено искажённых',
    falseShare: 'Ложных среди сигналов',
    precision: 'Точность в первых k',
    signals: 'Сигналов',
    mechanism: 'Что сделано',
    regionKind: 'Регион',
    honestSignals: 'Сигналов: движок',
    honestMost: 'Больше всего',
    honestRules: 'Сигналов: правила',
    aucHeading: 'AUC по видам искажений',
    aucAxis: 'AUC: 0,5 — наугад, 1 — безошибочно',
    powerHeading: 'Сколько найдено и сколько из сигналов ложных',
    powerAxis: 'Доля найденных искажённых классов',
    falseAxis: 'Доля ложных среди сигналов',
    asked: 'спрошено 5\u202f%',
    absence: (auc: string, found: string, honest: string) =>
      `Слабых нет на работе (отдельный ответ, по числу отсутствующих): AUC ${auc}; «участие ниже обычного» сказано о ${found} таких классов и о ${honest} честных.`,
    honestHeading: 'Регионы, где никто ничего не делал',
    singleHeading: 'Каждое простое правило отдельно',
    progress: (share: number) => `Проверяем на смоделированных регионах… ${percent(share, 'ru')}`,
    run: (seeds: number, version: string, date: string) =>
      `Движок ${version}; ${count(seeds, 'ru', regions)} каждого вида; ${date}.`,
    region: (ofSchools: number, units: number, targets: number) =>
      `В регионе ${count(ofSchools, 'ru', schools)} и в среднем ${formatNumber(units, 'ru')} классов в пяти работах, из них искажены ${formatNumber(targets, 'ru')}.`,
    took: (spent: number, used: number) => `Времени ушло: ${count(spent, 'ru', seconds)}; потоков: ${used}.`,
    interval: 'В скобках — 95-процентный интервал среднего по регионам.',
    written: (names: string) => `Записано: ${names}`,
    stopped: 'Остановлено. Файлы не изменены.',
    figureTitle: (kind: string) => `${kind}: движок, простые правила и обученный на ответах`,
  },
  en: {
    title: 'Validation of the engine',
    methods: { engine: 'engine', rules: 'rules of thumb', oracle: 'supervised oracle' },
    manipulations: {
      lifting: 'lifted to a boundary',
      rewriting: 'answers rewritten',
      hardHelp: 'help on hard tasks',
      kindScoring: 'kind scoring of extended tasks',
      copying: 'copying',
      markInflation: 'inflated journal marks',
      absence: 'the weak are absent',
    },
    allTargets: 'all six together',
    rules: {
      mean: 'mean above the region’s interval',
      hardOverEasy: 'hard above the region, easy below',
      journal: 'marks against the journal',
      peaks: 'peaks at the boundaries of marks',
      shares: 'shares of “2” and “5”',
    },
    generators: { first: 'first', second: 'second' },
    regimes: { strong: 'strong doses', natural: 'natural doses' },
    kind: (regime, generator, strength) =>
      `${capital(regime)}${strength === 1 ? '' : `, dose ${strength}`}; ${generator} generator`,
    kindShort: (regime, generator) => `${regime}, ${generator} generator`,
    method: 'Method',
    rule: 'Rule',
    auc: 'AUC',
    power: 'Power',
    falseShare: 'False among signals',
    precision: 'Precision at k',
    signals: 'Signals',
    mechanism: 'What was done',
    regionKind: 'Region',
    honestSignals: 'Signals: engine',
    honestMost: 'Most',
    honestRules: 'Signals: rules',
    aucHeading: 'AUC by manipulation',
    aucAxis: 'AUC: 0.5 is guessing, 1 is without error',
    powerHeading: 'How many are found, and how many signals are false',
    powerAxis: 'Share of manipulated classes found',
    falseAxis: 'Share of false ones among signals',
    asked: '5% asked for',
    absence: (auc, found, honest) =>
      `The weak are absent (an answer of its own, by the number absent): AUC ${auc}; “participation below the usual” is said of ${found} of such classes and of ${honest} of the honest ones.`,
    honestHeading: 'Regions in which nobody did anything',
    singleHeading: 'Each rule of thumb alone',
    progress: (share) => `Validating on simulated regions… ${percent(share, 'en')}`,
    run: (seeds, version, date) => `Engine ${version}; ${count(seeds, 'en', regionsEn)} of each kind; ${date}.`,
    region: (ofSchools, units, targets) =>
      `A region has ${count(ofSchools, 'en', schoolsEn)} and ${formatNumber(units, 'en')} classes in five works on average, ${formatNumber(targets, 'en')} of them manipulated.`,
    took: (spent, used) => `Took ${count(spent, 'en', secondsEn)} on ${count(used, 'en', threadsEn)}.`,
    interval: 'In brackets: 95% interval of the mean over regions.',
    written: (names) => `Written: ${names}`,
    stopped: 'Stopped. No file was changed.',
    figureTitle: (kind) => `${kind}: engine, rules of thumb and supervised oracle`,
  },
});

/** «0,957 (0,951–0,963)». */
export function aucWords(estimate: Estimate | undefined, language: Language): string {
  return words(estimate, 1, (value) => formatNumber(value, language, { digits: 3 }));
}

/** «61,2 % (57,0–65,4)». */
export function shareWords(estimate: Estimate | undefined, language: Language): string {
  const bare = (value: number): string => formatNumber(100 * value, language, { digits: 1 });
  return words(estimate, 1, (value) => percent(value, language, 1), bare);
}

/** «83,4 (80,1–86,7)». */
export function countWords(estimate: Estimate | undefined, language: Language): string {
  return words(estimate, Number.POSITIVE_INFINITY, (value) => formatNumber(value, language, { digits: 1 }));
}

/** @param most the largest value that has a meaning: an interval is cut there and at zero. */
function words(
  estimate: Estimate | undefined,
  most: number,
  print: (value: number) => string,
  bound: (value: number) => string = print,
): string {
  if (estimate === undefined || estimate.regions === 0) return '—';
  if (estimate.regions === 1) return print(estimate.mean);
  return `${print(estimate.mean)} (${bound(Math.max(0, estimate.low))}–${bound(Math.min(most, estimate.high))})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
