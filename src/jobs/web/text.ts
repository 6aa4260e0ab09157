import { count, plural } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const jobs = { one: 'задача', few: 'задачи', many: 'задач' };

/** Words of the page «Задачи». Kinds, states and stages of jobs stand in jobs/text.ts. */
export const text = defineText({
  ru: {
    going: (n: number) =>
      `Сейчас ${plural(n, 'ru', { one: 'идёт', few: 'идут', many: 'идёт' })} ${count(n, 'ru', jobs)}`,
    idle: 'Сейчас ничего не выполняется',
    idleFailed: (n: number) =>
      `Сейчас ничего не выполняется, ${count(n, 'ru', jobs)} не ${plural(n, 'ru', { one: 'удалась', few: 'удались', many: 'удались' })}`,
    lead: 'Чтение файлов, загрузка и анализ идут на сервере. Страницу можно закрыть: работа продолжится.',
    now: 'Идут и ждут очереди',
    ended: 'Законченные',
    emptyTitle: 'Задач ещё не было',
    empty: 'Они появятся, когда вы загрузите протоколы или запустите анализ.',
    upload: 'Загрузить протоколы',
    what: 'Задача',
    subject: 'К чему относится',
    state: 'Состояние',
    who: 'Кто начал',
    system: 'система',
    started: 'Начата',
    took: 'Заняла',
    stop: 'Остановить',
    again: 'Повторить',
    importSubject: (id: number) => `файл № ${id}`,
    worksSubject: 'работы процедуры',
    showState: 'Показаны',
    allStates: 'все задачи',
    states: { done: 'готовые', failed: 'неудавшиеся', cancelled: 'остановленные' },
    showKind: 'вид',
    allKinds: 'любой',
  },
  en: {
    going: (n) => `${count(n, 'en', { one: 'job is', other: 'jobs are' })} going on now`,
    idle: 'Nothing is going on now',
    idleFailed: (n) => `Nothing is going on now, ${count(n, 'en', { one: 'job', other: 'jobs' })} failed`,
    lead: 'Files are read, stored and analysed on the server. You may close the page: the work goes on.',
    now: 'Going on and waiting',
    ended: 'Ended',
    emptyTitle: 'There have been no jobs yet',
    empty: 'They appear when you upload protocols or start an analysis.',
    upload: 'Upload protocols',
    what: 'Job',
    subject: 'About',
    state: 'State',
    who: 'Started by',
    system: 'system',
    started: 'Started',
    took: 'Took',
    stop: 'Stop',
    again: 'Try again',
    importSubject: (id) => `file ${id}`,
    worksSubject: 'works of a procedure',
    showState: 'Showing',
    allStates: 'all jobs',
    states: { done: 'done', failed: 'failed', cancelled: 'stopped' },
    showKind: 'kind',
    allKinds: 'any',
  },
});
