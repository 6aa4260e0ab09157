import { defineText } from '#src/platform/ui/i18n.ts';

/** Paragraphs of docs/validation.md. */
export const documentText = defineText({
  ru: {
    made: (seeds: number) =>
      `Этот документ и рисунки написала команда \`npx obektiv validate --seeds ${seeds} --out docs\`. Повторите её с той же версией движка и получите те же числа: зёрна случайных чисел заморожены. \`--seeds\`, \`--strength\`, \`--regime\`, \`--generator\` меняют размах проверки.`,
    what: [
      'Компьютер моделирует регионы, в которых известно, что с какой работой сделано. На них без подсказок отвечают движок и простые правила, которыми пользуются региональные центры, а рядом — алгоритм, которого научили на таких же регионах с ответами. Такого алгоритма ни у кого быть не может: он показывает, сколько вообще можно увидеть в этих данных.',
      'Искажён один класс из десяти, шестью способами поровну: баллы подняты до границы отметки; ответы исправлены; трудные задания решены за учеников; развёрнутые ответы проверены мягче; часть класса списала; отметки журнала завышены. Ещё в двух классах из ста на работу не пришли слабые: это отдельный ответ, и в сигналах такие классы не считаются ни верными, ни ложными.',
      'Честные классы различаются так, как различаются российские классы, писавшие под наблюдением (TIMSS 2007): одни задания классу даются лучше, другие хуже. Пересмотр работ у границ отметок идёт по всему региону, есть честные сильные школы, непройденные темы, учителя строже и мягче. В «естественном» виде честные различия бывают редкими и большими, а дозы искажений меньше и разные.',
      'Второй генератор устроен иначе: другая модель ответа с угадыванием, два варианта, неровное распределение способностей, подсказка вместо решённых заданий, списывание у соседей, мягкость проверяющего как сдвиг. Дозы и честные различия в нём по движку не подбирали. Величины движка выбраны по основному генератору; по второму, на других зёрнах, смотрели, не стало ли хуже и выдерживается ли доля ложных, и после него в сочетание показателей вошёл неровный профиль при поднявшемся уровне.',
    ],
    how: [
      '**AUC** — вероятность, что искажённый класс стоит выше честного: 0,5 — наугад, 1 — безошибочно.',
      '**Найдено искажённых** — доля искажённых классов, о которых сказан сигнал.',
      '**Ложных среди сигналов** — доля честных классов среди отмеченных, в среднем по регионам; движок просят о 5 %.',
      '**Точность в первых k** — доля искажённых среди k классов с самой большой величиной признака; k — сколько их на самом деле.',
    ],
    rules: [
      'Простые правила: интервал среднего класса выше интервала региона (методика 2019 года, как напечатано); трудные задания лучше региона, лёгкие хуже (сообщения 2017–2018 годов); доля пониженных или повышенных отметок больше, чем в регионе; пики на границах отметок; доли «2» и «5». Сигнал — сработали два правила и больше.',
      'Для трёх последних документы не называют порога на уровне класса. Пороги, что встречаются в практике, срабатывают на трети честных классов и чаще, поэтому здесь правилам даны пороги лучше: двадцатая часть классов региона, выделяющихся сильнее всего (для долей отметок — сотая).',
    ],
    doses: [
      'Дозы и честные различия подобраны на отдельных зёрнах по простым правилам и обученному алгоритму так, чтобы задача была той же трудности, что в известных опытах (сильные искажения: AUC правил около 0,80, обученного 0,98; естественные: 0,70 и 0,89), и затем заморожены. Зёрна, на которых считаются эти таблицы, для настройки не использовались.',
      'Модель — не жизнь: она не знает всех способов исказить результат. Числа говорят, насколько движок лучше правил на одних и тех же данных, а не сколько нарушений в регионе.',
    ],
    headings: {
      what: 'Что проверяется',
      how: 'Как читать',
      results: 'Что получилось',
      rules: 'С чем сравнивается',
      limits: 'Чего эта проверка не говорит',
    },
    figure: 'Рисунок',
  },
  en: {
    made: (seeds) =>
      `This document and its figures were written by \`npx obektiv validate --seeds ${seeds} --out docs --lang en\`. Run it again with the same version of the engine and the figures are the same: the seeds are frozen. \`--seeds\`, \`--strength\`, \`--regime\`, \`--generator\` change the extent.`,
    what: [
      'The computer simulates regions in which it is known what was done to which work. The engine answers for them, and so do the rules of thumb that regional centres use; beside them stands a learner that was taught on regions of the same kind with the truth told. Nobody can have such a learner: it shows how much there is to be seen in these data at all.',
      'One class in ten is manipulated, in six ways equally often: lifted to a boundary of marks; answers rewritten; hard tasks solved for the pupils; extended answers scored kindly; a part of the class copied; journal marks inflated. In two more classes of a hundred the weak stayed at home: an answer of its own, counted neither as right nor as false among the signals.',
      'Honest classes differ as proctored Russian classes do (TIMSS 2007): some tasks come easier to a class, others harder. Papers near boundaries are read again in the whole region; there are honest strong schools, topics not reached, strict and lenient teachers. In the “natural” regime honest differences can be rare and large, and doses are smaller and uneven.',
      'The second generator is built otherwise: another response model with guessing, two variants, skewed abilities, hints instead of solved tasks, copying between neighbours, kindness as a shift of the rater. Its doses and honest variation were not set by the engine. The engine’s constants were chosen on the first one; the second, on other seeds, was looked at to see whether anything became worse and whether the false share is kept, and after it the uneven profile with a raised level joined the combination.',
    ],
    how: [
      '**AUC**: the chance that a manipulated class stands above an honest one; 0.5 is guessing, 1 is without error.',
      '**Power**: share of the manipulated classes that are signalled.',
      '**False among signals**: share of honest classes among the signalled, averaged over regions; the engine is asked for 5%.',
      '**Precision at k**: share of manipulated ones among the k classes with the largest index; k is how many there are.',
    ],
    rules: [
      'Rules of thumb: the interval of the class mean above the region’s (methodology of 2019, as printed); hard tasks above the region, easy ones below (announcements of 2017–2018); more marks lowered or raised against the journal than in the region; peaks at boundaries of marks; shares of “2” and “5”. A signal is two rules or more.',
      'For the last three no document sets a bound at the level of a class. Bounds met in practice fire on a third of the honest classes and more, so the rules get better ones here: the twentieth of the region’s classes that stand out most (a hundredth for shares of marks).',
    ],
    doses: [
      'Doses and honest variation were set on seeds of their own, by the rules of thumb and the supervised oracle, so that the task is as hard as in known experiments (strong: AUC of the rules about 0.80, of the oracle 0.98; natural: 0.70 and 0.89), and then frozen. The seeds of these tables were not used for setting anything.',
      'A model is not life: it does not know every way to distort a result. The figures say how much better the engine is than the rules on the same data, not how many violations a region has.',
    ],
    headings: {
      what: 'What is validated',
      how: 'How to read it',
      results: 'Results',
      rules: 'What it is compared with',
      limits: 'What this does not say',
    },
    figure: 'Figure',
  },
});
