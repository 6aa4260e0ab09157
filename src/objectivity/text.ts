/**
 * Words of objectivity in Russian and English: what a marker saw in a unit, how it can be wrong, what the heading of a
 * finding says. Neutral by rule: a sign is what is seen and how strong, never who is to blame.
 */
import { count, formatNumber, plural, points } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Effect, InsufficientReason, MarkerId, MarkerResult, Mechanism, Strength, UnitResult } from './model.ts';
import { bySubject } from './subject-words.ts';

type Words = Readonly<Record<Language, string>>;
type Computed = Extract<MarkerResult, { kind: 'computed' }>;

const MARKER: Readonly<Record<MarkerId, Words>> = {
  B1: { ru: 'Границы отметок', en: 'Mark boundaries' },
  B2: { ru: 'Трудные задания', en: 'Hard tasks' },
  B3: { ru: 'Задания с развёрнутым ответом', en: 'Extended-answer tasks' },
  B4: { ru: 'Профиль заданий', en: 'Task profile' },
  B5: { ru: 'Одинаковые работы', en: 'Identical papers' },
  B6: { ru: 'Уровень результата', en: 'Level of results' },
  B7: { ru: 'Отметки и работа', en: 'Marks and the test' },
};

export const markerName = (id: MarkerId, language: Language): string => MARKER[id][language];

const MECHANISM: Readonly<Record<Mechanism, Words>> = {
  boundary: { ru: 'баллы у границы отметки', en: 'scores at a mark boundary' },
  help: { ru: 'трудные задания и проверка', en: 'hard tasks and scoring' },
  copying: { ru: 'одинаковые работы', en: 'identical papers' },
  level: { ru: 'уровень выше ожидаемого', en: 'level above expectation' },
  marks: { ru: 'отметки выше результата работы', en: 'marks above the test' },
};

export const mechanismName = (mechanism: Mechanism, language: Language): string => MECHANISM[mechanism][language];

const STRENGTH: Readonly<Record<Strength, Words>> = {
  none: { ru: 'нет признака', en: 'no sign' },
  weak: { ru: 'слабый', en: 'weak' },
  noticeable: { ru: 'заметный', en: 'noticeable' },
  pronounced: { ru: 'выраженный', en: 'pronounced' },
};

export const strengthName = (strength: Strength, language: Language): string => STRENGTH[strength][language];

/** What the strongest marker of a unit shows, as the second half of a heading. */
const FACT: Readonly<Record<MarkerId, Words>> = {
  B1: {
    ru: 'чуть выше границы отметки больше работ, чем ожидается, чуть ниже — меньше',
    en: 'there are more papers than expected just above a mark boundary and fewer just below',
  },
  B2: {
    ru: 'трудные задания решены лучше ожидаемого, лёгкие — нет',
    en: 'hard tasks were solved better than expected, easy ones were not',
  },
  B3: {
    ru: 'за развёрнутые ответы баллов больше ожидаемого, за краткие — нет',
    en: 'extended answers earned more than expected, short ones did not',
  },
  B4: {
    ru: 'задания решены неровно: одни намного лучше, другие намного хуже ожидаемого',
    en: 'tasks were solved unevenly: some much better, some much worse than expected',
  },
  B5: {
    ru: 'работы похожи друг на друга больше, чем ожидается',
    en: 'papers resemble each other more than expected',
  },
  B6: {
    ru: 'результат выше, чем ожидается по отметкам и другим работам',
    en: 'the result is higher than marks and other works lead one to expect',
  },
  B7: {
    ru: 'отметки в журнале выше, чем у таких же работ в других школах',
    en: 'journal marks are higher than for the same papers elsewhere',
  },
};

/** Where it is seen: «В 5Б по математике», «Школа № 3: по математике в 5 классах». */
function place(unit: UnitResult, language: Language): string {
  if (language === 'ru') {
    const subject = bySubject(unit.subject);
    if (unit.level === 'class') return `В ${unit.className} ${subject}`;
    return `${unit.school ?? unit.municipality}: ${subject} в ${unit.grade}${'\u00a0'}классах`;
  }
  if (unit.level === 'class') return `${unit.className}, ${unit.subject}:`;
  return `${unit.school ?? unit.municipality}, ${unit.subject}, grade ${unit.grade}:`;
}

const computedOf = (unit: UnitResult): Computed[] =>
  unit.markers.filter((marker): marker is Computed => marker.kind === 'computed').sort((a, b) => a.p - b.p);

