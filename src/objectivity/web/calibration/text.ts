import { formatNumber } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of the page «Задания» of a work. */
export const text = defineText({
  ru: {
    title: (name: string, hardest: string, easiest: string) =>
      `${name}: труднее всего задание ${hardest}, легче всего ${easiest}`,
    variantTitle: (name: string, variant: string, hardest: string, easiest: string) =>
      `${name}, вариант ${variant}: труднее всего задание ${hardest}, легче всего ${easiest}`,
    plainTitle: (name: string) => `${name}: задания`,
    lead: (procedure: string, papers: string) => `${procedure}, ${papers} по всему региону. `,
    variantLead: (procedure: string, variant: string, own: string, papers: string) =>
      `${procedure}, по всему региону ${papers}; здесь вариант ${variant}: ${own}. `,
    works: 'Работы',
    place: 'Где вы',
    download: 'Скачать в Excel',
    variantFilter: 'Вариант',
    emptyTitle: 'Работ учеников ещё нет',
    empty: 'Трудность заданий появится, когда будут загружены протоколы.',
    withheldTitle: 'Этот вариант писали немногие школы',
    insufficientTitle: 'Данных недостаточно',
    undeterminedTitle: 'Трудность не определяется',
    partsOnly: 'В протоколе только суммы за части: как решено каждое задание, он не говорит.',

    map: 'Участники и задания',
    mapTitle: (hardest: string, easiest: string, above: string) =>
      `Труднее всего задание ${hardest}, легче всего ${easiest}; у ${above} участников подготовка выше средней трудности`,
    solved: (id: string, share: string) => `${id} (решено ${share})`,
    mapNote:
      'Слева — легче и слабее, справа — труднее и сильнее. Отрезок — 95-процентный интервал, засечки — пороги баллов.',
    participants: 'Участники: сколько работ с каждой суммой баллов',
    tasks: 'Задания: трудность',
    mean: 'в среднем',
    axis: 'логиты',
    papersAt: (total: number) => `сумма ${formatNumber(total, 'ru')}`,
    kind: 'Что это',
    at: 'Место на шкале',
    low: 'От',
    high: 'До',
    papersColumn: 'Работ',
    taskName: (id: string) => `Задание ${id}`,

    table: 'Задания',
    tableCaption: 'Трудность заданий',
    fitNote:
      'Инфит и аутфит: 1 — как ожидается; до 0,7 и от 1,3 стоит посмотреть на задание и на то, как его проверяют.',
    answer: 'Ответ',
    aboutVariant: 'О варианте',

    compare: 'Варианты рядом',
    compareCaption: 'Трудность одного и того же номера в разных вариантах',
    compareNote:
      'Номера считаются одним и тем же заданием. Если задания вариантов лишь похожи, отличие говорит, что они не равны по трудности.',
    spread: 'Наибольшее отличие',

    totals: 'Суммы баллов',
    totalsTitle: (total: string) => `Чаще всего сумма ${total}; серым — сколько ожидает модель`,
    observed: 'работы региона',
    model: 'модель',
    totalsNote:
      'Модель знает трудность заданий и разброс подготовки, но не границы отметок: подъём сразу за границей и провал перед ней она не повторяет.',
    totalsCaption: 'Подготовка по сумме баллов',
    abilityError: 'Ошибка',
    abilityNote: 'Ошибка подготовки одного участника велика: по ней видят класс и регион, а не судят об ученике.',
  },
  en: {
    title: (name, hardest, easiest) => `${name}: task ${hardest} is the hardest, task ${easiest} the easiest`,
    variantTitle: (name, variant, hardest, easiest) =>
      `${name}, variant ${variant}: task ${hardest} is the hardest, task ${easiest} the easiest`,
    plainTitle: (name) => `${name}: tasks`,
    lead: (procedure, papers) => `${procedure}, ${papers} over the whole region. `,
    variantLead: (procedure, variant, own, papers) =>
      `${procedure}, ${papers} over the whole region; this is variant ${variant}: ${own}. `,
    works: 'Works',
    place: 'Where you are',
    download: 'Download as Excel',
    variantFilter: 'Variant',
    emptyTitle: 'No papers yet',
    empty: 'The difficulty of the tasks appears when protocols have been uploaded.',
    withheldTitle: 'Few schools wrote this variant',
    insufficientTitle: 'Too little data',
    undeterminedTitle: 'The difficulties are not determined',
    partsOnly: 'The protocol gives the sums of parts only: it does not say how each task was solved.',

    map: 'Pupils and tasks',
    mapTitle: (hardest, easiest, above) =>
      `Task ${hardest} is the hardest, task ${easiest} the easiest; ${above} of the pupils stand above the mean difficulty`,
    solved: (id, share) => `${id} (solved ${share})`,
    mapNote:
      'Left is easier and weaker, right is harder and stronger. A line is the 95% interval, ticks are thresholds of scores.',
    participants: 'Pupils: papers with each total',
    tasks: 'Tasks: difficulty',
    mean: 'mean',
    axis: 'logits',
    papersAt: (total) => `total ${formatNumber(total, 'en')}`,
    kind: 'What it is',
    at: 'Place on the scale',
    low: 'From',
    high: 'To',
    papersColumn: 'Papers',
    taskName: (id) => `Task ${id}`,

    table: 'Tasks',
    tableCaption: 'Difficulty of the tasks',
    fitNote: 'Infit and outfit: 1 is expected; below 0.7 and above 1.3 look at the task and at how it is scored.',
    answer: 'Answer',
    aboutVariant: 'About the variant',

    compare: 'Variants side by side',
    compareCaption: 'Difficulty of the same number in different variants',
    compareNote:
      'A number is taken for the same task. Where the tasks of the variants are only alike, a difference says that they are not equally difficult.',
    spread: 'Largest difference',

    totals: 'Totals',
    totalsTitle: (total) => `The most frequent total is ${total}; grey is what the model expects`,
    observed: 'papers of the region',
    model: 'the model',
    totalsNote:
      'The model knows the difficulty of the tasks and the spread of abilities, but not the boundaries of marks: it does not repeat a peak just above a boundary nor a dip below it.',
    totalsCaption: 'Ability by total',
    abilityError: 'Error',
    abilityNote:
      'The error of one pupil’s ability is large: it is for seeing a class or a region, not for judging a pupil.',
  },
});
