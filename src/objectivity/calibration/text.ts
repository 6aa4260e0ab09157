import { count, formatNumber, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';
import type { NoDifficulty } from './model.ts';
import type { FitWord } from './rules.ts';

/** Words of calibration that the page, the spreadsheet and the command line share. */

const papers: PluralForms = { one: 'работа', few: 'работы', many: 'работ' };
const papersEn: PluralForms = { one: 'paper', other: 'papers' };
const tasks: PluralForms = { one: 'заданию', few: 'заданиям', many: 'заданиям' };
const tasksEn: PluralForms = { one: 'task', other: 'tasks' };

const signed = (value: number, language: 'ru' | 'en', digits = 2): string =>
  formatNumber(value, language, { digits, signed: true });

export const calibrationText = defineText({
  ru: {
    task: 'Задание',
    variant: 'Вариант',
    variantOf: (name: string) => `Вариант ${name}`,
    maximum: 'Наибольший балл',
    papers: 'Работ',
    solved: 'Решено',
    difficulty: 'Трудность',
    error: 'Ошибка',
    thresholds: 'Пороги',
    infit: 'Инфит',
    outfit: 'Аутфит',
    information: 'Информация',
    note: 'Замечание',
    logits: 'логит',
    total: 'Балл',
    expected: 'Ожидается работ',
    ability: 'Подготовка',

    reasons: {
      notSet: 'в этом варианте не ставилось',
      everybody: 'решили все: трудности нет',
      nobody: 'не решил никто: трудности нет',
      constant: 'у всех один балл: трудности нет',
      extremesOnly: 'различает только самые низкие и самые высокие работы: трудности нет',
    } satisfies Record<NoDifficulty, string>,
    fits: {
      usual: 'как ожидается',
      erratic: 'решают не те, от кого этого ждёшь',
      orderly: 'делит сильных и слабых резче остальных',
    } satisfies Record<FitWord, string>,
    emptyScores: (scores: string) => `балла ${scores} нет ни у кого`,
    scarceScores: (scores: string) => `балл ${scores} меньше чем у десяти`,
    disordered: 'пороги идут не по порядку: промежуточный балл почти не ставят',
    drift: (difference: number) =>
      `${difference > 0 ? 'труднее' : 'легче'}, чем в другом варианте, на ${formatNumber(Math.abs(difference), 'ru', { digits: 2 })} логита`,

    insufficient: (given: number, required: number) =>
      `Данных недостаточно: ${count(given, 'ru', papers)} с промежуточным баллом, нужно ${formatNumber(required, 'ru')}.`,
    undetermined:
      'Трудность не определяется: почти все работы решены в одном и том же порядке, или задания никогда не встречались вместе.',
    withheld: (required: number) =>
      `Не показано: этот вариант писали меньше чем в ${formatNumber(required, 'ru')} других школах, и величины были бы величинами этих школ.`,
    population: (mean: number, deviation: number) =>
      `Подготовка: в среднем ${signed(mean, 'ru')} логита, разброс ${formatNumber(deviation, 'ru', { digits: 2 })}.`,
    reliability: (value: number) => `Надёжность: ${formatNumber(value, 'ru', { digits: 2 })}.`,
    link: (held: number, shift: number, error: number) =>
      `Приведён к общей шкале по ${count(held, 'ru', tasks)}: сдвиг ${signed(shift, 'ru')} ± ${formatNumber(error, 'ru', { digits: 2 })} логита.`,
    unlinked: 'С другими вариантами не связан: общих заданий меньше двух. Шкала своя.',
    uniform: (id: string, difference: number) =>
      `Больше всего у сильных и слабых расходится трудность задания ${id}: на ${formatNumber(Math.abs(difference), 'ru', { digits: 2 })} логита.`,
    leftOut: (n: number) => `Не вошли: ${count(n, 'ru', papers)} с редким набором пропущенных заданий.`,
    scaleNote: 'Ноль — средняя трудность заданий. На один логит выше — шансы решить в 2,7 раза меньше.',
  },
  en: {
    task: 'Task',
    variant: 'Variant',
    variantOf: (name) => `Variant ${name}`,
    maximum: 'Maximum',
    papers: 'Papers',
    solved: 'Solved',
    difficulty: 'Difficulty',
    error: 'Error',
    thresholds: 'Thresholds',
    infit: 'Infit',
    outfit: 'Outfit',
    information: 'Information',
    note: 'Note',
    logits: 'logit',
    total: 'Total',
    expected: 'Papers expected',
    ability: 'Ability',

    reasons: {
      notSet: 'not set in this variant',
      everybody: 'everybody solved it: no difficulty',
      nobody: 'nobody solved it: no difficulty',
      constant: 'everybody has the same score: no difficulty',
      extremesOnly: 'tells apart only the lowest and the highest papers: no difficulty',
    },
    fits: {
      usual: 'as expected',
      erratic: 'solved by others than one would expect',
      orderly: 'divides strong and weak more sharply than the rest',
    },
    emptyScores: (scores) => `nobody has the score ${scores}`,
    scarceScores: (scores) => `fewer than ten have the score ${scores}`,
    disordered: 'thresholds are not in order: the score between is hardly ever given',
    drift: (difference) =>
      `${difference > 0 ? 'harder' : 'easier'} than in the other variant by ${formatNumber(Math.abs(difference), 'en', { digits: 2 })} logit`,

    insufficient: (given, required) =>
      `Too little data: ${count(given, 'en', papersEn)} with a total between the extremes, ${formatNumber(required, 'en')} are needed.`,
    undetermined:
      'The difficulties are not determined: nearly all papers are solved in the same order, or tasks never stood together.',
    withheld: (required) =>
      `Not shown: fewer than ${formatNumber(required, 'en')} other schools wrote this variant, and the figures would be those schools’ figures.`,
    population: (mean, deviation) =>
      `Ability: ${signed(mean, 'en')} logit on average, spread ${formatNumber(deviation, 'en', { digits: 2 })}.`,
    reliability: (value) => `Reliability: ${formatNumber(value, 'en', { digits: 2 })}.`,
    link: (held, shift, error) =>
      `Brought onto the common scale by ${count(held, 'en', tasksEn)}: shift ${signed(shift, 'en')} ± ${formatNumber(error, 'en', { digits: 2 })} logit.`,
    unlinked: 'Not linked with the other variants: fewer than two tasks in common. The scale is its own.',
    uniform: (id, difference) =>
      `Between strong and weak papers, the difficulty of task ${id} differs most: by ${formatNumber(Math.abs(difference), 'en', { digits: 2 })} logit.`,
    leftOut: (n) => `Left out: ${count(n, 'en', papersEn)} with a rare set of missing tasks.`,
    scaleNote: 'Zero is the mean difficulty of the tasks. One logit higher, the odds of solving are 2.7 times smaller.',
  },
});
