import type { Method } from '../model.ts';

/** Markers of the task profile: hard tasks, extended answers, the profile as a whole. */

const SYMBOLS = [
  { tex: 'x_{pi}', words: { ru: 'балл участника за задание', en: 'score of a pupil on a task' } },
  {
    tex: 'm_i(r)',
    words: {
      ru: 'средний балл за задание у участников региона с тем же вариантом и той же суммой r',
      en: 'mean score on the task among the region’s pupils with the same variant and total r',
    },
  },
] as const;

export const hardTasksMethod: Method = {
  id: 'b2',
  group: 'marker',
  marker: 'B2',
  formulas: [
    String.raw`d_{ui} = \frac{1}{n_u} \sum_{p \in u} \bigl( x_{pi} - m_i(r_p) \bigr)`,
    String.raw`\hat g_u = \frac{\sum_{j} a_j y_{uj} / v_j}{\sum_{j} a_j^{2} / v_j}, \qquad v_j = h_u + \nu_j`,
  ],
  symbols: [
    ...SYMBOLS,
    {
      tex: 'd_{ui}',
      words: {
        ru: 'на сколько задание решено лучше ожидаемого при таких суммах',
        en: 'by how much the task was solved better than such totals lead to expect',
      },
    },
    {
      tex: 'y_{uj}',
      words: {
        ru: 'эти отличия в независимых друг от друга координатах',
        en: 'these differences in coordinates that are uncorrelated',
      },
    },
    {
      tex: 'a_j',
      words: {
        ru: 'как изменились бы отличия, если добавить баллы на самых трудных заданиях',
        en: 'how the differences would change if points were added on the hardest tasks',
      },
    },
    {
      tex: String.raw`h_u,\ \nu_j`,
      words: {
        ru: 'случайный разброс класса этого размера и естественная разница между честными классами',
        en: 'sampling spread of a class of this size, and natural difference between honest classes',
      },
    },
  ],
  sources: [
    'Mantel N. 1963. Journal of the American Statistical Association 58: 690–700',
    'Holland P., Thayer D. 1988. Differential item performance and the Mantel–Haenszel procedure',
    'Kent J., Tyler D. 1991. Annals of Statistics 19: 2102–2119',
    'ФИОКО. Методика выявления школ с признаками необъективных результатов, 2018–2019',
  ],
  words: {
    ru: {
      title: 'Трудные задания',
      answers: 'Не решены ли самые трудные задания лучше, а лёгкие нет, чем у участников с такими же суммами?',
      why: [
        'При одной и той же сумме баллов честный класс набирает её так же, как другие: сначала лёгкие задания, потом трудные. Помощь чаще приходит на трудные, и тогда та же сумма складывается иначе.',
        'Сравнение идёт внутри групп с равной суммой, поэтому сильный класс сам по себе признаком не становится.',
      ],
      assumptions: ['Суммы сравнимы внутри варианта.', 'Помощь достаётся трудным заданиям больше, чем лёгким.'],
      minimum:
        '10 работ и 4 задания, баллы за которые различаются. Величина измеряется в баллах на участника, полученных на трудных заданиях.',
      wrong: ['Одинаковую помощь по всем заданиям этот способ не видит: сумма растёт вместе со всеми заданиями.'],
      limits: [
        'Честные классы различаются сильнее, чем по случайности: в классах 8-х классов под наблюдением (TIMSS 2007) разброс разницы «трудные минус лёгкие» больше случайного в 2,06 раза в математике и в 1,49 в естествознании. Без этой поправки отмечалось бы около 17 % честных классов; здесь она сделана.',
      ],
    },
    en: {
      title: 'Hard tasks',
      answers: 'Were the hardest tasks solved better, and the easy ones not, than by pupils with the same totals?',
      why: [
        'Given the same total, an honest class earns it as others do: easy tasks first, hard ones later. Help comes more often on the hard ones, and the same total is then made up differently.',
        'The comparison is within groups of equal totals, so that being a strong class is no sign by itself.',
      ],
      assumptions: ['Totals are comparable within a variant.', 'Help reaches hard tasks more than easy ones.'],
      minimum: '10 papers and 4 tasks whose scores vary. The effect is in points per pupil gained on the hard tasks.',
      wrong: ['The same help with every task cannot be seen: the total rises with all tasks together.'],
      limits: [
        'Honest classes differ by more than chance: in proctored grade-8 classes (TIMSS 2007) the spread of “hard minus easy” is 2.06 times that of chance in mathematics and 1.49 in science. Without this correction about 17 % of honest classes would be marked; it is made here.',
      ],
    },
  },
};

