/**
 * Words of objectivity in Russian and English: names of markers, mechanisms and strengths, and what the heading of a finding
 * says. What a marker saw in a unit and how it can be wrong stand in wording/. Neutral by rule: a sign is what is seen and how
 * strong, never who is to blame.
 */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { MarkerId, Mechanism, Strength, UnitResult } from './model.ts';
import { bySubject } from './subject-words.ts';
import type { Computed, Words } from './wording/phrases.ts';

const MARKER: Readonly<Record<MarkerId, Words>> = {
  B1: { ru: 'Границы отметок', en: 'Mark boundaries' },
  B2: { ru: 'Трудные задания', en: 'Hard tasks' },
  B3: { ru: 'Задания с развёрнутым ответом', en: 'Extended-answer tasks' },
  B4: { ru: 'Профиль заданий', en: 'Task profile' },
  B5: { ru: 'Одинаковые работы', en: 'Identical papers' },
  B6: { ru: 'Уровень результата', en: 'Level of results' },
  B7: { ru: 'Отметки и работа', en: 'Marks and the test' },
  B8: { ru: 'Подтверждение другой процедурой', en: 'Confirmation by another procedure' },
  B9: { ru: 'Разброс и пропуски', en: 'Spread and blanks' },
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
  B8: {
    ru: 'другая процедура не подтверждает результат',
    en: 'another procedure does not confirm the result',
  },
  B9: {
    ru: 'баллы ближе друг к другу, а пропусков меньше, чем у классов того же уровня',
    en: 'totals are closer together and blanks fewer than in classes of the same level',
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

/** Markers that had enough, strongest first. */
export const computedOf = (unit: UnitResult): Computed[] =>
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
