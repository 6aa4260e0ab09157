import type { Method } from '../model.ts';

export const recheckMethod: Method = {
  id: 'r',
  group: 'marker',
  marker: null,
  formulas: [
    String.raw`d_p = \sum_{i} \bigl( x^{(2)}_{pi} - x^{(1)}_{pi} \bigr), \qquad \delta = \max\!\left( 1,\ \left\lfloor 1.96\, \sigma \sqrt{2\,|\mathcal{E}|} \right\rfloor \right)`,
    String.raw`\kappa_w = 1 - \frac{\sum_{ij} w_{ij} O_{ij}}{\sum_{ij} w_{ij} E_{ij}}, \qquad w_{ij} = \frac{(i - j)^{2}}{(k - 1)^{2}}`,
  ],
  symbols: [
    {
      tex: 'x^{(1)},\\ x^{(2)}',
      words: { ru: 'баллы первой и второй проверки', en: 'scores of the first and the second scoring' },
    },
    {
      tex: String.raw`\delta`,
      words: {
        ru: 'на сколько баллов честно расходятся две проверки одной работы',
        en: 'by how many points two honest scorings of a paper differ',
      },
    },
    {
      tex: String.raw`\sigma,\ \mathcal{E}`,
      words: {
        ru: 'разброс строгости проверяющих, 0,38 балла, и задания с развёрнутым ответом',
        en: 'spread of raters’ severity, .38 of a point, and the tasks with an extended answer',
      },
    },
    {
      tex: String.raw`\kappa_w`,
      words: { ru: 'взвешенная каппа: согласие сверх случайного', en: 'weighted kappa: agreement beyond chance' },
    },
    {
      tex: 'O_{ij},\\ E_{ij}',
      words: {
        ru: 'сколько ответов получили баллы i и j и сколько получили бы случайно',
        en: 'answers with scores i and j, and how many there would be by chance',
      },
    },
  ],
  sources: [
    'Cohen J. 1968. Psychological Bulletin 70: 213–220',
    'Bland J., Altman D. 1986. Lancet 327: 307–310',
    'Shrout P., Fleiss J. 1979. Psychological Bulletin 86: 420–428',
  ],
  words: {
    ru: {
      title: 'Перепроверка',
      answers: 'Отличаются ли первые баллы от вторых больше, чем честные проверяющие отличаются друг от друга?',
      why: [
        'Перепроверка отвечает на то, чего по баллам не узнать: верно ли оценены сами ответы. Считаются доля работ, изменившихся больше допуска, среднее изменение со знаком и согласие проверяющих.',
        'Расхождение в балл обычно: допуск взят из честного разброса проверяющих, а не из нуля.',
      ],
      assumptions: [
        'Вторая проверка не видела первых баллов.',
        'Для вывода обо всех работах перепроверенные выбраны случайно.',
      ],
      minimum: '15 работ. Величины: баллы на работу и доля работ.',
      wrong: [
        'Строгий второй проверяющий снижает все работы: его строгость — часть изменения.',
        'Работы, выбранные потому, что они стоят у границы, меняются сильнее остальных.',
      ],
      limits: [
        'На настоящих письменных работах взвешенная каппа двух проверяющих 0,46–0,79, согласие одной проверки с другой (ICC) 0,42–0,71.',
      ],
    },
    en: {
      title: 'Second scoring',
      answers: 'Do the first scores differ from the second more than honest raters differ among themselves?',
      why: [
        'A second scoring answers what scores cannot tell: whether the answers themselves were scored right. Counted are the share of papers that changed beyond the tolerance, the mean change with its sign, and the agreement of raters.',
        'A point of difference is usual: the tolerance is taken from the honest spread of raters, not from zero.',
      ],
      assumptions: [
        'The second scoring did not see the first scores.',
        'For a conclusion about all papers, those re-scored were drawn at random.',
      ],
      minimum: '15 papers. Units: points per paper and shares of papers.',
      wrong: [
        'A strict second rater lowers all papers: his severity is part of the change.',
        'Papers chosen because they lie near a boundary change more than others.',
      ],
      limits: [
        'On real writing tasks the weighted kappa of two raters is .46–.79, the agreement of single scorings (ICC) .42–.71.',
      ],
    },
  },
};
