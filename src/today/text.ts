import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const things = { one: 'дело', few: 'дела', many: 'дел' };
const works = { one: 'работа', few: 'работы', many: 'работ' };
const papers = { one: 'работа ученика', few: 'работы учеников', many: 'работ учеников' };
const schools = { one: 'школа', few: 'школы', many: 'школ' };

/** Sentences of «Что сделать»: one per kind of waiting thing, with its count and its subject. */
export const text = defineText({
  ru: {
    title: (n: number) =>
      n === 0 ? 'Сейчас ничего не ждёт' : `Вас ${n === 1 ? 'ждёт' : 'ждут'} ${count(n, 'ru', things)}`,
    tasks: {
      importWaitsForAnswers: (_n: number, subject: string) =>
        `Ответьте на вопросы по файлу ${subject} и загрузите результаты`,
      importFailed: (_n: number, subject: string) => `Замените файл ${subject}: прочитать его не получилось`,
      workWithoutScale: (_n: number, subject: string) => `Укажите шкалу отметок: ${subject}`,
      workWithoutAnalysis: (_n: number, subject: string) => `Запустите анализ: ${subject}`,
      findingsToOpen: (n: number, _subject: string) =>
        `Посмотрите ${count(n, 'ru', { one: 'признак', few: 'признака', many: 'признаков' })} необъективных результатов`,
      nothingLoaded: (_n: number, _subject: string) => 'Загрузите первые протоколы: с них всё начинается',
      jobFailed: (_n: number, subject: string) => `Посмотрите, почему не выполнена задача: ${subject}`,
    },
    totals: (w: number, p: number, s: number) =>
      `В системе ${count(w, 'ru', works)}, ${count(p, 'ru', papers)}, ${count(s, 'ru', schools)}.`,
    emptyTitle: 'Всё сделано',
    empty: 'Новые дела появятся здесь, когда придут протоколы или закончится анализ.',
  },
  en: {
    title: (n) =>
      n === 0 ? 'Nothing is waiting now' : `${count(n, 'en', { one: 'thing waits', other: 'things wait' })} for you`,
    tasks: {
      importWaitsForAnswers: (_n, subject) => `Answer the questions about the file ${subject} and load its results`,
      importFailed: (_n, subject) => `Replace the file ${subject}: it could not be read`,
      workWithoutScale: (_n, subject) => `Choose a scale of marks: ${subject}`,
      workWithoutAnalysis: (_n, subject) => `Start the analysis: ${subject}`,
      findingsToOpen: (n) => `Look at ${count(n, 'en', { one: 'sign', other: 'signs' })} of non-objective results`,
      nothingLoaded: () => 'Load the first protocols: everything begins with them',
      jobFailed: (_n, subject) => `See why a job failed: ${subject}`,
    },
    totals: (w, p, s) =>
      `The system holds ${count(w, 'en', { one: 'work', other: 'works' })}, ${count(p, 'en', { one: 'paper', other: 'papers' })}, ${count(s, 'en', { one: 'school', other: 'schools' })}.`,
    emptyTitle: 'All done',
    empty: 'New things appear here when protocols arrive or an analysis ends.',
  },
});