export const extendedTasksMethod: Method = {
  id: 'b3',
  group: 'marker',
  marker: 'B3',
  formulas: [
    String.raw`d_{ui} = \frac{1}{n_u} \sum_{p \in u} \bigl( x_{pi} - m_i(r_p) \bigr)`,
    String.raw`\hat g_u = \frac{\sum_{j} a_j y_{uj} / v_j}{\sum_{j} a_j^{2} / v_j}, \qquad a \ \leftrightarrow\ \text{+1 } (i \in \mathcal{E})`,
  ],
  symbols: [
    ...SYMBOLS,
    {
      tex: String.raw`\mathcal{E}`,
      words: {
        ru: 'задания с развёрнутым ответом, которые проверяет учитель',
        en: 'tasks with an extended answer, marked by a teacher',
      },
    },
    {
      tex: 'a_j',
      words: {
        ru: 'как изменились бы отличия, если на этих заданиях добавлять по баллу там, где он ещё не получен',
        en: 'how the differences would change if a point were added on these tasks wherever there is room',
      },
    },
    {
      tex: 'v_j',
      words: {
        ru: 'случайный разброс вместе с естественной разницей честных классов',
        en: 'sampling spread together with the natural difference of honest classes',
      },
    },
  ],
  sources: [
    'Pereda-Fernández S. 2017. Banca d’Italia, Temi di discussione',
    'Angrist J., Battistin E., Vuri D. 2017. American Economic Journal: Applied Economics 9(4): 216–249',
    'Mantel N. 1963. Journal of the American Statistical Association 58: 690–700',
  ],
  words: {
    ru: {
      title: 'Задания с развёрнутым ответом',
      answers: 'Не оценены ли ответы, которые проверяет учитель, щедрее, чем у участников с такими же суммами?',
      why: [
        'Краткий ответ проверяется по ключу, развёрнутый — человеком. Если проверка мягче, чем у других, развёрнутые задания дают больше баллов при том же результате на кратких.',
        'Сравнение внутри групп с равной суммой: сумма сама включает эти задания, и поправка на это сделана.',
      ],
      assumptions: ['В описании работы отмечено, какие задания с развёрнутым ответом.', 'Есть и те и другие задания.'],
      minimum:
        '12 работ, одно задание с развёрнутым ответом и два с кратким. Величина измеряется в баллах на участника.',
      wrong: [],
      limits: [
        'Проверяющие честно различаются: на настоящих письменных работах согласие двух проверяющих (взвешенная каппа) 0,46–0,79, а разброс строгости 0,12–0,38 балла.',
        'В классах под наблюдением (TIMSS 2007) разница «открытые минус закрытые» больше случайной в 1,9 раза в математике и в 3,0 в естествознании; эта естественная разница вычитается.',
        'В Италии именно разница открытых и закрытых заданий выдавала правку учителем: похожесть работ её не показывает (Pereda-Fernández, 2017).',
      ],
    },
    en: {
      title: 'Extended-answer tasks',
      answers: 'Were the answers that a teacher marks scored more kindly than those of pupils with the same totals?',
      why: [
        'A short answer is checked by a key, an extended one by a person. Kinder marking gives more points on extended tasks at the same result on short ones.',
        'The comparison is within groups of equal totals; that the total contains these tasks itself is allowed for.',
      ],
      assumptions: ['The description of the work says which tasks have an extended answer.', 'Both kinds are present.'],
      minimum: '12 papers, one extended and two short tasks. The effect is in points per pupil.',
      wrong: [],
      limits: [
        'Raters differ honestly: on real writing tasks the agreement of two raters (weighted kappa) is .46–.79 and the spread of severity .12–.38 of a point.',
        'In proctored classes (TIMSS 2007) “open minus closed” spreads 1.9 times as much as chance in mathematics and 3.0 in science; this natural difference is taken off.',
        'In Italy it was the contrast of open and closed tasks that showed teachers’ corrections; similarity of papers does not (Pereda-Fernández 2017).',
      ],
    },
  },
};

