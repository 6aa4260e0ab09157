/** Words about papers scored a second time. Neutral: by how much and which way, never who is to blame. */
import { count, formatNumber, percent, type PluralForms, points } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { RecheckResult } from './model.ts';
import { MINIMUM_PAPERS } from './statistics.ts';

const PAPERS: Readonly<Record<Language, PluralForms>> = {
  ru: { one: 'работа', few: 'работы', many: 'работ' },
  en: { one: 'paper', other: 'papers' },
};

export const recheckSummary = defineText({
  ru: 'перепроверка работ: насколько вторая проверка расходится с первой',
  en: 're-scoring of papers: how far the second scoring differs from the first',
});

/** The conclusion in a sentence or two. */
export function recheckSentence(result: RecheckResult, language: Language): string {
  const { verdict, papers, tolerance, beyond, meanChange } = result;
  const ru = language === 'ru';
  const share = percent(beyond.share.value, language);
  const range = `${percent(beyond.share.low, language)}…${percent(beyond.share.high, language)}`;
  const limit = points(tolerance, language);
  const by = points(Math.abs(meanChange?.value ?? 0), language, 1);
  switch (verdict) {
    case 'insufficient':
      return ru
        ? `Для вывода нужно не меньше ${count(MINIMUM_PAPERS, 'ru', { one: 'работы', few: 'работ', many: 'работ' })}, перепроверено ${formatNumber(papers, 'ru')}.`
        : `A conclusion needs at least ${count(MINIMUM_PAPERS, 'en', PAPERS.en)}, ${formatNumber(papers, 'en')} were re-scored.`;
    case 'within':
      return ru
        ? `Две проверки расходятся не больше, чем обычно расходятся проверяющие: дальше допуска (${limit}) разошлось ${share} работ (${range}).`
        : `The two scorings differ no more than raters usually do: beyond the tolerance (${limit}) lie ${share} of papers (${range}).`;
    case 'generous':
      return ru
        ? `Первые баллы выше вторых: дальше допуска (${limit}) разошлось ${share} работ (${range}), в среднем вторая проверка даёт на ${by} меньше.`
        : `First scores are higher than second ones: beyond the tolerance (${limit}) lie ${share} of papers (${range}); on average the second scoring gives ${by} less.`;
    case 'severe':
      return ru
        ? `Первые баллы ниже вторых: дальше допуска (${limit}) разошлось ${share} работ (${range}), в среднем вторая проверка даёт на ${by} больше.`
        : `First scores are lower than second ones: beyond the tolerance (${limit}) lie ${share} of papers (${range}); on average the second scoring gives ${by} more.`;
    case 'scattered':
      return ru
        ? `Проверки расходятся в обе стороны: дальше допуска (${limit}) разошлось ${share} работ (${range}). Похоже, критерии понимают по-разному.`
        : `The scorings differ both ways: beyond the tolerance (${limit}) lie ${share} of papers (${range}). The criteria seem to be understood differently.`;
    case 'undecided':
      return ru
        ? `Работ мало, чтобы решить: дальше допуска (${limit}) разошлось ${share} работ (${range}), допустима одна из десяти. Перепроверьте ещё.`
        : `There are too few papers to decide: beyond the tolerance (${limit}) lie ${share} of papers (${range}); one in ten is allowed. Re-score more of them.`;
    default:
      return verdict satisfies never;
  }
}

