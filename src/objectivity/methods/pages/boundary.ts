import type { Method } from '../model.ts';

export const boundaryMethod: Method = {
  id: 'b1',
  group: 'marker',
  marker: 'B1',
  formulas: [
    String.raw`f(t) \propto f_{0}(t)\, e^{\lambda t}, \qquad \sum_{t} t\, f(t) = \bar t_u`,
    String.raw`s(t) = \ln \frac{f^{*}(t)}{f(t)}, \qquad z_u = \frac{\sum_{p \in u} s(t_p)}{\sqrt{n_u \operatorname{Var} s}}`,
    String.raw`E_c = (H_c + L_c)\, q_c, \qquad q_c = \frac{\sum_{t=c}^{c+1} f(t)}{\sum_{t=c-2}^{c+1} f(t)}`,
  ],
  symbols: [
    {
      tex: 'f_0',
      words: {
        ru: 'распределение сумм баллов региона вместе с его собственными скоплениями',
        en: "the region's histogram of totals, with its own heaps",
      },
    },
    {
      tex: String.raw`\bar t_u,\ n_u`,
      words: {
        ru: 'средняя сумма и число работ класса или школы',
        en: 'mean total and number of papers of the class or school',
      },
    },
    {
      tex: 'f^{*}',
      words: {
        ru: 'распределение, каким оно стало бы, если часть работ перед границей подняли до неё',
        en: 'the histogram as it would be if some papers below a boundary were lifted to it',
      },
    },
    { tex: 't_p', words: { ru: 'сумма баллов работы', en: 'total of a paper' } },
    {
      tex: 'c,\\ L_c,\\ H_c',
      words: {
        ru: 'балл, с которого начинается отметка; сколько работ за два балла до него и сколько на нём и на балл выше',
        en: 'the total at which a mark begins; papers within two points below it, and at it or a point above',
      },
    },
    {
      tex: 'E_c',
      words: {
        ru: 'сколько работ ожидалось бы наверху: эта цифра стоит в пояснении',
        en: 'papers expected on the upper side: the figure that the explanation quotes',
      },
    },
  ],
  sources: [
    'Chetty R., Friedman J., Olsen T., Pistaferri L. 2011. Quarterly Journal of Economics 126: 749–804',
    'Dee T., Dobbie W., Jacob B., Rockoff J. 2019. American Economic Journal: Applied Economics 11(3): 382–423',
    'Diamond R., Persson P. 2016. NBER Working Paper 22207',
    'Esscher F. 1932. Skandinavisk Aktuarietidskrift 15: 175–195',
  ],
  words: {
    ru: {
      title: 'Границы отметок',
      answers: 'Не стоит ли сразу над границами отметок больше работ, а сразу под ними меньше, чем в регионе?',
      why: [
        'Если работе не хватило балла до отметки и балл добавили, она уходит из-под границы и появляется над ней. На распределении баллов остаются провал и пик рядом.',
        'Скопления у границ бывают во всём регионе, поэтому класс сравнивается не с гладкой кривой, а с распределением региона, сдвинутым к среднему этого класса. Общее для всех скопление признаком не становится.',
      ],
      assumptions: [
        'Класс или школа отличаются от региона уровнем, а не формой распределения.',
        'Муниципалитет, в котором больше десятой части работ региона, со своим же распределением не сравнивается.',
      ],
      minimum:
        'Класс: 8 работ не дальше двух баллов от границ; школа и муниципалитет: 40. Величина измеряется в поднятых работах.',
      wrong: [
        'Общее для всего региона скопление этим способом не видно: сравнивать не с чем, кроме замороженного эталона.',
      ],
      limits: [
        'Класс из 22 работ доказать подъём не может: нужно около (4/p)²/0,45 работ, где p — доля поднятых из тех, кому не хватило. Поэтому класс здесь только подсказывает, а решает школа.',
        'В Нью-Йорке до запрета перепроверки своими силами около 40 % работ рядом с порогом были подняты (Dee и др., 2019); после запрета скопление исчезло.',
        'Усечённый список (слабые не писали) тоже даёт скачок у порога, но без пика: так было в Мехико в 2011–2013 годах.',
      ],
    },
    en: {
      title: 'Mark boundaries',
      answers: 'Are there more papers just above the boundaries of marks, and fewer just below, than in the region?',
      why: [
        'A paper that misses a mark by a point and is given the point leaves the lower side of the boundary and appears on the upper one: a gap and a peak side by side.',
        'Heaps at boundaries can be region-wide, so a class is compared with the region’s histogram moved to the class’s mean, not with a smooth curve. A heap that everybody has is no sign.',
      ],
      assumptions: [
        'A class or school differs from the region in level, not in the shape of its histogram.',
        'A municipality with more than a tenth of the region’s papers is not compared with itself.',
      ],
      minimum:
        'Class: 8 papers within two points of the boundaries; school and municipality: 40. The effect is counted in papers lifted.',
      wrong: [
        'A heap of the whole region cannot be seen in this way: there is nothing to compare with but a frozen reference.',
      ],
      limits: [
        'A class of 22 papers cannot prove lifting: about (4/p)²/.45 papers are needed, p the share lifted of those who missed. A class hints here; its school decides.',
        'In New York about 40 % of papers near the cut were lifted before local re-scoring was banned (Dee et al. 2019); the heap then vanished.',
        'A truncated list (weak pupils did not write) jumps at the cut too, but has no peak: so it was in Mexico City in 2011–2013.',
      ],
    },
  },
};
