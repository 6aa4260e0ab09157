/** Words about boundaries of a whole histogram. Neutral: what is seen and how many papers, never whose doing it is. */
import { count, formatNumber, type PluralForms, points } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { BoundaryKind, BoundaryVerdict } from './verdict.ts';

export const boundarySummary = defineText({
  ru: 'подъём через границу отметки по распределению баллов региона или страны',
  en: "lifting over a mark boundary in a region's or country's histogram of scores",
});

const KIND: Readonly<Record<BoundaryKind, Readonly<Record<Language, string>>>> = {
  lifting: { ru: 'подъём через границу', en: 'lifting over the boundary' },
  truncation: { ru: 'слабых работ не хватает', en: 'weak papers are missing' },
  nothing: { ru: 'ничего', en: 'nothing' },
  insufficient: { ru: 'данных недостаточно', en: 'not enough data' },
};

export const boundaryKind = (kind: BoundaryKind, language: Language): string => KIND[kind][language];

const PAPERS: Readonly<Record<Language, PluralForms>> = {
  ru: { one: 'работа', few: 'работы', many: 'работ' },
  en: { one: 'paper', other: 'papers' },
};

/** «13 501 (12 582…14 420)»; a dash where it was not estimated. */
export function withInterval(
  estimate: { readonly value: number; readonly low: number; readonly high: number } | null,
  language: Language,
): string {
  if (estimate === null) return formatNumber(null, language);
  const figure = (value: number): string => formatNumber(Math.round(value), language);
  return `${figure(estimate.value)} (${figure(estimate.low)}…${figure(estimate.high)})`;
}

/** The interval alone: «(12 582…14 420)». */
function interval({ low, high }: { readonly low: number; readonly high: number }, language: Language): string {
  return `(${formatNumber(Math.round(low), language)}…${formatNumber(Math.round(high), language)})`;
}

/** One sentence: what the histogram shows at the boundary, with excess and missing papers and their intervals. */
export function boundarySentence(verdict: BoundaryVerdict, language: Language): string {
  const { cut, kind, bunching } = verdict;
  const ru = language === 'ru';
  const where = ru ? `У границы ${points(cut, 'ru')}` : `At the boundary of ${points(cut, 'en')}`;
  if (kind === 'insufficient') {
    return ru
      ? `${where} вывода нет: мало работ или мало баллов, по которым видна форма распределения.`
      : `${where} there is no conclusion: too few papers, or too few scores to show the shape of the histogram.`;
  }
  const excess = withInterval(bunching?.excess ?? null, language);
  const missing = withInterval(bunching?.missing ?? null, language);
  if (kind === 'lifting') {
    const n = Math.round(bunching!.moved.value);
    const range = interval(bunching!.moved, language);
    return ru
      ? `${where} подъём: через неё перешло около ${count(n, 'ru', { one: 'работы', few: 'работ', many: 'работ' })} ${range}. На границе и чуть выше лишних ${excess}, чуть ниже недостаёт ${missing}.`
      : `${where} there is lifting: about ${count(n, 'en', PAPERS.en)} ${range} went over it. In excess at it and just above: ${excess}, missing just below: ${missing}.`;
  }
  if (kind === 'truncation') {
    if (bunching === null) {
      return ru
        ? `${where} распределение начинается: ниже работ нет. Похоже, слабые не писали или их работы не внесены; на подъём это не похоже.`
        : `${where} the histogram begins: there are no papers below. Weak pupils seem not to have written, or their papers were not entered; it does not look like lifting.`;
    }
    return ru
      ? `${where} слабых работ не хватает: чуть ниже недостаёт ${missing}, а лишних выше столько нет: ${excess}. Это похоже на отбор писавших, а не на подъём.`
      : `${where} weak papers are missing: ${missing} just below, without as many in excess above: ${excess}. That looks like a selection of who wrote, not like lifting.`;
  }
  return ru
    ? `${where} ничего особенного: соседние баллы распределены плавно.`
    : `${where} there is nothing special: neighbouring scores are distributed smoothly.`;
}

