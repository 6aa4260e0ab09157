/** Words of carrying out that server and pages share: dates of an occurrence, who answers, columns of the downloads. */
import { date } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { RecordKind } from './model.ts';
import type { WeekGroup } from './rules.ts';

export interface Days {
  readonly opensOn: string | null;
  readonly dueOn: string | null;
}

const ru = {
  group: {
    overdue: 'Срок прошёл',
    today: 'Сегодня последний день',
    returned: 'Вернули с замечанием',
    review: 'Ждут вашей проверки',
    thisWeek: 'До конца недели',
    soon: 'В следующие две недели',
    continuous: 'Постоянная работа: за этот месяц подтверждений ещё нет',
    unresolved: 'Срок не определён',
  } satisfies Record<WeekGroup, string>,
  recordKind: {
    import: 'загрузка результатов',
    work: 'работа и её анализ',
    finding: 'признак',
    document: 'документ из системы',
    report: 'аналитический отчёт',
  } satisfies Record<RecordKind, string>,
  noDay: 'срок не определён',
  from: (day: string) => `с ${day}, без крайнего срока`,
  until: (day: string) => `до ${day}`,
  between: (from: string, to: string) => `${from} – ${to}`,
  standsIn: (name: string) => `замещает ${name}`,
  sheet: {
    week: 'Что сделать на этой неделе',
    weekFile: 'Что сделать.xlsx',
    occurrences: 'Сроки плана',
    occurrencesFile: 'Сроки плана.xlsx',
    people: 'Кто за что отвечает',
    peopleFile: 'Кто за что отвечает.xlsx',
    substitutions: 'Замещение',
    substitutionsFile: 'Замещение.xlsx',
    group: 'Что',
    number: '№',
    measure: 'Мероприятие',
    section: 'Раздел',
    deadline: 'Срок в плане',
    opens: 'С',
    due: 'Не позднее',
    state: 'Состояние',
    remark: 'Замечание',
    parties: 'Кто отвечает',
    plan: 'План',
    who: 'Кто',
    part: 'Роль',
    measures: 'Мероприятий',
    dates: 'Сроков',
    overdue: 'Срок прошёл',
    thisWeek: 'На этой неделе',
    review: 'На проверке',
    returned: 'Возвращено',
    finished: 'Закрыто',
    absent: 'Кого замещают',
    substitute: 'Кто замещает',
    post: 'Должность',
    from: 'С',
    to: 'По',
    order: 'Приказ',
    orderDate: 'Дата приказа',
    ended: 'Прекращено',
    organization: 'Организация',
    on: 'На день',
    by: 'Кто скачал',
    nobody: 'ответственный не назван',
  },
};

export const carryingText = defineText({
  ru,
  en: {
    group: {
      overdue: 'Past its date',
      today: 'Due today',
      returned: 'Returned with a remark',
      review: 'Wait for your review',
      thisWeek: 'By the end of the week',
      soon: 'Within the next two weeks',
      continuous: 'Continuous work without evidence this month yet',
      unresolved: 'No date yet',
    },
    recordKind: {
      import: 'import of results',
      work: 'work and its analysis',
      finding: 'sign',
      document: 'document of the system',
      report: 'analytic report',
    },
    noDay: 'no date yet',
    from: (day) => `from ${day}, no last day`,
    until: (day) => `by ${day}`,
    between: (from, to) => `${from} – ${to}`,
    standsIn: (name) => `stands in for ${name}`,
    sheet: {
      week: 'To do this week',
      weekFile: 'To do.xlsx',
      occurrences: 'Dates of the plan',
      occurrencesFile: 'Dates of the plan.xlsx',
      people: 'Who answers for what',
      peopleFile: 'Who answers for what.xlsx',
      substitutions: 'Substitution',
      substitutionsFile: 'Substitution.xlsx',
      group: 'What',
      number: 'No.',
      measure: 'Measure',
      section: 'Section',
      deadline: 'Deadline in the plan',
      opens: 'From',
      due: 'Not later than',
      state: 'State',
      remark: 'Remark',
      parties: 'Who answers',
      plan: 'Plan',
      who: 'Who',
      part: 'Part',
      measures: 'Measures',
      dates: 'Dates',
      overdue: 'Past its date',
      thisWeek: 'This week',
      review: 'Under review',
      returned: 'Returned',
      finished: 'Closed',
      absent: 'Who is away',
      substitute: 'Who stands in',
      post: 'Post',
      from: 'From',
      to: 'To',
      order: 'Order',
      orderDate: 'Date of the order',
      ended: 'Ended',
      organization: 'Organisation',
      on: 'On the day',
      by: 'Downloaded by',
      nobody: 'nobody is named',
    },
  },
});

/** «до 30.11.2026», «01.11.2026 – 30.11.2026», «с 01.09.2026, без крайнего срока». */
export function daysInWords({ opensOn, dueOn }: Days, language: Language): string {
  const t = carryingText[language];
  if (dueOn === null) return opensOn === null ? t.noDay : t.from(date(opensOn, language));
  if (opensOn === null || opensOn === dueOn) return t.until(date(dueOn, language));
  return t.between(date(opensOn, language), date(dueOn, language));
}

export interface PartyWords {
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly holder: string | null;
}

/** «Заместитель директора Иванова И. И.», «Руководители ШМО»: the words of the plan, and the holder of the post where it names none. */
export function partyInWords({ post, person, organisation, holder }: PartyWords): string {
  const who = person ?? (holder === null ? null : shortName(holder));
  if (who === null) return [post, organisation].filter((part) => part !== null).join(' ');
  return [[post, who].filter((part) => part !== null).join(' '), organisation]
    .filter((part) => part !== null)
    .join(', ');
}

/** «Иванова Ирина Петровна» as «Иванова И. П.». */
export function shortName(fullName: string): string {
  const [surname, ...names] = fullName.split(/\s+/u).filter(Boolean);
  return [surname, ...names.map((name) => (name.endsWith('.') ? name : `${name[0]}.`))].join('\u00a0');
}