export const recheckText = defineText({
  ru: {
    help: `obektiv recheck ФАЙЛ [параметры]

Сравнивает вторую проверку работ с первой и говорит, расходятся ли они больше, чем обычно расходятся проверяющие.

ФАЙЛ — таблица (CSV или XLSX), строка на ответ. Столбцы: participant (участник), first (первый балл), second (второй балл);
можно task (задание), third (третий балл), rater1, rater2, rater3 (эксперты). Коды участников, не имена.

  --papers ЧИСЛО     сколько работ было всего: тогда сказано и о них, а не только о перепроверенных
  --tolerance БАЛЛЫ  допуск на работу; без него по числу перепроверенных заданий, не меньше 1 балла
  --json             все числа в JSON вместо таблицы
  --out ФАЙЛ         записать в файл
  --lang ru|en       язык
  --help             эта справка

Код завершения: 0 готово, 1 сбой программы, 2 непонятная команда, 3 ошибки в данных, 4 файла нет или он не читается.
Пример: obektiv recheck recheck.csv --papers 120`,
    problems: (n: number) =>
      `Ошибки в данных: ${count(n, 'ru', { one: 'место', few: 'места', many: 'мест' })}. Ничего не посчитано.`,
    more: (n: number) => `  и ещё ${formatNumber(n, 'ru')}`,
    figure: 'Показатель',
    value: 'Значение',
    range: '95-процентный интервал',
    papers: 'Перепроверено работ',
    answers: 'Ответов',
    beyond: (tolerance: number) => `Разошлись больше чем на ${points(tolerance, 'ru')}`,
    raised: 'из них стало больше',
    lowered: 'из них стало меньше',
    changed: 'Изменилось хоть сколько-то',
    meanChange: 'В среднем изменение, баллов на работу',
    limits: 'Границы согласия, баллов на работу',
    qwk: 'QWK (каппа с квадратичными весами)',
    icc: 'ICC(A,1) сумм',
    alpha: 'Альфа Криппендорфа',
    inAll: (n: number) => `Разошлось бы из всех ${formatNumber(n, 'ru')}`,
    severity: 'Строгость проверяющих, баллов на ответ',
    rater: 'Проверяющий',
    shared: 'Общих ответов',
    notVerdict: 'Один строгий проверяющий сдвигает все работы: прежде чем решать, посмотрите сами работы.',
    draw: 'Вывод обо всех работах верен, если перепроверенные выбраны наугад.',
  },
  en: {
    help: `obektiv recheck FILE [options]

Compares a second scoring of papers with the first and says whether they differ more than raters usually do.

FILE is a table (CSV or XLSX), a row per answer. Columns: participant, first, second; optional task, third, rater1, rater2,
rater3. Codes of participants, not names.

  --papers NUMBER    how many papers there were in all: then they are spoken of too, not only those re-scored
  --tolerance POINTS tolerance per paper; without it by the number of answers re-scored, at least 1 point
  --json             all figures as JSON instead of a table
  --out FILE         write to a file
  --lang ru|en       language
  --help             this help

Exit code: 0 done, 1 fault of the program, 2 command not understood, 3 errors in the data, 4 a file is missing or unreadable.
Example: obektiv recheck recheck.csv --papers 120`,
    problems: (n) => `Errors in the data: ${count(n, 'en', { one: 'place', other: 'places' })}. Nothing was computed.`,
    more: (n) => `  and ${formatNumber(n, 'en')} more`,
    figure: 'Figure',
    value: 'Value',
    range: '95% interval',
    papers: 'Papers re-scored',
    answers: 'Answers',
    beyond: (tolerance) => `Differ by more than ${points(tolerance, 'en')}`,
    raised: 'of them raised',
    lowered: 'of them lowered',
    changed: 'Changed at all',
    meanChange: 'Mean change, points per paper',
    limits: 'Limits of agreement, points per paper',
    qwk: 'QWK (quadratic weighted kappa)',
    icc: 'ICC(A,1) of sums',
    alpha: "Krippendorff's alpha",
    inAll: (n) => `Would differ of all ${formatNumber(n, 'en')}`,
    severity: 'Severity of raters, points per answer',
    rater: 'Rater',
    shared: 'Shared answers',
    notVerdict: 'One strict rater moves every paper: look at the papers themselves before deciding.',
    draw: 'What is said of all papers holds if those re-scored were drawn at random.',
  },
});