/** The marker that speaks for the unit: the strongest of those whose mechanism carries the sign. */
export function leadingMarker(unit: UnitResult): Computed | null {
  const computed = computedOf(unit);
  return computed.find((marker) => unit.mechanisms.includes(marker.mechanism)) ?? computed[0] ?? null;
}

/** The heading of a finding: a sentence of fact. */
export function headline(unit: UnitResult, language: Language): string {
  const where = place(unit, language);
  const marker = leadingMarker(unit);
  if (unit.p === null || marker === null) {
    return `${where} ${language === 'ru' ? 'работ слишком мало для вывода' : 'too few papers for a conclusion'}`;
  }
  if (!unit.signalled && unit.strength === 'none') {
    return `${where} ${language === 'ru' ? 'явных признаков не найдено' : 'no clear sign was found'}`;
  }
  return `${where} ${FACT[marker.id][language]}`;
}

/** «(от 0,2 до 0,9)»; nothing where the marker has no interval. */
function range({ low, high }: Effect, language: Language, digits = 1): string {
  if (low === undefined || high === undefined) return '';
  const from = formatNumber(low, language, { digits });
  const to = formatNumber(high, language, { digits });
  return language === 'ru' ? ` (от ${from} до ${to})` : ` (${from} to ${to})`;
}

const size = (value: number, language: Language, digits = 1): string =>
  formatNumber(Math.abs(value), language, { digits });

/** Whether the effect is printed as zero: then there is neither «больше» nor «меньше» to speak of. */
const roundsToZero = (value: number, digits = 1): boolean => Number(Math.abs(value).toFixed(digits)) === 0;

/** «больше» or «меньше», by the sign. */
function comparison(value: number, language: Language, up: Words, down: Words): string {
  return value < 0 ? down[language] : up[language];
}

const MORE: Words = { ru: 'больше', en: 'more' };
const LESS: Words = { ru: 'меньше', en: 'less' };
const HIGHER: Words = { ru: 'выше', en: 'higher' };
const LOWER: Words = { ru: 'ниже', en: 'lower' };

/** «балла», the genitive that a fraction asks for: «на 0,4 балла». */
function pointsWord(value: number, language: Language): string {
  if (language === 'en') return 'points';
  const shown = Number(Math.abs(value).toFixed(1));
  return Number.isInteger(shown) ? plural(shown, 'ru', { one: 'балл', few: 'балла', many: 'баллов' }) : 'балла';
}

function taskList(marker: Computed, most: number): string {
  const tasks = [...(marker.details.tasks ?? [])].sort((a, b) => b.z - a.z).slice(0, most);
  return tasks.map((task) => task.id).join(', ');
}

function explainContrast(marker: Computed, language: Language, about: Words): string {
  const { effect } = marker;
  const tasks = taskList(marker, 4);
  const named = tasks ? ` (${tasks})` : '';
  if (roundsToZero(effect.value))
    return language === 'ru'
      ? `${about.ru}${named} получено почти столько же, сколько у участников региона с такими же суммами: заметной разницы нет${range(effect, 'ru')}.`
      : `${about.en}${named} earned nearly the same as with pupils of the region who have the same totals: there is no noticeable difference${range(effect, 'en')}.`;
  const amount = size(effect.value, language);
  const direction = comparison(effect.value, language, MORE, LESS);
  return language === 'ru'
    ? `${about.ru}${named} получено в среднем на ${amount} ${pointsWord(effect.value, 'ru')} на участника ${direction}${range(effect, 'ru')}, чем у участников региона с такими же суммами.`
    : `${about.en}${named} earned on average ${amount} points per pupil ${direction}${range(effect, 'en')} than with pupils of the region who have the same totals.`;
}

