import type { Method } from '../model.ts';

/** Papers of one class beside each other. */

export const identicalWorkMethod: Method = {
  id: 'b5',
  group: 'marker',
  marker: 'B5',
  formulas: [
    String.raw`L_{pq} = \sum_{i} \begin{cases} \ln\!\left( 1 - c + \dfrac{c}{P_i} \right), & x_{pi} = x_{qi} \\[6pt] \ln(1 - c), & x_{pi} \ne x_{qi} \end{cases}`,
    String.raw`A_p = \frac{1}{n - 1} \sum_{q \ne p} \max(0, L_{pq})`,
  ],
  symbols: [
    {
      tex: 'L_{pq}',
      words: {
        ru: 'во сколько раз (логарифм) пара похожих работ вероятнее при списывании, чем при самостоятельной работе',
        en: 'log of how much likelier the pair is under copying than under working alone',
      },
    },
    {
      tex: 'P_i',
      words: {
        ru: 'вероятность такого балла при этих суммах с учётом сильных и слабых заданий класса',
        en: 'probability of that score given the totals and the class’s own strong and weak tasks',
      },
    },
    {
      tex: 'c',
      words: {
        ru: 'предполагаемая доля списанных заданий, 1/2',
        en: 'share of tasks that is supposed to be copied, 1/2',
      },
    },
    {
      tex: 'A_p',
      words: {
        ru: 'похожесть работы на работы класса; для класса берётся среднее по самой похожей трети',
        en: 'likeness of a paper to its class; the class’s is the mean over its most alike third',
      },
    },
  ],
  sources: [
    'Wollack J. 1997. Applied Psychological Measurement 21: 307–320',
    'van der Linden W., Sotaridona L. 2006. Journal of Educational and Behavioral Statistics 31: 283–304',
  ],
  words: {
    ru: {
      title: 'Одинаковые работы',
      answers: 'Не совпадают ли работы одного класса чаще, чем объясняют их суммы и темы, которые класс знает?',
      why: [
        'Две самостоятельные работы совпадают там, где задание лёгкое или сумма высокая. Совпадения в редких баллах сверх этого говорят об общем источнике.',
        'Что бывает у честных классов, показывают смоделированные честные классы того же размера: у этой величины длинный хвост, и обычная таблица для неё не годится.',
      ],
      assumptions: ['В честном классе каждый работает сам.', 'Сравниваются баллы за задания, а не сами ответы.'],
      minimum:
        '10 работ и 8 заданий; школе нужны два таких класса. Величина — лишние одинаковые баллы на пару работ. Пары участников не называются.',
      wrong: [],
      limits: [
        'По баллам без самих ответов способ слаб: два неверных ответа дают один и тот же ноль.',
        'На открытых данных с настоящими отметками о списывании показатели отдельных участников близки к угадыванию. Поэтому вывод делается только о классе.',
      ],
    },
    en: {
      title: 'Identical papers',
      answers: 'Do papers of one class agree more often than their totals and the topics the class knows explain?',
      why: [
        'Two independent papers agree where a task is easy or totals are high. Agreement in rare scores beyond that speaks of a common source.',
        'What is usual, simulated honest classes of the same size show: the statistic has a long tail that no ordinary table fits.',
      ],
      assumptions: ['In an honest class everybody works alone.', 'Scores of tasks are compared, not the answers.'],
      minimum:
        '10 papers and 8 tasks; a school needs two such classes. The effect is equal task scores per pair beyond expectation. Pairs of pupils are never named.',
      wrong: [],
      limits: [
        'On scores without the answers the method is weak: two different wrong answers are the same zero.',
        'On public data with real flags, indices of single pupils are near chance. Only the class is spoken of.',
      ],
    },
  },
};
