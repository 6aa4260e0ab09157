import { count, plural } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const things = { one: 'дело', few: 'дела', many: 'дел' };
const works = { one: 'проверочная работа', few: 'проверочные работы', many: 'проверочных работ' };
const papers = { one: 'работа ученика', few: 'работы учеников', many: 'работ учеников' };
/** «из 21 школы, из 60 школ». */
const fromSchools = { one: 'школы', few: 'школ', many: 'школ' };
/** «у 21 мероприятия, у 3 мероприятий». */
const ofMeasures = { one: 'мероприятия', few: 'мероприятий', many: 'мероприятий' };
const measures = { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' };
const pieces = { one: 'подтверждение', few: 'подтверждения', many: 'подтверждений' };
const signs = { one: 'признак', few: 'признака', many: 'признаков' };

/** «Математика, 6 (ВПР 2026)» as the server names a work, with the word that its number stands for. */
function gradeRu(subject: string): string {
  return subject.replace(/, (\d+)(?= \(|$)/, ', $1\u00a0класс');
}

function gradeEn(subject: string): string {
  return subject.replace(/, (\d+)(?= \(|$)/, ', grade\u00a0$1');
}

/** Sentences of «Что сделать»: one per kind of waiting thing, with its count and its subject. */
export const text = defineText({
  ru: {
    title: (n: number) =>
      n === 0
        ? 'Сегодня ничего не ждёт'
        : `Вас ${plural(n, 'ru', { one: 'ждёт', few: 'ждут', many: 'ждут' })} ${count(n, 'ru', things)}`,
    tasks: {
      measuresOverdue: (n: number, subject: string) =>
        subject
          ? `Представьте подтверждение, срок прошёл: ${subject}`
          : `Представьте подтверждения: прошёл срок у ${count(n, 'ru', ofMeasures)}`,
      evidenceReturned: (n: number, subject: string) =>
        subject
          ? `Исправьте то, что вернули с замечанием: ${subject}`
          : `Исправьте ${count(n, 'ru', pieces)}: их вернули с замечанием`,
      evidenceToReview: (n: number, subject: string) =>
        subject ? `Проверьте подтверждение: ${subject}` : `Проверьте ${count(n, 'ru', pieces)}: их ждут коллеги`,
      measuresThisWeek: (n: number, subject: string) =>
        subject
          ? `Сделайте до конца недели: ${subject}`
          : `Сделайте до конца недели ${count(n, 'ru', measures)} из планов`,
      importWaitsForAnswers: (_n: number, subject: string) => `Проверьте и загрузите файл «${subject}»`,
      importFailed: (_n: number, subject: string) => `Замените файл «${subject}»: прочитать его не получилось`,
      workWithoutScale: (_n: number, subject: string) => `Укажите шкалу отметок: ${gradeRu(subject)}`,
      workWithoutAnalysis: (n: number, subject: string) =>
        `Проведите анализ: ${gradeRu(subject)}, ${count(n, 'ru', papers)}`,
      findingsToOpen: (n: number, subject: string) => `Посмотрите ${count(n, 'ru', signs)}: ${gradeRu(subject)}`,
      nothingLoaded: (_n: number, _subject: string) => 'Загрузите первые протоколы: с них всё начинается',
      jobFailed: (n: number, _subject: string) =>
        `Узнайте, почему не ${plural(n, 'ru', { one: 'выполнена', few: 'выполнены', many: 'выполнено' })} ${count(n, 'ru', { one: 'задача', few: 'задачи', many: 'задач' })}`,
    },
    list: 'Дела',
    totals: (w: number, p: number, s: number, f: number) =>
      `Вам ${plural(w, 'ru', { one: 'видна', few: 'видны', many: 'видно' })} ${count(w, 'ru', works)}, ${count(p, 'ru', papers)} из ${count(s, 'ru', fromSchools)}${f ? `, ${count(f, 'ru', signs)}` : ''}.`,
    empty: 'Новые дела появятся здесь, когда придут протоколы или закончится анализ. А пока можно:',
    next: {
      upload: 'загрузить ещё протоколы',
      findings: 'посмотреть признаки',
      works: 'посмотреть работы и задания',
      organization: 'проверить список школ и классов',
    },
    firstTitle: 'Начните с первого протокола',
    firstLead:
      'Загрузите файл с результатами проверочной работы в том виде, в каком его выдала ФИС ОКО, региональный центр или электронный журнал. Система узнает формат, покажет все ошибки сразу и ничего не запишет без вашего подтверждения.',
    upload: 'Загрузить протоколы',
    afterTitle: 'Что будет дальше',
    after: [
      'Вы проверите, что прочитано, и подтвердите загрузку.',
      'Система сравнит классы и школы и найдёт признаки необъективных результатов, если они есть.',
      'Каждый признак будет объяснён: что видно, насколько сильно и чем ещё это можно объяснить.',
    ],
    nothingYetTitle: 'Результатов пока нет',
    nothingYet:
      'Их загружает школьный или муниципальный координатор. Как только он это сделает, здесь появятся ваши дела.',
  },
  en: {
    title: (n) =>
      n === 0
        ? 'Nothing waits for you today'
        : `${count(n, 'en', { one: 'thing waits', other: 'things wait' })} for you`,
    tasks: {
      measuresOverdue: (n, subject) =>
        subject
          ? `Hand in evidence, the date has passed: ${subject}`
          : `Hand in evidence: ${count(n, 'en', { one: 'measure is', other: 'measures are' })} past the date`,
      evidenceReturned: (n, subject) =>
        subject
          ? `Mend what was returned with a remark: ${subject}`
          : `Mend ${count(n, 'en', { one: 'piece', other: 'pieces' })} of evidence returned with a remark`,
      evidenceToReview: (n, subject) =>
        subject
          ? `Review the evidence: ${subject}`
          : `Review ${count(n, 'en', { one: 'piece', other: 'pieces' })} of evidence that colleagues wait for`,
      measuresThisWeek: (n, subject) =>
        subject
          ? `Do by the end of the week: ${subject}`
          : `Do ${count(n, 'en', { one: 'measure', other: 'measures' })} of the plans by the end of the week`,
      importWaitsForAnswers: (_n, subject) => `Check and load the file “${subject}”`,
      importFailed: (_n, subject) => `Replace the file “${subject}”: it could not be read`,
      workWithoutScale: (_n, subject) => `Set the scale of marks: ${gradeEn(subject)}`,
      workWithoutAnalysis: (n, subject) =>
        `Start the analysis: ${gradeEn(subject)}, ${count(n, 'en', { one: 'paper', other: 'papers' })}`,
      findingsToOpen: (n, subject) => `Look at ${count(n, 'en', { one: 'sign', other: 'signs' })}: ${gradeEn(subject)}`,
      nothingLoaded: () => 'Upload the first protocols: everything begins with them',
      jobFailed: (n) => `See why ${count(n, 'en', { one: 'job', other: 'jobs' })} failed`,
    },
    list: 'Things to do',
    totals: (w, p, s, f) =>
      `You see ${count(w, 'en', { one: 'checking work', other: 'checking works' })}, ${count(p, 'en', { one: 'paper', other: 'papers' })} from ${count(s, 'en', { one: 'school', other: 'schools' })}${f ? `, ${count(f, 'en', { one: 'sign', other: 'signs' })}` : ''}.`,
    empty: 'New things appear here when protocols arrive or an analysis ends. Meanwhile you can:',
    next: {
      upload: 'upload more protocols',
      findings: 'look at the signs',
      works: 'look at works and tasks',
      organization: 'check the list of schools and classes',
    },
    firstTitle: 'Begin with the first protocol',
    firstLead:
      'Upload a file of results of a checking work as FIS OKO, the regional centre or the electronic journal gave it. The system recognises the format, shows all errors at once and stores nothing before you confirm it.',
    upload: 'Upload protocols',
    afterTitle: 'What comes after',
    after: [
      'You check what was read and confirm the load.',
      'The system compares classes and schools and finds signs of non-objective results, if there are any.',
      'Every sign is explained: what is seen, how strong it is and what else may explain it.',
    ],
    nothingYetTitle: 'There are no results yet',
    nothingYet: 'The coordinator of the school or municipality uploads them. Your things to do will then appear here.',
  },
});