export const profileMethod: Method = {
  id: 'b4',
  group: 'marker',
  marker: 'B4',
  formulas: [
    String.raw`\chi^2_u = \sum_{i} \frac{d_{ui}^{2}}{V_{ui} + \nu_i}`,
    String.raw`w_u = \frac{\sqrt[3]{\chi^2_u / k} - \left( 1 - \frac{2}{9k} \right)}{\sqrt{2 / (9k)}}`,
  ],
  symbols: [
    {
      tex: 'd_{ui}',
      words: {
        ru: 'на сколько задание решено лучше или хуже ожидаемого при таких суммах',
        en: 'by how much the task was solved better or worse than such totals lead to expect',
      },
    },
    { tex: 'V_{ui}', words: { ru: 'случайный разброс этого отличия', en: 'sampling variance of that difference' } },
    {
      tex: String.raw`\nu_i`,
      words: {
        ru: 'естественная разница между честными классами на этом задании',
        en: 'natural variance between honest classes on this task',
      },
    },
    { tex: 'k', words: { ru: 'число заданий без одного', en: 'number of tasks less one' } },
  ],
  sources: [
    'Wilson E., Hilferty M. 1931. Proceedings of the National Academy of Sciences 17: 684–688',
    'Mantel N. 1963. Journal of the American Statistical Association 58: 690–700',
  ],
  words: {
    ru: {
      title: 'Профиль заданий',
      answers: 'Не решены ли задания неровнее, чем у честных классов, в какую бы сторону ни было отличие?',
      why: [
        'Вмешательство не обязано касаться трудных заданий. Если какие-то задания решены намного лучше или намного хуже, чем при таких суммах в регионе, профиль становится неровным.',
        'Насколько неровным он бывает у честных классов, показывают смоделированные честные классы этого же региона.',
      ],
      assumptions: ['Суммы сравнимы внутри варианта: варианты сравниваются каждый с собой.'],
      minimum:
        '12 работ и 4 задания. Величина — число заданий, которые отличаются больше чем на 2,5 стандартного отклонения.',
      wrong: [
        'Сам по себе признака не даёт: он поддерживает другие показатели и называет задания, на которые стоит посмотреть.',
      ],
      limits: [
        'Нормальное приближение для хвостов такой величины даёт слишком малые вероятности; поэтому хвост берётся из смоделированных честных классов.',
      ],
    },
    en: {
      title: 'Task profile',
      answers: 'Were the tasks solved more unevenly than honest classes solve them, in whatever direction?',
      why: [
        'What interferes need not touch the hard tasks. Where some tasks are solved much better or much worse than such totals lead to expect, the profile becomes uneven.',
        'How uneven it is in honest classes, simulated honest classes of the same region show.',
      ],
      assumptions: ['Totals are comparable within a variant: each variant is compared with itself.'],
      minimum: '12 papers and 4 tasks. The effect is the number of tasks more than 2.5 standard deviations off.',
      wrong: ['Alone it gives no sign: it supports other markers and names the tasks that are worth a look.'],
      limits: [
        'A normal approximation of such a statistic’s tail gives probabilities that are too small; the tail is therefore taken from simulated honest classes.',
      ],
    },
  },
};
