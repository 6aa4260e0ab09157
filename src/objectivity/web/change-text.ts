import { count, formatNumber, percent, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';

/** Words of three passages of a finding: what would change it, who wrote, and the honest reference. */

const papers: PluralForms = { one: 'работу', few: 'работы', many: 'работ' };
const papersEn: PluralForms = { one: 'paper', other: 'papers' };
const inPapers: PluralForms = { one: 'работе', few: 'работах', many: 'работах' };
const strongest: PluralForms = {
  one: 'самый сильный признак',
  few: 'самых сильных признака',
  many: 'самых сильных признаков',
};
const confirmed: PluralForms = { one: 'подтверждённый', few: 'подтверждённых', many: 'подтверждённых' };

/** «8–9», «10». */
function span(low: number, high: number, language: Language): string {
  return low === high ? formatNumber(low, language) : `${formatNumber(low, language)}–${formatNumber(high, language)}`;
}

export const changeText = defineText({
  ru: {
    title: 'Что изменит этот признак',
    reread: (n: number, of: number) =>
      n === 1
        ? `Если перечитать ту работу из ${formatNumber(of, 'ru')}, на которой признак держится сильнее всего, и баллы в ней окажутся верными, признак опустится ниже порога.`
        : `Если перечитать ${count(n, 'ru', papers)} из ${formatNumber(of, 'ru')}, на которых признак держится сильнее всего, и баллы в них окажутся верными, признак опустится ниже порога.`,
    compare: (n: number, of: number) =>
      n === 1
        ? `Если в той работе из ${formatNumber(of, 'ru')}, на которой признак держится сильнее всего, ответы окажутся своими, признак опустится ниже порога.`
        : `Если в ${count(n, 'ru', inPapers)} из ${formatNumber(of, 'ru')}, на которых признак держится сильнее всего, ответы окажутся разными, признак опустится ниже порога.`,
    journal: (n: number, of: number) =>
      n === 1
        ? `Если сверить с журналом ту работу из ${formatNumber(of, 'ru')}, на которой признак держится сильнее всего, и отметка окажется обоснованной, признак опустится ниже порога.`
        : `Если сверить с журналом ${count(n, 'ru', papers)} из ${formatNumber(of, 'ru')}, на которых признак держится сильнее всего, и отметки окажутся обоснованными, признак опустится ниже порога.`,
    held: (n: number, of: number) =>
      `Признак держится на многих работах: он остаётся выше порога, пока не подтверждены ${formatNumber(n, 'ru')} из ${formatNumber(of, 'ru')}, а по остальным судить уже нельзя.`,
    estimate: 'Это оценка: эталон и порог считаются неизменными. После исправления баллов расчёт делается заново.',
    unknown: 'Сколько работ для этого нужно перечитать, по этому расчёту сказать нельзя.',
    notRanked: 'Этот признак складывается из всех работ сразу: порядка, в котором их стоит читать, он не задаёт.',
    show: 'Показать, с каких работ начать',
    opening: 'Открываем…',
    showNote: 'Список по кодам, без имён. Открытие записывается в журнал.',
    noRight: 'Список работ по кодам открывают сотрудники, которым доступны результаты участников.',
    caption: 'Работы в порядке чтения',
    order: 'Порядок',
    code: 'Код',
    className: 'Класс',
    total: 'Сумма, баллов',
    share: 'Доля признака,\u00a0%',
    tableNote: 'Это порядок чтения, а не вывод об учениках: причину отличия показывает только сама работа.',
    yieldTitle: {
      class: 'Чего ждать от проверки классов с признаками',
      school: 'Чего ждать от проверки школ с признаками',
      municipality: 'Чего ждать от проверки муниципалитетов с признаками',
    },
    yield: (first: number, low: number, high: number, all: boolean) =>
      all
        ? `Если проверить все ${formatNumber(first, 'ru')}, ожидается ${span(low, high, 'ru')} ${confirmed.many}.`
        : `Если проверить ${count(first, 'ru', strongest)}, ожидается ${span(low, high, 'ru')} ${confirmed.many}.`,
    yieldOne: (chance: string) => `Признак здесь один; вероятность, что он подтвердится, ${chance}.`,

    participation: 'Кто писал',
    wrote: (present: number, listed: number, share: string, low: string, high: string) =>
      `Писали ${formatNumber(present, 'ru')} из ${formatNumber(listed, 'ru')}: ${share} (от ${low} до ${high}).`,
    regionShare: (share: string) => `По региону ${share}.`,
    otherShare: (share: string) => `В других работах этой процедуры ${share}.`,
    usual: 'Отсутствие обычное.',
    low: (chance: string) => `Так много отсутствующих при обычном составе бывает ${chance}.`,
    unknownAbsence: 'Отсутствующих в файлах региона нет совсем: об участии сказать нельзя.',
    weaker: (absent: string, present: string, n: number) =>
      `Отсутствие слабых: у ${count(n, 'ru', { one: 'отсутствовавшего', few: 'отсутствовавших', many: 'отсутствовавших' })} отметка в журнале в среднем ${absent}, у писавших ${present}. Средний результат от этого выше и без других причин.`,
    notWeaker: (absent: string, present: string) =>
      `Отсутствовали не самые слабые: отметка в журнале у них в среднем ${absent}, у писавших ${present}.`,
    noMarks: 'Были ли отсутствовавшие слабее, сказать нельзя: их отметок в журнале в файле нет.',
    few: 'Были ли отсутствовавшие слабее, сказать нельзя: отметок слишком мало.',
    tooFewListed: (given: number, required: number) =>
      `По списку ${count(given, 'ru', { one: 'участник', few: 'участника', many: 'участников' })}; об участии можно судить, когда их не меньше ${formatNumber(required, 'ru')}.`,

    reference: 'Честный эталон',
    name: 'Эталон',
    kind: 'Откуда',
    made: 'Снят',
    units: 'По скольким',
    engine: 'Версия расчёта',
    ownAdministration: 'эта же работа в регионе',
    estimated: 'оценён по этому проведению',
    frozen: 'заморожен, снят с проведения под независимым наблюдением',
    unitsOf: {
      class: (n: number) => count(n, 'ru', { one: 'класс', few: 'класса', many: 'классов' }),
      school: (n: number) => count(n, 'ru', { one: 'школа', few: 'школы', many: 'школ' }),
      municipality: (n: number) =>
        count(n, 'ru', { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' }),
    },
    madeAt: (day: string, age: string) => `${day}, ${age}`,
    today: 'сегодня',
    days: (n: number) => `${count(n, 'ru', { one: 'день', few: 'дня', many: 'дней' })} назад`,
    months: (n: number) => `${count(n, 'ru', { one: 'месяц', few: 'месяца', many: 'месяцев' })} назад`,
    years: (n: number) => `${count(n, 'ru', { one: 'год', few: 'года', many: 'лет' })} назад`,
    noFrozen:
      'Замороженного эталона для этой работы нет. Регион, результаты которого сдвинуты целиком, по такому эталону нельзя отличить от честного.',
    aboutReference: 'Как устроен эталон',
    package: 'Скачать для проверки расчёта',
    packageNote:
      'Архив: матрица баллов по кодам, параметры, эталон и команда, которая даёт те же цифры. Скачивание записывается в журнал.',
  },
  en: {
    title: 'What would change this sign',
    reread: (n, of) =>
      n === 1
        ? `If the paper of ${formatNumber(of, 'en')} that carries most of the sign is read again and its scores prove right, the sign falls below the limit.`
        : `If the ${count(n, 'en', papersEn)} of ${formatNumber(of, 'en')} that carry most of the sign are read again and their scores prove right, the sign falls below the limit.`,
    compare: (n, of) =>
      n === 1
        ? `If in the paper of ${formatNumber(of, 'en')} that carries most of the sign the answers prove its own, the sign falls below the limit.`
        : `If in the ${count(n, 'en', papersEn)} of ${formatNumber(of, 'en')} that carry most of the sign the answers prove different, the sign falls below the limit.`,
    journal: (n, of) =>
      n === 1
        ? `If the paper of ${formatNumber(of, 'en')} that carries most of the sign is compared with the journal and the mark proves well founded, the sign falls below the limit.`
        : `If the ${count(n, 'en', papersEn)} of ${formatNumber(of, 'en')} that carry most of the sign are compared with the journal and the marks prove well founded, the sign falls below the limit.`,
    held: (n, of) =>
      `The sign rests on many papers: it stays above the limit until ${formatNumber(n, 'en')} of ${formatNumber(of, 'en')} are confirmed, and of the rest nothing can be said.`,
    estimate:
      'This is an estimate: reference and limit are taken as unchanged. When scores are corrected the analysis runs anew.',
    unknown: 'How many papers would have to be read again cannot be said from this analysis.',
    notRanked: 'This sign is made of all papers at once: it gives no order in which to read them.',
    show: 'Show which papers to begin with',
    opening: 'Opening…',
    showNote: 'A list of codes, without names. Opening it is written to the journal.',
    noRight: 'The list of papers by code is open to staff who may read participants’ results.',
    caption: 'Papers in the order of reading',
    order: 'Order',
    code: 'Code',
    className: 'Class',
    total: 'Total, points',
    share: 'Share of the sign,\u00a0%',
    tableNote: 'This is an order of reading, not a verdict on pupils: only the paper itself shows the reason.',
    yieldTitle: {
      class: 'What to expect of checking the classes with signs',
      school: 'What to expect of checking the schools with signs',
      municipality: 'What to expect of checking the municipalities with signs',
    },
    yield: (first, low, high, all) =>
      `If ${all ? `all ${formatNumber(first, 'en')}` : `the ${formatNumber(first, 'en')} strongest signs`} are checked, ${span(low, high, 'en')} are expected to be confirmed.`,
    yieldOne: (chance) => `There is one sign here; the probability that it is confirmed is ${chance}.`,

    participation: 'Who wrote',
    wrote: (present, listed, share, low, high) =>
      `${formatNumber(present, 'en')} of ${formatNumber(listed, 'en')} wrote: ${share} (${low} to ${high}).`,
    regionShare: (share) => `In the region ${share}.`,
    otherShare: (share) => `In the other works of this procedure ${share}.`,
    usual: 'The absence is usual.',
    low: (chance) => `So many absent happen by ordinary chance ${chance}.`,
    unknownAbsence: 'The region’s files list nobody as absent: nothing can be said of participation.',
    weaker: (absent, present, n) =>
      `Weaker pupils were absent: the journal mark of the ${formatNumber(n, 'en')} absent averages ${absent}, of those who wrote ${present}. This raises the mean result without any other cause.`,
    notWeaker: (absent, present) =>
      `Those absent were not the weakest: their journal mark averages ${absent}, of those who wrote ${present}.`,
    noMarks: 'Whether those absent were weaker cannot be said: the file has no journal marks of theirs.',
    few: 'Whether those absent were weaker cannot be said: there are too few marks.',
    tooFewListed: (given, required) =>
      `${count(given, 'en', { one: 'participant is', other: 'participants are' })} listed; participation can be judged from ${formatNumber(required, 'en')} on.`,

    reference: 'Honest reference',
    name: 'Reference',
    kind: 'Where from',
    made: 'Made',
    units: 'From how many',
    engine: 'Engine version',
    ownAdministration: 'this work in the region',
    estimated: 'estimated from this administration',
    frozen: 'frozen, taken from an administration held under independent observation',
    unitsOf: {
      class: (n) => count(n, 'en', { one: 'class', other: 'classes' }),
      school: (n) => count(n, 'en', { one: 'school', other: 'schools' }),
      municipality: (n) => count(n, 'en', { one: 'municipality', other: 'municipalities' }),
    },
    madeAt: (day, age) => `${day}, ${age}`,
    today: 'today',
    days: (n) => `${count(n, 'en', { one: 'day', other: 'days' })} ago`,
    months: (n) => `${count(n, 'en', { one: 'month', other: 'months' })} ago`,
    years: (n) => `${count(n, 'en', { one: 'year', other: 'years' })} ago`,
    noFrozen:
      'There is no frozen reference for this work. A region whose results are shifted as a whole cannot be told from a clean one by such a reference.',
    aboutReference: 'How the reference is made',
    package: 'Download to check the analysis',
    packageNote:
      'An archive: the matrix of scores by code, parameters, reference, and the command that gives the same figures. The download is written to the journal.',
  },
});

const DAY = 86_400_000;

/** How long ago an instant was, in the largest whole unit. */
export function ageOf(madeAt: string, now: Date, language: Language): string {
  const t = changeText[language];
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(madeAt)) / DAY));
  if (days === 0) return t.today;
  if (days < 60) return t.days(days);
  return days < 730 ? t.months(Math.floor(days / 30.44)) : t.years(Math.floor(days / 365.25));
}

/** A share as whole per cents. */
export const share = (value: number, language: Language): string => percent(value, language);
