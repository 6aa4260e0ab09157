import type { Method } from '../model.ts';

/** What supports a sign and never makes one: the other procedure, spread and blanks. */

export const externalConfirmationMethod: Method = {
  id: 'b8',
  group: 'marker',
  marker: 'B8',
  formulas: [
    String.raw`T_s = a + b\,x_s - y_s, \qquad (a, b) = \arg\min \sum_{s} \frac{(y_s - a - b\,x_s)^{2}}{V_s + \tau^{2}}, \qquad V_s = s_{y}^{2} + b^{2} s_{x}^{2} - 2 r\, b\, s_x s_y`,
    String.raw`\hat T_s = \frac{\tau^{2}}{\tau^{2} + V_s} \, T_s`,
  ],
  symbols: [
    {
      tex: 'x_s',
      words: {
        ru: 'средний балл школы в этой работе, доля наибольшего',
        en: 'mean of the school in this work, share of the maximum',
      },
    },
    {
      tex: 'y_s',
      words: {
        ru: 'средний балл тех же учеников в другой процедуре, доля наибольшего',
        en: 'mean of the same cohort in the other procedure, share of the maximum',
      },
    },
    {
      tex: 'r',
      words: {
        ru: 'связь результатов одних и тех же учеников в двух процедурах, 0,6',
        en: 'correlation of the same pupils’ results in two procedures, .6',
      },
    },
    {
      tex: String.raw`\tau^{2}`,
      words: {
        ru: 'естественный разброс между школами, по самим школам',
        en: 'natural spread between schools, taken from the schools themselves',
      },
    },
  ],
  sources: [
    'Searle S., Casella G., McCulloch C. 1992. Variance Components. Wiley',
    'RISE Working Paper 20/046. 2020',
    'Rosobrnadzor, letter 02-36, 10 March 2025 (sample with independent observers)',
  ],
  words: {
    ru: {
      title: 'Подтверждение другой процедурой',
      answers: 'Показывают ли те же ученики в другой процедуре то, что обещает эта работа?',
      why: [
        'Если результат работы настоящий, его подтвердит экзамен или работа под наблюдением, где повлиять на результат труднее.',
        'Ожидание берётся из всех школ, писавших обе процедуры: сколько в среднем стоит результат одной в баллах другой.',
      ],
      assumptions: [
        'Набор учеников тот же: год процедуры минус класс обучения.',
        'На другую процедуру повлиять труднее, чем на эту.',
      ],
      minimum:
        '20 учеников школы в обеих процедурах и 15 таких школ. Величина измеряется в процентных пунктах от наибольшего балла другой процедуры.',
      wrong: [],
      limits: [
        'В Индонезии переход на компьютерный экзамен снизил средние школ на 0,4 стандартного отклонения, и индекс по ответам предсказал, где именно (RISE, 2020). Сам по себе показатель признаком не становится.',
      ],
    },
    en: {
      title: 'Confirmation by another procedure',
      answers: 'Does the same cohort show in another procedure what this work promises?',
      why: [
        'Where a result is real, an examination or a work under observation, which are harder to influence, will confirm it.',
        'The expectation comes from all schools that wrote both: what a result in one is worth on average in points of the other.',
      ],
      assumptions: [
        'The cohort is the same: year of the procedure less the grade.',
        'The other procedure is harder to influence than this one.',
      ],
      minimum:
        '20 pupils of the school in both procedures and 15 such schools. The effect is in percentage points of the other procedure’s maximum.',
      wrong: [],
      limits: [
        'In Indonesia the change to computer-based examinations lowered school means by 0.4 standard deviations, and an index of answers had predicted where (RISE 2020). By itself this marker never makes a sign.',
      ],
    },
  },
};

export const varianceAndBlanksMethod: Method = {
  id: 'b9',
  group: 'marker',
  marker: 'B9',
  formulas: [
    String.raw`v_c = \sqrt[3]{s_c^{2}}, \qquad b_c = \arcsin \sqrt{\text{blank}_c}`,
    String.raw`T_c = -\frac{1}{2} \left( \frac{v_c - \tilde v(\bar t_c)}{\sigma_v} + \frac{b_c - \tilde b(\bar t_c)}{\sigma_b} \right)`,
  ],
  symbols: [
    {
      tex: 's_c^{2}',
      words: { ru: 'дисперсия сумм баллов класса', en: 'variance of the class’s totals' },
    },
    {
      tex: String.raw`\text{blank}_c`,
      words: { ru: 'доля заданий, к которым не приступали', en: 'share of tasks that nobody began' },
    },
    {
      tex: String.raw`\tilde v(\bar t),\ \tilde b(\bar t)`,
      words: {
        ru: 'обычные значения у классов с таким же средним баллом',
        en: 'usual values among classes of the same mean',
      },
    },
  ],
  sources: [
    'Quintano C., Castellano R., Longobardi S. 2009. Vita e Pensiero (INVALSI)',
    'IPRASE. 2015. Working paper 04/2015',
  ],
  words: {
    ru: {
      title: 'Разброс и пропуски',
      answers: 'Не слишком ли близки друг к другу баллы класса и не слишком ли мало пропусков для его уровня?',
      why: [
        'Когда ответы выравнивают, баллы сближаются и пустых заданий почти не остаётся.',
        'Сравниваются классы одного уровня: у сильных разброс и пропуски малы и сами по себе.',
      ],
      assumptions: ['Пропуски внесены как пропуски («X»), а не нулями.', 'Классы одного уровня похожи друг на друга.'],
      minimum: '15 работ в классе и 30 таких классов. Величина: разброс класса в долях обычного для его уровня.',
      wrong: [],
      limits: [
        'Италия отмечала классы именно так, и повторные работы в Тренто показали: хорошие классы выглядят точно так же (IPRASE, 2015). Поэтому показатель только поддерживает другие и в вероятность признака не входит.',
      ],
    },
    en: {
      title: 'Spread and blanks',
      answers: 'Are the totals of a class too close together, and its blanks too few, for its level?',
      why: [
        'Where answers are evened out, totals draw together and hardly a task is left untouched.',
        'Classes of one level are compared: strong ones have little spread and few blanks by themselves.',
      ],
      assumptions: ['Blanks are entered as blanks, not as zeros.', 'Classes of one level resemble each other.'],
      minimum:
        '15 papers in the class and 30 such classes. The effect is the class’s spread as a multiple of the usual one at its level.',
      wrong: [],
      limits: [
        'Italy marked classes in this way, and works written again in Trento showed that good classes look exactly the same (IPRASE 2015). So the marker only supports others and does not enter the probability of a sign.',
      ],
    },
  },
};
