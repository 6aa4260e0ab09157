/** Remarks on deadlines, in words. */
import { defineText } from '#src/platform/ui/i18n.ts';
import { count } from '#src/platform/ui/format.ts';
import type { RemarkCode } from './model.ts';
import type { RemarkWords } from './words.ts';

export const deadlineRemarks = defineText({
  ru: {
    noDeadline: {
      title: 'Срок не указан',
      reason: () => 'У мероприятия нет срока. Никто не узнает, когда оно должно быть выполнено.',
      todo: 'Напишите срок. Если пункт выполняется самим приказом, оставьте как есть.',
    },
    deadlineNotUnderstood: {
      title: 'Срок не понят',
      reason: ({ words }) => `Из слов «${words}» не удалось понять, когда это нужно сделать.`,
      todo: 'Напишите срок другими словами: «октябрь 2026 г.», «до 20 мая 2027 г.», «1 раз в четверть».',
    },
    deadlinePartNotUnderstood: {
      title: 'Часть срока не понята',
      reason: ({ words }) => `Слова «${words}» не вошли в даты. Остальная часть срока понята.`,
      todo: 'Проверьте, не потерялось ли важное. Если даты верны, подтвердите их.',
    },
    impossibleDate: {
      title: 'Такого дня нет',
      reason: ({ words, value }) => `В сроке «${words}» стоит день, которого нет в календаре: ${value}.`,
      todo: 'Укажите настоящий день. Предлагаем последний день этого месяца.',
    },
    reversedRange: {
      title: 'Начало позже конца',
      reason: ({ words, day, last }) => `В сроке «${words}» начало ${day} позже конца ${last}.`,
      todo: 'Проверьте, не переставлены ли даты и верен ли год.',
    },
    outsidePlan: {
      title: 'Срок вне периода плана',
      reason: ({ words, day, last, value }) =>
        `Срок «${words}» (${value}) не попадает в период плана: ${day} – ${last}.`,
      todo: 'Проверьте год и месяц. Если период плана другой, укажите его в плане.',
    },
    beforeApproval: {
      title: 'Срок раньше приказа',
      reason: ({ words, day, last }) =>
        `Срок «${words}» истёк ${last}, а приказ, которым утверждён план, подписан ${day}. К тому дню выполнить его уже нельзя.`,
      todo: 'Назначьте новый срок. Если работа сделана раньше, отметьте её выполненной и приложите подтверждение.',
    },
    untilMonth: {
      title: '«До» с одним месяцем',
      reason: ({ words, day, last }) =>
        `Срок «${words}» можно понять двояко: по ${day} или до конца месяца, то есть по ${last}.`,
      todo: 'Выберите день, который имелся в виду.',
    },
    yearMissing: {
      title: 'Год не указан',
      reason: ({ words, value }) => `В сроке «${words}» нет года. Он взят из учебного года плана: ${value}.`,
      todo: 'Впишите год, чтобы срок нельзя было прочесть иначе.',
    },
    augustOfWhichYear: {
      title: 'Август без года',
      reason: ({ words, value, other }) =>
        `В сроке «${words}» август может быть и перед учебным годом (${value}), и в его конце (${other}).`,
      todo: 'Выберите год.',
    },
    lostDash: {
      title: 'Промежуток или перечень?',
      reason: ({ words }) => `Между месяцами в сроке «${words}» нет ни тире, ни запятой. Одно из них потеряно.`,
      todo: 'Выберите: промежуток с первого месяца по последний или отдельный срок в каждом месяце.',
    },
    trailingComma: {
      title: 'Запятая в конце срока',
      reason: ({ words }) => `Срок «${words}» кончается запятой. Возможно, следующий срок потерян.`,
      todo: 'Сверьте с документом. Если срок один, уберите запятую.',
    },
    twoPhases: {
      title: 'Два срока подряд',
      reason: ({ words }) =>
        `В сроке «${words}» одна часть следует за другой. Выполнение каждой нужно подтверждать отдельно, это разные мероприятия.`,
      todo: 'Разделите строку на отдельные мероприятия, каждое со своим сроком.',
    },
    referenceNotAttached: {
      title: 'Дат пока нет',
      reason: ({ words, other }) =>
        other === 'event'
          ? `Срок «${words}» зависит от события, день которого здесь не известен.`
          : `Срок «${words}» зависит от документа, которого здесь нет.`,
      todo: 'Приложите график или план либо отметьте событие, и даты появятся сами.',
    },
    termsNotAttached: {
      title: 'Четверти взяты обычные',
      reason: ({ words }) =>
        `Срок «${words}» зависит от учебных периодов школы. Календарного учебного графика здесь нет, и приняты обычные дни.`,
      todo: 'Укажите четверти, триместры или полугодия своей школы.',
    },
    referenceUnnamed: {
      title: 'Не сказано, по какому графику или плану',
      reason: ({ words }) => `Из слов «${words}» не видно, какой график, план или какая работа имеется в виду.`,
      todo: 'Назовите документ: «по графику ВПР», «по плану ВШК».',
    },
    dayOff: {
      title: 'Срок в выходной',
      reason: ({ words, day, value }) =>
        `Срок «${words}» приходится на ${value === 'sunday' ? 'воскресенье' : 'праздничный день'} ${day}.`,
      todo: 'Перенесите срок на рабочий день до или после него.',
    },
    recurrenceInText: {
      title: 'Повторение осталось в тексте',
      reason: ({ words, value }) =>
        value === ''
          ? `В словах мероприятия сказано «${words}», а срок пуст.`
          : `В словах мероприятия сказано «${words}», а срок «${value}» об этом молчит. Повторы не попадут в напоминания.`,
      todo: 'Перенесите повторение в срок или уберите его из текста.',
    },
    periodNotNamed: {
      title: 'Период плана не назван',
      reason: ({ words, count: measures, last }) =>
        `Срок «${words}» стоит в плане (${count(Number(measures), 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' })}), но когда план заканчивается, в нём не сказано. Пока принят конец учебного года: ${last}.`,
      todo: 'Укажите начало и конец плана.',
    },
  },
  en: {
    noDeadline: {
      title: 'There is no deadline',
      reason: () => 'The measure has no deadline. Nobody will know when it has to be carried out.',
      todo: 'Write the deadline. If the order itself carries the item out, leave it as it is.',
    },
    deadlineNotUnderstood: {
      title: 'The deadline was not understood',
      reason: ({ words }) => `The words “${words}” do not tell when this has to be done.`,
      todo: 'Write the deadline in other words: «октябрь 2026 г.», «до 20 мая 2027 г.», «1 раз в четверть».',
    },
    deadlinePartNotUnderstood: {
      title: 'A part of the deadline was not understood',
      reason: ({ words }) => `The words “${words}” did not become dates. The rest of the deadline was understood.`,
      todo: 'Check that nothing important is lost. If the dates are right, confirm them.',
    },
    impossibleDate: {
      title: 'There is no such day',
      reason: ({ words, value }) => `The deadline “${words}” names a day that no calendar has: ${value}.`,
      todo: 'Name a real day. The last day of that month is proposed.',
    },
    reversedRange: {
      title: 'The beginning is later than the end',
      reason: ({ words, day, last }) =>
        `In the deadline “${words}” the beginning ${day} is later than the end ${last}.`,
      todo: 'Check whether the dates have changed places and whether the year is right.',
    },
    outsidePlan: {
      title: 'The deadline is outside the period of the plan',
      reason: ({ words, day, last, value }) =>
        `The deadline “${words}” (${value}) is not within the period of the plan: ${day} – ${last}.`,
      todo: 'Check the year and the month. If the plan has another period, name it in the plan.',
    },
    beforeApproval: {
      title: 'The deadline is earlier than the order',
      reason: ({ words, day, last }) =>
        `The deadline “${words}” was over on ${last}, and the order that approves the plan was signed on ${day}. It can no longer be kept.`,
      todo: 'Set a new deadline. If the work was done before, mark it as done and attach what shows it.',
    },
    untilMonth: {
      title: '“Until” with a month alone',
      reason: ({ words, day, last }) =>
        `The deadline “${words}” can be read in two ways: until ${day}, or until the end of the month, ${last}.`,
      todo: 'Choose the day that was meant.',
    },
    yearMissing: {
      title: 'The year is not given',
      reason: ({ words, value }) =>
        `The deadline “${words}” has no year. It was taken from the school year of the plan: ${value}.`,
      todo: 'Write the year, so that the deadline cannot be read otherwise.',
    },
    augustOfWhichYear: {
      title: 'August without a year',
      reason: ({ words, value, other }) =>
        `In the deadline “${words}” August may be the one before the school year (${value}) or the one at its end (${other}).`,
      todo: 'Choose the year.',
    },
    lostDash: {
      title: 'A range or a list?',
      reason: ({ words }) =>
        `Neither a dash nor a comma stands between the months of the deadline “${words}”. One of them was lost.`,
      todo: 'Choose: a range from the first month to the last, or a deadline of its own in each month.',
    },
    trailingComma: {
      title: 'A comma at the end of the deadline',
      reason: ({ words }) => `The deadline “${words}” ends with a comma. A further deadline may be lost.`,
      todo: 'Compare with the document. If there is one deadline, remove the comma.',
    },
    twoPhases: {
      title: 'Two deadlines one after the other',
      reason: ({ words }) =>
        `In the deadline “${words}” one part follows another. Each has to be shown to be done by itself: these are different measures.`,
      todo: 'Split the row into measures, each with its own deadline.',
    },
    referenceNotAttached: {
      title: 'There are no dates yet',
      reason: ({ words, other }) =>
        other === 'event'
          ? `The deadline “${words}” depends on an event whose day is not known here.`
          : `The deadline “${words}” depends on a document that is not here.`,
      todo: 'Attach the schedule or plan, or note the event, and the dates will appear.',
    },
    termsNotAttached: {
      title: 'Usual terms were taken',
      reason: ({ words }) =>
        `The deadline “${words}” depends on the terms of the school. Its calendar is not here, and the usual days were taken.`,
      todo: 'Give the terms of your own school.',
    },
    referenceUnnamed: {
      title: 'Which schedule or plan is not said',
      reason: ({ words }) => `The words “${words}” do not tell which schedule, plan or work is meant.`,
      todo: 'Name the document: «по графику ВПР», «по плану ВШК».',
    },
    dayOff: {
      title: 'The deadline is on a day off',
      reason: ({ words, day, value }) =>
        `The deadline “${words}” is on ${value === 'sunday' ? 'a Sunday' : 'a public holiday'}, ${day}.`,
      todo: 'Move the deadline to the working day before or after it.',
    },
    recurrenceInText: {
      title: 'A recurrence stayed in the text',
      reason: ({ words, value }) =>
        value === ''
          ? `The words of the measure say “${words}”, and there is no deadline.`
          : `The words of the measure say “${words}”, and the deadline “${value}” does not. Nobody will be reminded of the repetitions.`,
      todo: 'Move the recurrence to the deadline, or remove it from the text.',
    },
    periodNotNamed: {
      title: 'The period of the plan is not named',
      reason: ({ words, count: measures, last }) =>
        `The deadline “${words}” stands in the plan (${count(Number(measures), 'en', { one: 'measure', other: 'measures' })}), which does not say when it ends. The end of the school year is taken for now: ${last}.`,
      todo: 'Name the beginning and the end of the plan.',
    },
  },
} satisfies Record<'ru' | 'en', Partial<Record<RemarkCode, RemarkWords>>>);