function explainBoundary(marker: Computed, language: Language): string {
  const { effect } = marker;
  const [first] = [...(marker.details.boundaries ?? [])].sort(
    (a, b) => b.above - b.expectedAbove - (a.above - a.expectedAbove),
  );
  const lifted = Math.max(0, Math.round(effect.value));
  if (language === 'ru') {
    const paper = { one: 'работа', few: 'работы', many: 'работ', other: 'работы' };
    const seen = first
      ? `У границы отметки «${first.mark}» (${points(first.score, 'ru')}) чуть выше ${count(first.above, 'ru', paper)}, чуть ниже ${formatNumber(first.below, 'ru')}; по распределению региона выше ожидалось бы около ${formatNumber(first.expectedAbove, 'ru')}. `
      : '';
    const sum =
      lifted > 0
        ? `Сверх ожидаемого над границами отметок около ${count(lifted, 'ru', { one: 'работы', few: 'работ', many: 'работ' })}${range(effect, 'ru', 0)}.`
        : 'Сверх ожидаемого работ над границами отметок нет.';
    return seen + sum;
  }
  const seen = first
    ? `At the boundary of mark ${first.mark} (${points(first.score, 'en')}) ${count(first.above, 'en', { one: 'paper lies', other: 'papers lie' })} just above and ${first.below} just below; the region's distribution would put about ${formatNumber(first.expectedAbove, 'en')} above. `
    : '';
  return lifted > 0
    ? `${seen}Papers above mark boundaries beyond expectation: about ${lifted}${range(effect, 'en', 0)}.`
    : `${seen}There are no papers above mark boundaries beyond expectation.`;
}

function explainProfile(marker: Computed, language: Language): string {
  const odd = [...(marker.details.tasks ?? [])].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, 4);
  const list = odd
    .map(
      ({ id, observed, expected }) =>
        `${id} (${formatNumber(observed - expected, language, { digits: 1, signed: true })})`,
    )
    .join(', ');
  const tasks = Math.round(marker.effect.value);
  if (language === 'ru') {
    const odds =
      tasks > 0
        ? `Сильно отличаются от ожидаемого ${count(tasks, 'ru', { one: 'задание', few: 'задания', many: 'заданий' })}`
        : 'Ни одно задание не отличается от ожидаемого сильно';
    return list ? `${odds}; больше всего разница, в баллах на участника: ${list}.` : `${odds}.`;
  }
  const odds =
    tasks > 0
      ? `${count(tasks, 'en', { one: 'task differs', other: 'tasks differ' })} strongly from expectation`
      : 'No task differs strongly from expectation';
  return list ? `${odds}; the largest differences, points per pupil: ${list}.` : `${odds}.`;
}

function explainLikeness(marker: Computed, language: Language): string {
  const { equalPerPair, expectedPerPair, alikePairs = 0, alikePupils, classes } = marker.details.figures ?? {};
  const pairsRu = count(alikePairs, 'ru', { one: 'пара', few: 'пары', many: 'пар' });
  if (language === 'ru') {
    const agree =
      equalPerPair === undefined || expectedPerPair === undefined
        ? ''
        : `В среднем у двух работ совпадают баллы за ${formatNumber(equalPerPair, 'ru', { digits: 1 })} задания, ожидалось ${formatNumber(expectedPerPair, 'ru', { digits: 1 })}. `;
    const alike =
      alikePairs > 0
        ? `Почти одинаковых работ — ${pairsRu}${alikePupils ? ` (${count(alikePupils, 'ru', { one: 'участник', few: 'участника', many: 'участников' })})` : ''}${classes ? ` в ${count(classes, 'ru', { one: 'классе', few: 'классах', many: 'классах' })}` : ''}.`
        : 'Почти одинаковых работ нет.';
    return agree + alike;
  }
  const agree =
    equalPerPair === undefined || expectedPerPair === undefined
      ? ''
      : `On average two papers agree in ${formatNumber(equalPerPair, 'en', { digits: 1 })} task scores where ${formatNumber(expectedPerPair, 'en', { digits: 1 })} were expected. `;
  const alike =
    alikePairs > 0
      ? `Nearly identical: ${count(alikePairs, 'en', { one: 'pair', other: 'pairs' })}${alikePupils ? ` (${count(alikePupils, 'en', { one: 'pupil', other: 'pupils' })})` : ''}${classes ? ` in ${count(classes, 'en', { one: 'class', other: 'classes' })}` : ''}.`
      : 'No nearly identical papers.';
  return agree + alike;
}

function explainLevel(marker: Computed, language: Language): string {
  const { effect } = marker;
  if (roundsToZero(effect.value))
    return language === 'ru'
      ? `Сумма баллов такая, как ожидается по отметкам в журнале, другим классам школы и другим работам класса: заметной разницы нет${range(effect, 'ru')}.`
      : `The total is what journal marks, the school's other classes and the class's other works lead one to expect: there is no noticeable difference${range(effect, 'en')}.`;
  const amount = size(effect.value, language);
  const direction = comparison(effect.value, language, HIGHER, LOWER);
  return language === 'ru'
    ? `Сумма баллов в среднем на ${amount} ${pointsWord(effect.value, 'ru')} на участника ${direction}${range(effect, 'ru')}, чем ожидается по отметкам в журнале, другим классам школы и другим работам класса.`
    : `The total is on average ${amount} points per pupil ${direction}${range(effect, 'en')} than journal marks, the school's other classes and the class's other works lead one to expect.`;
}

