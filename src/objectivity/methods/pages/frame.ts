import type { Method } from '../model.ts';

/** What all markers share: the honest reference, the combination, the decision. */

export const referenceMethod: Method = {
  id: 'reference',
  group: 'shared',
  marker: null,
  formulas: [
    String.raw`z_u = \frac{T_u - \mu}{\sqrt{s_u^{2} + \tau^{2}}}`,
    String.raw`T_u \sim \mu + \sqrt{s_u^{2} + \tau^{2}}\; t_{\nu}, \qquad (\hat\tau, \hat\nu) = \arg\max \sum_{u:\, T_u < \mu} \ln f_{|t_\nu|}(z_u)`,
  ],
  symbols: [
    {
      tex: 'T_u',
      words: {
        ru: 'величина показателя в классе, школе или муниципалитете',
        en: 'a marker’s statistic in a class, school or municipality',
      },
    },
    { tex: String.raw`\mu`, words: { ru: 'обычное значение у честных', en: 'the usual value of honest units' } },
    {
      tex: 's_u',
      words: { ru: 'случайный разброс при таком числе работ', en: 'sampling spread with that many papers' },
    },
    {
      tex: String.raw`\tau`,
      words: {
        ru: 'естественная разница честных: учителя, учебники, порядок тем',
        en: 'natural difference of honest units: teachers, textbooks, order of topics',
      },
    },
    {
      tex: String.raw`\nu`,
      words: {
        ru: 'вес хвоста: насколько часто бывают редкие отличия',
        en: 'weight of the tail: how often rare differences occur',
      },
    },
  ],
  sources: [
    'Efron B. 2004. Journal of the American Statistical Association 99: 96–104',
    'Barber R., Candès E. 2015. Annals of Statistics 43: 2055–2085',
    'Spiegelhalter D. 2005. Statistics in Medicine 24: 1185–1202',
  ],
  words: {
    ru: {
      title: 'Честный эталон',
      answers: 'Какие отличия бывают у классов и школ, где никто не вмешивался?',
      why: [
        'Классы, которым никто не помогал, тоже разные. Если сравнивать их только со случайностью, половина отмеченных окажется честной. Поэтому сначала оценивается, насколько различаются честные.',
        'Вмешательство сдвигает показатель вверх, значит, те, кто ниже обычного, почти все честные. По нижней половине видно, каким был бы разброс у всех. Классы с сильными признаками в эталон не входят: расчёт делается дважды.',
        'Эталон бывает двух видов. Оценённый по этой же работе: годится, когда вмешательство не у большинства. Замороженный: разброс и уровни, снятые с работы, которая прошла под независимым наблюдением; с ним виден и регион, сдвинутый целиком.',
      ],
      assumptions: [
        'У честных разброс вверх такой же, как вниз.',
        'Вмешательство — меньше чем у трети, и оно поднимает показатель.',
      ],
      minimum:
        'Без нижнего предела: при немногих классах решают заранее взятые из наблюдаемых работ значения, с десятками — данные.',
      wrong: [
        'Если почти весь регион сдвинут одинаково, оценённый по нему же эталон сдвинут вместе с ним: отличить такой регион от честного нельзя. Для этого нужен замороженный эталон, и страница признака говорит, когда его нет.',
        'Замороженный эталон стареет: задания и темы меняются, поэтому рядом стоят его дата и возраст.',
      ],
      limits: [
        'В классах под наблюдением (TIMSS 2007, Россия) разница классов в решаемости одного задания около 0,5 логита; с неё начинается оценка.',
        'В Италии внешний наблюдатель снижал результат класса на 5,5–8,5 % (Bertoni, Brunello, Rocco): такой сдвиг у всех сразу по самим данным не виден.',
      ],
    },
    en: {
      title: 'The honest reference',
      answers: 'Which differences occur between classes and schools where nobody interferes?',
      why: [
        'Classes that nobody helped differ too. Compared with chance alone, half of the marked ones would be honest. So first it is estimated how much honest ones differ.',
        'Interference moves a statistic upwards, so those below the usual are nearly all honest. The lower half shows what the spread of all would be. Classes with strong signs do not enter the reference: the analysis is made twice.',
        'There are two kinds of reference. Estimated from this administration: good where most do not interfere. Frozen: spread and levels taken from an administration held under independent observation; it also shows a region that is shifted as a whole.',
      ],
      assumptions: [
        'Honest units spread upwards as they do downwards.',
        'Less than a third is interfered with, and it raises the statistic.',
      ],
      minimum:
        'No lower limit: with few classes, values taken beforehand from observed administrations decide; with dozens, the data do.',
      wrong: [
        'Where nearly the whole region is shifted alike, a reference estimated from it is shifted with it: such a region cannot be told from a clean one. That takes a frozen reference, and a finding’s page says where there is none.',
        'A frozen reference ages: tasks and topics change, so its date and age stand beside it.',
      ],
      limits: [
        'In proctored classes (TIMSS 2007, Russia) classes differ by about .5 logit on a single task; the estimate starts from there.',
        'In Italy an external observer lowered a class’s result by 5.5–8.5 % (Bertoni, Brunello, Rocco): such a shift of all at once does not show in the data themselves.',
      ],
    },
  },
};

