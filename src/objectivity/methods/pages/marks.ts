import type { Method } from '../model.ts';

/** Level of results, journal marks. */

export const levelMethod: Method = {
  id: 'b6',
  group: 'marker',
  marker: 'B6',
  formulas: [
    String.raw`T_u = \frac{1}{n_u} \sum_{p \in u} \bigl( t_p - \bar t(j_p) \bigr) - \beta^{\top} c_u`,
    String.raw`\beta = \arg\min_{b} \sum_{v} \varrho\!\left( \frac{y_v - a - b^{\top} c_v}{s} \right) + \kappa \lVert b \rVert^{2}`,
  ],
  symbols: [
    {
      tex: String.raw`\bar t(j)`,
      words: {
        ru: 'средняя сумма в регионе у участников с той же отметкой в журнале',
        en: 'mean total in the region among pupils with the same journal mark',
      },
    },
    {
      tex: 'c_u',
      words: {
        ru: 'что известно о классе помимо этой работы: средняя отметка, другие работы класса, другие классы и другие работы школы',
        en: 'what else is known of the class: its mean mark, its other works, the school’s other classes and works',
      },
    },
    {
      tex: String.raw`\beta`,
      words: {
        ru: 'насколько каждое из этого предсказывает результат; оценивается по классам региона так, чтобы необычные классы не задавали ответ',
        en: 'how much each of these predicts the result; estimated from the region’s classes so that odd ones do not set the answer',
      },
    },
    {
      tex: String.raw`\varrho`,
      words: { ru: 'потери Хьюбера: большие отличия весят меньше', en: 'Huber’s loss: large differences weigh less' },
    },
  ],
  sources: [
    'Jacob B., Levitt S. 2003. Quarterly Journal of Economics 118: 843–877',
    'Huber P. 1973. Annals of Statistics 1: 799–821',
    'Hoerl A., Kennard R. 1970. Technometrics 12: 55–67',
  ],
  words: {
    ru: {
      title: 'Уровень результата',
      answers: 'Не выше ли результат класса, чем обещают его отметки в журнале, другие классы школы и другие работы?',
      why: [
        'Помощь и мягкая проверка поднимают сумму, а отметки в журнале и другие работы остаются прежними. Разница видна, даже когда помощь пришлась на все задания поровну.',
        'Ожидание складывается из того, что известно о тех же учениках: отметки, соседние классы, другие предметы.',
      ],
      assumptions: [
        'Отметка в журнале — тех же учеников и поставлена до работы.',
        'Сильный класс силён и в отметках, и в других работах.',
      ],
      minimum: '10 работ с отметкой в журнале. Величина измеряется в баллах на участника.',
      wrong: [],
      limits: [
        'В Чикаго повторная работа в сотне с лишним классов подтвердила: у отмеченных классов результат упал, у классов с таким же ростом, но без других признаков, — нет (Jacob, Levitt, 2003). Рост без других признаков вмешательства не означает.',
      ],
    },
    en: {
      title: 'Level of results',
      answers:
        'Is the result of the class higher than its journal marks, the school’s other classes and its other works promise?',
      why: [
        'Help and kind marking raise the total, while journal marks and other works stay as they are. The difference shows even where help came on all tasks alike.',
        'The expectation is made of what is known of the same pupils: marks, neighbouring classes, other subjects.',
      ],
      assumptions: [
        'The journal mark is of the same pupils and was given before the work.',
        'A strong class is strong in its marks and other works too.',
      ],
      minimum: '10 papers with a journal mark. The effect is in points per pupil.',
      wrong: [],
      limits: [
        'In Chicago a second test in over a hundred classes confirmed it: marked classes fell, classes with the same rise but no other sign did not (Jacob & Levitt 2003). A rise without other signs means no interference.',
      ],
    },
  },
};

export const marksMethod: Method = {
  id: 'b7',
  group: 'marker',
  marker: 'B7',
  formulas: [
    String.raw`\sum_{p \in u} \bigl( j_p - \mathrm{E}\,[\,j \mid r_p, b_u] \bigr) = 0, \qquad \Pr(k \mid r, b) \propto \Pr(k \mid r)\, e^{b k}`,
    String.raw`D_u = b_u - \beta^{\top} c_u`,
  ],
  symbols: [
    { tex: 'j_p', words: { ru: 'отметка участника в журнале', en: 'journal mark of a pupil' } },
    {
      tex: String.raw`\Pr(k \mid r)`,
      words: {
        ru: 'как часто в регионе при такой сумме стоит отметка k',
        en: 'how often mark k stands at that total in the region',
      },
    },
    {
      tex: 'b_u',
      words: {
        ru: 'сдвиг отметок класса или школы на шкале логарифма шансов: на ней щедрость действует одинаково на любую отметку',
        en: 'shift of the marks of the class or school in log odds: on this scale generosity acts alike on every mark',
      },
    },
    {
      tex: String.raw`\beta^{\top} c_u`,
      words: {
        ru: 'для класса: что обещают отметки его других работ и других классов школы; щедрость — привычка всей школы',
        en: 'for a class: what marks of its other works and of the school’s other classes lead one to expect; generosity is a habit of schools',
      },
    },
  ],
  sources: [
    'Goodman L. 1979. Journal of the American Statistical Association 74: 537–552',
    'Vlachos J. 2018. Trust-based evaluation in a market-oriented school system',
    'Mantel N. 1963. Journal of the American Statistical Association 58: 690–700',
  ],
  words: {
    ru: {
      title: 'Отметки и работа',
      answers: 'Не выше ли отметки в журнале, чем у таких же работ в других школах?',
      why: [
        'Одна и та же работа должна стоить одной и той же отметки в любой школе. Отметки сравниваются среди участников с равной суммой, поэтому сильный класс с высокими отметками признаком не становится.',
        'Обратный вопрос — не слишком ли высока работа при таких отметках — задаёт другой показатель, «Уровень результата».',
      ],
      assumptions: ['Отметка — тех же учеников по тому же предмету и поставлена до работы.'],
      minimum:
        '10 работ с отметкой в журнале. Величина измеряется в отметках на участника: 0,2 — это каждая пятая отметка на ступень выше.',
      wrong: [],
      limits: [
        'В Англии при одинаковом внешнем результате оценки школ за курсовую работу расходятся на 0,48 стандартного отклонения, хотя их проверяют со стороны. Поэтому разница между школами учтена как естественная.',
      ],
    },
    en: {
      title: 'Marks and the test',
      answers: 'Are journal marks higher than for the same papers in other schools?',
      why: [
        'The same paper should be worth the same mark in every school. Marks are compared among pupils with equal totals, so that a strong class with high marks is no sign.',
        'The other way round — whether the test is too high for the marks — is asked by another marker, “Level of results”.',
      ],
      assumptions: ['The mark is of the same pupils in the same subject and was given before the work.'],
      minimum:
        '10 papers with a journal mark. The effect is in marks per pupil: 0.2 is every fifth mark one step higher.',
      wrong: [],
      limits: [
        'In England, at the same external result, schools’ coursework marks differ by .48 of a standard deviation although they are moderated. The difference between schools is therefore allowed for as natural.',
      ],
    },
  },
};
