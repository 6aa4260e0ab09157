import { count, formatNumber, percent } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words around the methods' own texts (objectivity/methods/). */

export const methodsText = defineText({
  ru: {
    title: 'Как считаются признаки',
    lead: 'У каждого способа есть вопрос, формула, источник, наименьшая выборка и перечень того, как он может ошибаться.',
    list: 'Методы',
    markers: 'Показатели',
    markersNote: 'Каждый отвечает на свой вопрос о классе, школе или муниципалитете.',
    shared: 'Общее для всех показателей',
    sharedNote: 'Как отличие становится признаком и какова вероятность, что признак ложный.',
    validation: 'Как всё это проверено на регионах, где правда известна',
    place: 'Где это',
    answers: 'На что отвечает',
    why: 'Почему работает',
    formula: 'Формула',
    indices: 'Для класса, школы или муниципалитета u, участника p и задания i.',
    where: 'Обозначения',
    assumptions: 'Что предполагается',
    minimum: 'Наименьшая выборка',
    wrong: 'Как может ошибаться',
    limits: 'Что известно о пределах',
    sources: 'Источники',
    example: 'Пример из ваших данных',
    exampleNone: 'В доступных вам результатах сейчас нет находки, на которой этот способ виден.',
    exampleOpen: 'Открыть страницу этого признака',
    exampleOpenUnit: 'Открыть страницу этого результата',
    exampleQuiet: 'Порога сигнала это отличие не превысило.',
    exampleTogether: (n: number) =>
      `Признак несут ${count(n, 'ru', { one: 'механизм', few: 'независимых механизма', many: 'независимых механизмов' })}. Что увидел каждый показатель:`,
    looked: (looked: number, signalled: number) =>
      `Рассмотрено ${count(looked, 'ru', { one: 'результат класса', few: 'результата классов', many: 'результатов классов' })}, отмечено ${formatNumber(signalled, 'ru')}.`,
    expectedFalse: (expected: number, signalled: number) =>
      signalled === 0
        ? 'Сигналов нет, поэтому и ложных среди них нет.'
        : `Среди отмеченных ожидается ложных около ${formatNumber(expected, 'ru', { digits: 1 })}, то есть ${percent(expected / signalled, 'ru', 1)}.`,
  },
  en: {
    title: 'How signs are computed',
    lead: 'Each method has a question, a formula, a source, a smallest sample and a list of how it can be wrong.',
    list: 'Methods',
    markers: 'Markers',
    markersNote: 'Each answers a question of its own about a class, school or municipality.',
    shared: 'What all markers share',
    sharedNote: 'How a difference becomes a sign, and how probable it is that the sign is false.',
    validation: 'How all this was tested on regions whose truth is known',
    place: 'Where this is',
    answers: 'What it answers',
    why: 'Why it works',
    formula: 'Formula',
    indices: 'For a class, school or municipality u, a pupil p and a task i.',
    where: 'Symbols',
    assumptions: 'What is assumed',
    minimum: 'Smallest sample',
    wrong: 'How it can be wrong',
    limits: 'What is known of its limits',
    sources: 'Sources',
    example: 'An example from your data',
    exampleNone: 'Among the results that you can see there is at present no finding that shows this method at work.',
    exampleOpen: 'Open the page of this sign',
    exampleOpenUnit: 'Open the page of this result',
    exampleQuiet: 'This difference did not pass the limit of a signal.',
    exampleTogether: (n) =>
      `The sign is carried by ${count(n, 'en', { one: 'mechanism', other: 'independent mechanisms' })}. What each marker saw:`,
    looked: (looked, signalled) =>
      `${count(looked, 'en', { one: 'result of a class was', other: 'results of classes were' })} looked at, ${formatNumber(signalled, 'en')} marked.`,
    expectedFalse: (expected, signalled) =>
      signalled === 0
        ? 'There are no signals, so none of them is false.'
        : `Among those marked, about ${formatNumber(expected, 'en', { digits: 1 })} are expected to be false, that is ${percent(expected / signalled, 'en', 1)}.`,
  },
});