export const combinationMethod: Method = {
  id: 'combination',
  group: 'shared',
  marker: null,
  formulas: [
    String.raw`g_m = \Phi^{-1}(1 - p_m), \qquad g \sim N(0, R)`,
    String.raw`z_k = \frac{a_k^{\top} R^{-1} g}{\sqrt{a_k^{\top} R^{-1} a_k}}, \qquad T = \min_k \frac{\Phi(-z_k)}{w_k}`,
    String.raw`p = 1 - \prod_{k} \bigl( 1 - w_k T \bigr), \qquad \sum_{k} w_k = K`,
  ],
  symbols: [
    {
      tex: 'g_m',
      words: {
        ru: 'показатель на общей шкале: насколько он редок у честных',
        en: 'a marker on a common scale: how rare it is among honest units',
      },
    },
    {
      tex: 'R',
      words: { ru: 'связь показателей между собой у честных', en: 'correlation of the markers among honest units' },
    },
    {
      tex: 'a_k',
      words: {
        ru: 'куда сдвигает показатели каждый известный способ вмешательства',
        en: 'where each known way of interfering moves the markers',
      },
    },
    {
      tex: 'z_k',
      words: {
        ru: 'самая мощная проверка каждого способа: у честных она распределена стандартно',
        en: 'the most powerful test of each way: standard normal among honest units',
      },
    },
    {
      tex: 'w_k',
      words: {
        ru: 'доля способа в допустимой ошибке: у границ больше, у неровного профиля меньше',
        en: 'the way’s part of the error that is allowed: boundaries have more, the uneven profile less',
      },
    },
    {
      tex: 'K',
      words: {
        ru: 'сколько способов можно было проверить: хватило работ для их показателей',
        en: 'how many ways could be asked for: their markers had enough papers',
      },
    },
  ],
  sources: [
    'Neyman J., Pearson E. 1933. Philosophical Transactions of the Royal Society A 231: 289–337',
    'Šidák Z. 1967. Journal of the American Statistical Association 62: 626–633',
    'Genovese C., Roeder K., Wasserman L. 2006. Biometrika 93: 509–524',
    'Barber R., Candès E. 2015. Annals of Statistics 43: 2055–2085',
  ],
  words: {
    ru: {
      title: 'Соединение показателей',
      answers: 'Насколько показатели вместе похожи на известное вмешательство больше, чем на честный класс?',
      why: [
        'Показатели не складываются как правила «два из пяти». Помощь на трудных заданиях поднимает и уровень, и делает отметки ниже работы; завышенные отметки делают обратное. Каждый известный способ вмешательства оставляет свой рисунок, и сравнивается рисунок целиком.',
        'Допустимая ошибка делится между способами не поровну. Поднять можно только те работы, которым не хватило балла, поэтому у границ величина ограничена и порог для неё мягче. Неровный профиль бывает и от порядка тем: он считается, только когда вырос и уровень, и с меньшей долей.',
        'Показатели, для которых не хватило работ, просто не участвуют. Выраженным признак становится, только когда его несут два независимых механизма.',
      ],
      assumptions: [
        'У честных показатели на общей шкале симметричны.',
        'Рисунок известных способов вмешательства верен хотя бы по направлению.',
      ],
      minimum: 'Хотя бы один показатель с достаточным числом работ.',
      wrong: [
        'Вмешательство, которое сдвигает показатели ни в одном из известных направлений, видно только в отдельных показателях.',
      ],
      limits: [
        'Правила «два признака и больше» на смоделированных регионах отмечают 27 % классов, и 83 % отмеченных честные. Поэтому показатели здесь не суммируются.',
      ],
    },
    en: {
      title: 'Combining markers',
      answers: 'How much better do the markers together fit a known interference than an honest class?',
      why: [
        'Markers do not add up like rules of “two out of five”. Help on hard tasks raises the level and leaves marks behind the test; inflated marks do the opposite. Each known way of interfering leaves a pattern of its own, and the whole pattern is compared.',
        'The error that is allowed is not divided evenly. Only papers that miss a mark by little can be lifted, so a boundary’s figure is bounded and its limit milder. An uneven profile may come from the order of topics: it counts only where the level has risen too, and with a smaller part.',
        'Markers that had too few papers take no part. A sign is pronounced only where two independent mechanisms carry it.',
      ],
      assumptions: [
        'On the common scale, markers of honest units are symmetric.',
        'The patterns of the known ways are right at least in direction.',
      ],
      minimum: 'At least one marker with enough papers.',
      wrong: ['Interference that moves the markers in no known direction shows only in the single markers.'],
      limits: [
        'Rules of “two signs or more” mark 27 % of classes in simulated regions, and 83 % of those marked are honest. So markers are not added up here.',
      ],
    },
  },
};