function explainMarks(marker: Computed, language: Language): string {
  const { effect } = marker;
  if (roundsToZero(effect.value, 2))
    return language === 'ru'
      ? `Отметки по журналу такие, как ожидается при таких суммах баллов: заметной разницы нет${range(effect, 'ru', 2)}.`
      : `Journal marks are as expected for these totals: there is no noticeable difference${range(effect, 'en', 2)}.`;
  const { meanJournalMark: mean, expectedJournalMark: expected } = marker.details.figures ?? {};
  const amount = size(effect.value, language, 2);
  const direction = comparison(effect.value, language, HIGHER, LOWER);
  const every = effect.value >= 0.1 ? Math.round(1 / effect.value) : 0;
  if (language === 'ru') {
    const means =
      mean === undefined || expected === undefined
        ? ''
        : `: ${formatNumber(mean, 'ru', { digits: 2 })} вместо ожидаемых ${formatNumber(expected, 'ru', { digits: 2 })} у таких же работ региона`;
    const steps = every > 1 && every <= 10 ? ` Это как если бы каждая ${every}-я отметка была на ступень выше.` : '';
    return `Отметки по журналу в среднем на ${amount} ${direction}${range(effect, 'ru', 2)}, чем ожидается при таких суммах баллов${means}.${steps}`;
  }
  const means =
    mean === undefined || expected === undefined
      ? ''
      : `: ${formatNumber(mean, 'en', { digits: 2 })} where ${formatNumber(expected, 'en', { digits: 2 })} was expected for the same papers of the region`;
  const steps = every > 1 && every <= 10 ? ` That is as if one mark in ${every} were one step higher.` : '';
  return `Journal marks are on average ${amount} ${direction}${range(effect, 'en', 2)} than expected for these totals${means}.${steps}`;
}

