import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of the page of remarks. */
export const remarksText = defineText({
  ru: {
    title: (mend: number, look: number, note: number) =>
      [mend ? `исправить ${mend}` : '', look ? `проверить ${look}` : '', note ? `к сведению ${note}` : '']
        .filter(Boolean)
        .join(', ')
        .replace(/^./u, 'Замечания: $&'),
    lead: 'Ничего не исправляется само: каждое исправление делаете вы, и его можно отменить.',
    none: 'Замечаний к плану нет',
    noneText: 'Сроки, ответственные, результаты и нумерация в порядке.',
    download: 'Напечатать с замечаниями',
    severity: 'Важность',
    all: 'любая',
    severities: { mend: 'исправить', look: 'проверить', note: 'к сведению' },
    mendAll: (n: number) => `Исправить все: ${n}`,
    done: (n: number) => `Исправлено: ${count(n, 'ru', { one: 'замечание', few: 'замечания', many: 'замечаний' })}`,
    undo: 'Отменить',
  },
  en: {
    title: (mend: number, look: number, note: number) =>
      `Remarks: ${[mend ? `${mend} to mend` : '', look ? `${look} to check` : '', note ? `${note} to note` : ''].filter(Boolean).join(', ')}`,
    lead: 'Nothing is mended by itself: you make each mend, and it can be taken back.',
    none: 'There are no remarks on the plan',
    noneText: 'Deadlines, people, results and numbers are in order.',
    download: 'Print with the remarks',
    severity: 'Weight',
    all: 'any',
    severities: { mend: 'to mend', look: 'to check', note: 'to note' },
    mendAll: (n: number) => `Mend all: ${n}`,
    done: (n: number) => `Mended: ${count(n, 'en', { one: 'remark', other: 'remarks' })}`,
    undo: 'Take back',
  },
});