export const decisionMethod: Method = {
  id: 'decision',
  group: 'shared',
  marker: null,
  formulas: [
    String.raw`k^{*} = \max \left\{ k : p_{(k)} \le \frac{k\, q}{m} \right\}`,
    String.raw`p_c \to \frac{p_c}{w_{g(c)}}, \qquad w_g \propto \frac{o_g + 10}{e_g + 10}, \qquad g(c) = \mathbf{1} \Bigl[ \min_{i} \frac{n_c\, p_{(i)}}{i} \le 0{,}05 \Bigr]`,
    String.raw`\mathrm{lfdr}(p) = \frac{\pi_0}{f(p)}`,
    String.raw`\mathrm{E}\,[N_k] = \sum_{i=1}^{k} \bigl( 1 - \mathrm{lfdr}_i \bigr)`,
  ],
  symbols: [
    {
      tex: 'p_{(k)},\\ m',
      words: {
        ru: 'вероятности по возрастанию и число рассмотренных на этом уровне',
        en: 'probabilities in ascending order, and how many were looked at on this level',
      },
    },
    {
      tex: 'q',
      words: {
        ru: 'сколько ложных среди сигналов допускается в среднем: 0,05',
        en: 'share of false ones among signals that is allowed on average: .05',
      },
    },
    {
      tex: String.raw`g(c),\ n_c`,
      words: {
        ru: 'есть ли необычное в других классах той же школы, и сколько их',
        en: 'whether the school’s other classes show anything unusual, and how many they are',
      },
    },
    {
      tex: String.raw`o_g,\ e_g`,
      words: {
        ru: 'сколько редких классов сверх случайного в таких школах нашлось, и сколько было бы, если бы они встречались везде одинаково часто',
        en: 'rare classes beyond chance found in such schools, and how many there would be if they were equally frequent everywhere',
      },
    },
    {
      tex: 'w_g',
      words: {
        ru: 'вес класса; средний по региону равен 1',
        en: 'weight of a class; one on average over the region',
      },
    },
    { tex: String.raw`\pi_0`, words: { ru: 'доля честных', en: 'share of honest units' } },
    {
      tex: 'f',
      words: {
        ru: 'плотность вероятностей всех рассмотренных',
        en: 'density of the probabilities of all that were looked at',
      },
    },
    {
      tex: 'N_k',
      words: {
        ru: 'сколько признаков подтвердится, если проверить первые k',
        en: 'signs confirmed when the first k are checked',
      },
    },
  ],
  sources: [
    'Benjamini Y., Hochberg Y. 1995. Journal of the Royal Statistical Society B 57: 289–300',
    'Genovese C., Roeder K., Wasserman L. 2006. Biometrika 93: 509–524',
    'Hu J., Zhao H., Zhou H. 2010. Journal of the American Statistical Association 105: 1215–1227',
    'Simes R. 1986. Biometrika 73: 751–754',
    'Efron B. 2010. Large-Scale Inference. Cambridge University Press',
    'Strimmer K. 2008. BMC Bioinformatics 9: 303',
  ],
  words: {
    ru: {
      title: 'Решение: сигнал и вероятность ошибки',
      answers: 'Кого отметить, чтобы среди отмеченных ложных было в среднем не больше пяти из ста?',
      why: [
        'Среди тысячи честных классов у пятидесяти найдётся отличие, которое бывает раз в двадцать. Поэтому порог зависит от того, сколько рассмотрено и сколько нашлось редких: чем их больше сверх случайного, тем он мягче. Если в регионе редкие классы собираются в немногих школах, с класса такой школы спрашивается меньше, а с класса спокойной больше; насколько, показывают сами данные. Если не собираются, все классы равны.',
        'Для каждого признака отдельно оценивается вероятность, что именно он ложный. По ней видно, чего ждать от проверки: если сложить вероятности верных, получится ожидаемое число подтверждённых.',
      ],
      assumptions: [
        'Вероятности честных распределены ровно: за этим следит честный эталон.',
        'Классы, школы и муниципалитеты решаются каждый на своём уровне. О классе говорят и другие классы его школы, но не решают за него.',
      ],
      minimum: 'Пока рассмотрено мало, вероятность ошибки смягчается границей, которая от данных не зависит.',
      wrong: [
        'Доля ложных выдерживается в среднем по многим расчётам; в одном она может быть и больше.',
        'Классы одной школы не совсем независимы, поэтому настоящий интервал числа подтверждённых чуть шире.',
      ],
      limits: [
        'Один класс мал: при слабом вмешательстве выше порога почти ничего не видно. Список, упорядоченный для проверки, тогда полезнее порога.',
      ],
    },
    en: {
      title: 'The decision: signal and probability of error',
      answers: 'Which units to mark so that on average no more than five in a hundred of them are false?',
      why: [
        'Of a thousand honest classes fifty have a difference that occurs once in twenty. So the limit depends on how many were looked at and how many rare ones were found: the more beyond chance, the milder. Where rare classes of a region keep to few schools, less is asked of a class of such a school and more of one of a quiet school; how much, the data themselves show. Where they do not, all classes are equal.',
        'For each sign by itself the probability that it is false is estimated. It tells what to expect of checking: the probabilities of being true add up to the expected number of confirmed ones.',
      ],
      assumptions: [
        'Probabilities of honest units are uniform: the honest reference sees to that.',
        'Classes, schools and municipalities are decided each on their own level. The other classes of a school tell something of a class, and do not decide for it.',
      ],
      minimum:
        'While few were looked at, the probability of error is softened by a bound that does not depend on the data.',
      wrong: [
        'The share of false ones is kept on average over many analyses; in a single one it may be larger.',
        'Classes of one school are not quite independent, so the real interval of confirmed ones is somewhat wider.',
      ],
      limits: [
        'A single class is small: with weak interference hardly anything passes the limit. A list in order of checking is then more useful than a limit.',
      ],
    },
  },
};