/** What there is too little of: the sentence needs it in the genitive. */
const LACK: Readonly<Record<InsufficientReason, (required: number, given: number) => Words>> = {
  papers: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'работы', few: 'работ', many: 'работ' })}, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'paper', other: 'papers' })} needed, ${given} present`,
  }),
  papersNearBoundary: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'работы', few: 'работ', many: 'работ' })} у границ отметок, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'paper', other: 'papers' })} near mark boundaries needed, ${given} present`,
  }),
  classes: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'класса', few: 'классов', many: 'классов' })} с достаточным числом работ, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'class', other: 'classes' })} with enough papers needed, ${given} present`,
  }),
  journalMarks: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'отметки', few: 'отметок', many: 'отметок' })} по журналу, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'journal mark', other: 'journal marks' })} needed, ${given} present`,
  }),
  tasks: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'задания', few: 'заданий', many: 'заданий' })} с разными баллами, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'task', other: 'tasks' })} with differing scores needed, ${given} present`,
  }),
  extendedTasks: () => ({
    ru: 'в работе нет заданий с развёрнутым ответом или они не отмечены в описании работы',
    en: 'the work has no extended-answer tasks, or its description does not say which they are',
  }),
  scale: () => ({ ru: 'у работы нет шкалы отметок', en: 'the work has no scale of marks' }),
  reference: () => ({
    ru: 'не с чем сравнить: мало других классов или школ',
    en: 'nothing to compare with: too few other classes or schools',
  }),
};

/** One sentence or two about what a marker saw in this unit, or why it could not look. */
export function explain(marker: MarkerResult, _unit: UnitResult, language: Language): string {
  if (marker.kind === 'insufficient') {
    return `${markerName(marker.id, language)}: ${LACK[marker.reason](marker.required, marker.given)[language]}.`;
  }
  switch (marker.id) {
    case 'B1':
      return explainBoundary(marker, language);
    case 'B2':
      return explainContrast(marker, language, { ru: 'За самые трудные задания', en: 'The hardest tasks' });
    case 'B3':
      return explainContrast(marker, language, {
        ru: 'За задания с развёрнутым ответом',
        en: 'Tasks with an extended answer',
      });
    case 'B4':
      return explainProfile(marker, language);
    case 'B5':
      return explainLikeness(marker, language);
    case 'B6':
      return explainLevel(marker, language);
    case 'B7':
      return explainMarks(marker, language);
    default:
      return markerName(marker.id satisfies never, language);
  }
}

/** How each marker can be wrong, most likely first. */
const CAVEATS: Readonly<Record<MarkerId, Readonly<Record<Language, readonly string[]>>>> = {
  B1: {
    ru: [
      'Работы рядом с границей могли перечитать по общему для всех порядку, и часть выросла законно.',
      'Если задания стоят по 2–3 балла, некоторые суммы встречаются чаще сами по себе.',
    ],
    en: [
      'Papers near a boundary may have been read again by a rule common to all, and some rose rightly.',
      'Where tasks are worth 2–3 points, some totals are more frequent by themselves.',
    ],
  },
  B2: {
    ru: [
      'Класс мог учиться по углублённой программе: трудное ему привычнее при той же сумме.',
      'Тему трудных заданий могли пройти незадолго до работы.',
      'Если сдвиг есть во всём муниципалитете, причина скорее в порядке тем.',
    ],
    en: [
      'The class may follow an advanced programme: hard tasks are then more familiar at the same total.',
      'The topic of the hard tasks may have been taught shortly before.',
      'Where the whole municipality shifts, the order of topics is the likelier cause.',
    ],
  },
  B3: {
    ru: [
      'Проверяющие честно различаются в строгости на 0,1–0,4 балла за задание.',
      'Класс мог в самом деле писать развёрнутые ответы лучше, чем решать задания с кратким ответом.',
    ],
    en: [
      'Raters honestly differ in severity by 0.1–0.4 points a task.',
      'The class may truly be better at extended answers than at short ones.',
    ],
  },
  B4: {
    ru: [
      'Другой порядок тем или другой учебник сам по себе меняет профиль.',
      'Если в протоколе перепутаны варианты, профиль ломается у всего класса.',
    ],
    en: [
      'Another order of topics or another textbook changes the profile by itself.',
      'Variants mixed up in the protocol break the profile of the whole class.',
    ],
  },
  B5: {
    ru: [
      'Группа, которую готовили одинаково, ошибается одинаково.',
      'Если одно задание всему классу оценили по особому правилу, работы сближаются.',
      'Сравниваются баллы, а не сами ответы: посмотрите работы, прежде чем что-либо решать.',
    ],
    en: [
      'A group prepared in the same way errs in the same way.',
      'One task scored by a rule of its own for the whole class draws papers together.',
      'Scores are compared, not answers: look at the papers before deciding anything.',
    ],
  },
  B6: {
    ru: [
      'Строгий учитель ставит отметки ниже, чем класс умеет.',
      'Хорошее преподавание и повторение темы перед работой дают тот же рост.',
      'Сам по себе этот показатель сигнала не даёт, он только поддерживает другие.',
    ],
    en: [
      'A strict teacher gives lower marks than the class deserves.',
      'Good teaching, or a topic repeated just before, gives the same rise.',
      'Alone this marker gives no signal; it only supports others.',
    ],
  },
  B7: {
    ru: [
      'Отметка учитывает и старание, и работу на уроке, а не только знания.',
      'Честные школы различаются в щедрости отметок примерно на половину стандартного отклонения.',
    ],
    en: [
      'A mark includes diligence and class work, not knowledge alone.',
      'Honest schools differ in generosity of marks by about half a standard deviation.',
    ],
  },
};

/** How a unit's signs can be wrong: caveats of the markers that stand out, then of every sign. */
export function caveats(unit: UnitResult, language: Language): string[] {
  const notable = computedOf(unit).filter((marker, index) => marker.p < 0.05 || index === 0);
  const own = notable.flatMap((marker) => CAVEATS[marker.id][language]);
  const common: string[] = [];
  if (unit.participants < 25) {
    common.push(
      language === 'ru'
        ? 'Работ немного: одна-две необычные работы меняют картину.'
        : 'There are few papers: one or two unusual ones change the picture.',
    );
  }
  if (unit.absent > 0.15 * (unit.absent + unit.participants)) {
    common.push(
      language === 'ru'
        ? 'Многие отсутствовали: если не писали слабые, результат выше и без других причин.'
        : 'Many were absent: if weaker pupils did not write, the result is higher with no other cause.',
    );
  }
  return [...new Set([...own, ...common])];
}
