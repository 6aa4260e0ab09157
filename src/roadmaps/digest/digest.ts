/** The weekly digest: what a person has to do this week, as a letter that is read in a minute. */
import { messageOf } from '#src/notifications/message.ts';
import type { Message } from '#src/notifications/model.ts';
import type { Language } from '#src/platform/errors.ts';
import { count, date } from '#src/platform/ui/format.ts';
import { WEEK_GROUPS, type WeekGroup } from '../carrying/rules.ts';
import type { Week, WeekRow } from '../carrying/week/week.ts';

/** What goes on all year and what has no days yet is no matter of this week. */
type Asked = Exclude<WeekGroup, 'continuous' | 'unresolved'>;
const ASKED = WEEK_GROUPS.filter((group): group is Asked => group !== 'continuous' && group !== 'unresolved');

const WORDS = {
  ru: {
    subject: (day: string, n: number) =>
      `Неделя с ${day}: ${count(n, 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' })}`,
    lead: (organization: string) => `${organization}. Что сделать на этой неделе:`,
    groups: {
      overdue: 'Срок прошёл',
      today: 'Сегодня',
      returned: 'Возвращено с замечанием',
      review: 'Ждёт вашей проверки',
      thisWeek: 'До конца недели',
      soon: 'В ближайшие две недели',
    } satisfies Record<Asked, string>,
    due: (day: string) => `срок ${day}`,
    further: (n: number) => `и ещё ${n}`,
    open: (address: string) => `Открыть список: ${address}`,
  },
  en: {
    subject: (day: string, n: number) => `Week of ${day}: ${count(n, 'en', { one: 'measure', other: 'measures' })}`,
    lead: (organization: string) => `${organization}. What to do this week:`,
    groups: {
      overdue: 'Overdue',
      today: 'Today',
      returned: 'Returned with a remark',
      review: 'Waits for your review',
      thisWeek: 'By the end of the week',
      soon: 'Within two weeks',
    } satisfies Record<Asked, string>,
    due: (day: string) => `due ${day}`,
    further: (n: number) => `and ${n} more`,
    open: (address: string) => `Open the list: ${address}`,
  },
} as const;

/** Rows of one group that a letter names; the rest is counted. */
const MOST_ROWS = 12;

/**
 * @param site address of the installation, without a closing slash; null: the letter names none
 * @returns null where there is nothing to do: no letter is sent
 */
export function digestOf(week: Week, language: Language, site: string | null): Message | null {
  const groups = ASKED.map((group) => ({ group, rows: week.rows.filter((row) => row.group === group) })).filter(
    ({ rows }) => rows.length > 0,
  );
  if (groups.length === 0) return null;
  const t = WORDS[language];
  const paragraphs = groups.map(({ group, rows }) => {
    const lines = rows.slice(0, MOST_ROWS).map((row) => lineOf(row, t.due, language));
    if (rows.length > MOST_ROWS) lines.push(t.further(rows.length - MOST_ROWS));
    return `${t.groups[group]}\n${lines.map((line) => `– ${line}`).join('\n')}`;
  });
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return messageOf(
    [t.lead(week.organization.name), ...paragraphs, ...(site === null ? [] : [t.open(`${site}/week`)])],
    language,
    t.subject(date(week.today, language), total),
  );
}

function lineOf({ number, text, dueOn, remark }: WeekRow, due: (day: string) => string, language: Language): string {
  const head = number === null ? text : `${number}. ${text}`;
  return [
    head,
    dueOn === null ? '' : due(date(dueOn, language)),
    remark === null ? '' : language === 'ru' ? `«${remark}»` : `“${remark}”`,
  ]
    .filter(Boolean)
    .join(' — ');
}