export const calibrationMethod: Method = {
  id: 'calibration',
  group: 'shared',
  marker: null,
  formulas: [
    String.raw`\Pr(x_{pi} = k) = \frac{\exp \sum_{j \le k} (\theta_p - \tau_{ij})}{\sum_{h=0}^{m_i} \exp \sum_{j \le h} (\theta_p - \tau_{ij})}`,
    String.raw`\ell(\tau) = - \sum_{i} \sum_{k} s_{ik}\, \tau_{ik} - \sum_{r} n_r \ln \gamma_r(\tau)`,
  ],
  symbols: [
    { tex: String.raw`\theta_p`, words: { ru: 'подготовка участника', en: 'ability of a pupil' } },
    {
      tex: String.raw`\tau_{ij}`,
      words: { ru: 'трудность шага: от балла j − 1 к баллу j', en: 'difficulty of a step: from score j − 1 to j' },
    },
    {
      tex: 's_{ik}',
      words: {
        ru: 'сколько участников получили за задание не меньше k баллов',
        en: 'pupils with at least k points on the task',
      },
    },
    { tex: 'n_r', words: { ru: 'сколько участников с суммой r', en: 'pupils with total r' } },
    {
      tex: String.raw`\gamma_r`,
      words: { ru: 'сумма по всем способам набрать r баллов', en: 'sum over all ways to earn r points' },
    },
  ],
  sources: [
    'Masters G. 1982. Psychometrika 47: 149–174',
    'Andersen E. 1972. Journal of the Royal Statistical Society B 34: 42–54',
    'Lord F., Wingersky M. 1984. Applied Psychological Measurement 8: 453–461',
    'Rasch G. 1960. Probabilistic Models for Some Intelligence and Attainment Tests',
  ],
  words: {
    ru: {
      title: 'Калибровка заданий',
      answers: 'Насколько трудно каждое задание, кто бы его ни решал?',
      why: [
        'Модель Раша и её обобщение на задания в несколько баллов отделяют трудность задания от подготовки тех, кто его решал. Условное правдоподобие не требует знать подготовку: достаточно, сколько участников набрали каждую сумму и каждый балл.',
        'По трудностям вычисляется, какое распределение сумм получилось бы само по себе, — с ним можно сравнить и весь регион.',
      ],
      assumptions: [
        'Сумма баллов несёт всё, что работа знает о подготовке.',
        'Варианты калибруются отдельно и связываются общими заданиями.',
      ],
      minimum: 'Десятки работ на балл задания; точность трудности печатается рядом с ней.',
      wrong: [
        'Если задания делят класс по теме, а не по подготовке, модель видит это как несогласие и показывает его.',
      ],
      limits: [
        'Трудности считаются по всему региону: вмешательство в немногих классах их почти не сдвигает, вмешательство во всём регионе — сдвигает.',
      ],
    },
    en: {
      title: 'Calibration of tasks',
      answers: 'How difficult is each task, whoever solves it?',
      why: [
        'The Rasch model and its generalisation to tasks of several points separate a task’s difficulty from the ability of those who solved it. Conditional likelihood does not need the abilities: how many pupils earned each total and each score is enough.',
        'From the difficulties follows the histogram of totals that would come about by itself; a whole region can be compared with it.',
      ],
      assumptions: [
        'The total carries all that the work knows of ability.',
        'Variants are calibrated separately and linked by common tasks.',
      ],
      minimum: 'Dozens of papers per point of a task; the precision of a difficulty is printed beside it.',
      wrong: ['Where tasks divide a class by topic rather than by ability, the model sees it as misfit and shows it.'],
      limits: [
        'Difficulties are taken over the whole region: interference in a few classes hardly moves them, interference everywhere does.',
      ],
    },
  },
};
