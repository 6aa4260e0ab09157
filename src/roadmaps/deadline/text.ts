/** What a deadline means and what is doubtful in it, in words. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { DeadlineWarning, WarningCode, Window } from './model.ts';
import type { ResolvedDeadline } from './resolve.ts';

export const deadlineSummary = defineText({
  ru: 'что означает срок мероприятия, написанный словами',
  en: 'what the deadline of a measure, written in words, means',
});

interface Words {
  readonly warnings: Readonly<Record<WarningCode, string>>;
  readonly until: (day: string) => string;
  readonly from: (day: string) => string;
  readonly open: string;
  readonly noDates: string;
  readonly waits: (reference: string) => string;
  readonly condition: (condition: string) => string;
  readonly more: (count: number) => string;
}

export const deadlineText = defineText<Words>({
  ru: {
    warnings: {
      noDeadline: 'срок не указан: напишите его или подтвердите, что срока нет',
      notUnderstood: 'срок не понят: напишите его другими словами',
      partNotUnderstood: 'часть слов не понята: проверьте, не потерялось ли важное',
      lostDash: 'между месяцами нет ни тире, ни запятой: это промежуток или перечень?',
      trailingComma: 'в конце запятая: не потерян ли ещё один срок?',
      monthWithoutYear: 'год не указан: взят из учебного года плана',
      dayWithoutYear: 'год не указан: взят из учебного года плана',
      augustOfWhichYear: 'август без года: тот, что перед учебным годом, или тот, что в его конце?',
      untilMonth: '«до» с одним месяцем: до его начала или до его конца?',
      impossibleDate: 'такого дня нет в календаре',
      reversedRange: 'начало позже конца',
      outsidePlan: 'срок вне учебного года или периода плана',
      beforeApproval: 'срок раньше приказа, которым утверждён план',
      twoPhases: 'в сроке две части, одна за другой: может быть, это два мероприятия',
      referenceNotAttached: 'срок ссылается на документ, которого здесь нет: приложите его, и появятся даты',
      foreignLetters: 'в русском слове латинские буквы',
      noStart: 'не сказано, от какого события считать срок',
      noEnd: 'период плана не назван: взят конец учебного года',
    },
    until: (day) => `до ${day}`,
    from: (day) => `с ${day}`,
    open: 'без даты окончания',
    noDates: 'дат нет',
    waits: (reference) => `даты появятся, когда будет приложено: ${reference}`,
    condition: (condition) => `условие: ${condition}`,
    more: (count) => `и ещё ${count}`,
  },
  en: {
    warnings: {
      noDeadline: 'there is no deadline: write one, or confirm that there is none',
      notUnderstood: 'the deadline was not understood: write it in other words',
      partNotUnderstood: 'some words were not understood: check that nothing important is lost',
      lostDash: 'there is neither a dash nor a comma between the months: a range or a list?',
      trailingComma: 'a comma stands at the end: is another deadline lost?',
      monthWithoutYear: 'no year is given: taken from the school year of the plan',
      dayWithoutYear: 'no year is given: taken from the school year of the plan',
      augustOfWhichYear: 'August without a year: the one before the school year, or the one at its end?',
      untilMonth: '“until” with a month alone: until its beginning or its end?',
      impossibleDate: 'the calendar has no such day',
      reversedRange: 'the beginning is later than the end',
      outsidePlan: 'the deadline is outside the school year or the period of the plan',
      beforeApproval: 'the deadline is earlier than the order that approves the plan',
      twoPhases: 'the deadline has two parts, one after the other: perhaps these are two measures',
      referenceNotAttached: 'the deadline refers to a document that is not here: attach it, and there will be dates',
      foreignLetters: 'Latin letters stand in a Russian word',
      noStart: 'the words do not say from which event the time runs',
      noEnd: 'the period of the plan is not named: the end of the school year is taken',
    },
    until: (day) => `until ${day}`,
    from: (day) => `from ${day}`,
    open: 'without an end',
    noDates: 'no dates',
    waits: (reference) => `dates will appear when this is attached: ${reference}`,
    condition: (condition) => `condition: ${condition}`,
    more: (count) => `and ${count} more`,
  },
});

/** «30.11.2026», as documents of the field write days. */
export function dayInWords(day: string): string {
  return day.split('-').reverse().join('.');
}

export function windowInWords({ from, to }: Window, language: Language): string {
  const t = deadlineText[language];
  if (from === null && to === null) return t.open;
  if (to === null) return `${t.from(dayInWords(from!))}, ${t.open}`;
  if (from === null) return t.until(dayInWords(to));
  return from === to ? dayInWords(from) : `${dayInWords(from)} – ${dayInWords(to)}`;
}

export function warningInWords({ code, words }: DeadlineWarning, language: Language): string {
  const message = deadlineText[language].warnings[code];
  return words === null ? message : `«${words}»: ${message}`;
}

/** Occurrences that one line names; the rest is counted. */
const NAMED = 5;

/** «27.11.2023, 25.12.2023, 29.01.2024, 26.02.2024, 25.03.2024 и ещё 2»: what a form says while a person types. */
export function explainDeadline(resolved: ResolvedDeadline, language: Language): string {
  const t = deadlineText[language];
  const named = resolved.windows.slice(0, NAMED).map((window) => windowInWords(window, language));
  const rest = resolved.windows.length - named.length;
  return [
    named.length === 0 ? (resolved.reference === null ? t.noDates : t.waits(resolved.reference)) : named.join(', '),
    ...(rest > 0 ? [t.more(rest)] : []),
    ...(resolved.condition === null ? [] : [`(${t.condition(resolved.condition)})`]),
  ].join(' ');
}
