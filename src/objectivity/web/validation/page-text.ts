import { defineText } from '#src/platform/ui/i18n.ts';

export const pageText = defineText({
  ru: {
    lead: 'Что движок находит и как часто ошибается там, где правда известна: на смоделированных регионах, рядом с простыми правилами.',
    title: 'Проверка движка',
    linkBefore: 'Сколько движок находит и как часто ошибается там, где правда известна:',
    link: 'последняя проверка на смоделированных регионах',
    place: 'Раздел',
    methods: 'Методы',
    which: 'Какие регионы показать',
    results: 'Что получилось',
    honest: 'Где искать нечего',
    rules: 'Правила по одному',
    data: 'Как это сделано',
    again: 'Повторить: npx obektiv validate --seeds 20 --out docs. Подробности — в docs/validation.md.',
    found: (engine: string, rules: string) => `Движок нашёл искажённых классов: ${engine}, простые правила — ${rules}.`,
    falseSignals: (engine: string, rules: string) =>
      `Из сигналов движка ложны ${engine}, из сигналов простых правил — ${rules}.`,
    noRun: 'Проверку ещё не запускали',
    noRunHint: 'Выполните npx obektiv validate --out docs: результаты появятся здесь после сборки.',
  },
  en: {
    lead: 'What the engine finds and how often it errs where the truth is known: on simulated regions, beside the rules of thumb.',
    title: 'Validation of the engine',
    linkBefore: 'How much the engine finds and how often it errs where the truth is known:',
    link: 'the last validation on simulated regions',
    place: 'Place',
    methods: 'Methods',
    which: 'Which regions to show',
    results: 'Results',
    honest: 'Where there is nothing to find',
    rules: 'Rules one by one',
    data: 'How it is done',
    again: 'To repeat: npx obektiv validate --seeds 20 --out docs. Details stand in docs/validation.md.',
    found: (engine, rules) => `Of the manipulated classes the engine found ${engine}, the rules of thumb ${rules}.`,
    falseSignals: (engine, rules) =>
      `Of the engine’s signals ${engine} are false, of those of the rules of thumb ${rules}.`,
    noRun: 'The validation has not been run yet',
    noRunHint: 'Run npx obektiv validate --out docs: the results appear here after a build.',
  },
});
