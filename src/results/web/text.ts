import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words that all pages of results share. */
export const text = defineText({
  ru: {
    sections: 'Результаты',
    files: 'Файлы',
    works: 'Работы',
    scales: 'Шкалы отметок',
    codes: 'Коды предметов',
    lists: 'Опубликовано и сведено',
    workName: (subject: string, grade: number, advanced: boolean) =>
      `${subject}, ${grade}\u00a0класс${advanced ? ', углублённый уровень' : ''}`,
    papers: (n: number) => count(n, 'ru', { one: 'работа', few: 'работы', many: 'работ' }),
    levels: { base: 'базовый', advanced: 'углублённый' },
    changedMeanwhile: 'Пока вы работали, это изменил кто-то другой',
    changedKept: 'Показаны новые сведения. То, что вы выбрали и написали, сохранено: проверьте и отправьте ещё раз.',
  },
  en: {
    sections: 'Results',
    files: 'Files',
    works: 'Works',
    scales: 'Scales of marks',
    codes: 'Subject codes',
    lists: 'Published and summed up',
    workName: (subject, grade, advanced) => `${subject}, grade\u00a0${grade}${advanced ? ', advanced level' : ''}`,
    papers: (n) => count(n, 'en', { one: 'paper', other: 'papers' }),
    levels: { base: 'base', advanced: 'advanced' },
    changedMeanwhile: 'Someone else changed this while you were working',
    changedKept: 'You see the new state. What you chose and wrote is kept: check it and send it again.',
  },
});