export const boundaryText = defineText({
  ru: {
    help: `obektiv boundary ФАЙЛ [параметры]

Смотрит на распределение баллов целого региона или страны и говорит о каждой границе отметки: подняты ли через неё работы,
не хватает ли слабых работ, или ничего особенного нет.

ФАЙЛ — таблица (CSV или XLSX) из двух столбцов: балл и число работ. Или результаты в открытом формате обмена вместе с --spec.

  --cuts 21,35       границы: наименьший балл каждой отметки; без них берётся шкала из описания работ,
                     а в распределении проверяются все баллы подряд
  --spec ФАЙЛ        описание работ (spec.json) для файлов открытого формата обмена
  --reference ФАЙЛ   распределение той же работы, с которым сравнить: например, под наблюдением
  --model            сравнить с распределением по модели заданий (вместе с --spec)
  --curvature ЧИСЛО  допустимый излом плавного распределения, по умолчанию 0.05
  --json             все числа в JSON вместо таблицы
  --out ФАЙЛ         записать в файл
  --lang ru|en       язык
  --help             эта справка

Код завершения: 0 готово, 1 сбой программы, 2 непонятная команда, 3 ошибки в данных, 4 файла нет или он не читается.
Пример: obektiv boundary histogram.csv --cuts 21`,
    papers: (n: number, maximum: number) =>
      `${count(n, 'ru', PAPERS.ru)}, баллы от 0 до ${formatNumber(maximum, 'ru')}`,
    all: 'Границы не указаны: проверены все баллы.',
    noneFound: 'Ни один балл не выделяется.',
    noCuts: 'Шкалы отметок нет, границы не указаны: проверены все баллы.',
    cut: 'Граница',
    around: 'Ниже / на ней / выше',
    moved: 'Перешло',
    excess: 'Лишних на границе',
    missing: 'Недостаёт ниже',
    lgP: 'lg p',
    verdict: 'Вывод',
    against: 'По сравнению с образцом',
    model: 'По сравнению с моделью заданий',
    above: 'У границы и выше',
    expectedAbove: 'Ожидалось',
    lifted: 'Поднято работ',
    chance: 'p',
    note: 'В скобках 95-процентный интервал. Подъём: сколько лишних на границе, столько недостаёт под ней, и сама граница — местная вершина.',
    notVerdict: 'Признак — повод посмотреть, а не вывод.',
  },
  en: {
    help: `obektiv boundary FILE [options]

Looks at the histogram of scores of a whole region or country and says of every mark boundary: were papers lifted over it,
are weak papers missing, or is there nothing special.

FILE is a table (CSV or XLSX) of two columns: score and number of papers. Or results in the open exchange format, with --spec.

  --cuts 21,35       boundaries: the lowest score of each mark; without them the scale of the description of works is taken,
                     and in a histogram every score is asked
  --spec FILE        description of works (spec.json) for files of the open exchange format
  --reference FILE   histogram of the same work to compare with: for example one written under observation
  --model            compare with the distribution that a model of the tasks gives (with --spec)
  --curvature NUMBER allowed bend of a smooth histogram, 0.05 by default
  --json             all figures as JSON instead of a table
  --out FILE         write to a file
  --lang ru|en       language
  --help             this help

Exit code: 0 done, 1 fault of the program, 2 command not understood, 3 errors in the data, 4 a file is missing or unreadable.
Example: obektiv boundary histogram.csv --cuts 21`,
    papers: (n, maximum) => `${count(n, 'en', PAPERS.en)}, scores 0 to ${formatNumber(maximum, 'en')}`,
    all: 'No boundaries are given: every score was asked.',
    noneFound: 'No score stands out.',
    noCuts: 'There is no scale of marks and no boundaries are given: every score was asked.',
    cut: 'Boundary',
    around: 'Below / at / above',
    moved: 'Moved',
    excess: 'In excess',
    missing: 'Missing below',
    lgP: 'lg p',
    verdict: 'Verdict',
    against: 'Against the reference',
    model: 'Against the model of the tasks',
    above: 'At the boundary and above',
    expectedAbove: 'Expected',
    lifted: 'Papers lifted',
    chance: 'p',
    note: 'In brackets the 95% interval. Lifting: as many in excess at the boundary as are missing below it, and the boundary is a local peak.',
    notVerdict: 'A sign is a reason to look, not a conclusion.',
  },
});
