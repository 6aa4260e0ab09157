import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of the history page. */
export const historyText = defineText({
  ru: {
    title: 'История плана: каждая правка, кто и когда',
    titleOf: (subject: string) => `История: ${subject}`,
    whole: 'История всего плана',
    download: 'Скачать в Excel',
    emptyTitle: 'Правок ещё не было',
    empty: 'Здесь появится каждая правка: кто, когда и что изменил, с прежним и новым текстом.',
    older: 'Показать более ранние',
    undo: 'Отменить',
    redo: 'Вернуть',
    undone: 'отменено',
    taken: (what: string) => `отмена: ${what}`,
    count: (n: number) => `(${count(n, 'ru', { one: 'правка', few: 'правки', many: 'правок' })})`,
    more: (n: number) => `показать ещё ${n}`,
    was: 'было:',
    became: 'стало:',
  },
  en: {
    title: 'History of the plan: every change, who and when',
    titleOf: (subject: string) => `History: ${subject}`,
    whole: 'History of the whole plan',
    download: 'Download as Excel',
    emptyTitle: 'Nothing was changed yet',
    empty: 'Every change will stand here: who, when and what, with the words before and after.',
    older: 'Show earlier ones',
    undo: 'Take back',
    redo: 'Bring again',
    undone: 'taken back',
    taken: (what: string) => `taken back: ${what}`,
    count: (n: number) => `(${count(n, 'en', { one: 'change', other: 'changes' })})`,
    more: (n: number) => `show ${n} more`,
    was: 'before:',
    became: 'after:',
  },
});
