/** Why a marker could not look: what there is too little of. */
import { count, formatNumber } from '#src/platform/ui/format.ts';
import type { InsufficientReason } from '../model.ts';
import type { Words } from './phrases.ts';

/** What there is too little of: the sentence needs it in the genitive. */
export const LACK: Readonly<Record<InsufficientReason, (required: number, given: number) => Words>> = {
  papers: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'работы', few: 'работ', many: 'работ' })}, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'paper', other: 'papers' })} needed, ${given} present`,
  }),
  papersNearBoundary: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'работы', few: 'работ', many: 'работ' })} у границ отметок, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'paper', other: 'papers' })} near mark boundaries needed, ${given} present`,
  }),
  classes: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'класса', few: 'классов', many: 'классов' })} с достаточным числом работ, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'class', other: 'classes' })} with enough papers needed, ${given} present`,
  }),
  journalMarks: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'отметки', few: 'отметок', many: 'отметок' })} по журналу, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'journal mark', other: 'journal marks' })} needed, ${given} present`,
  }),
  tasks: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'задания', few: 'заданий', many: 'заданий' })} с разными баллами, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'task', other: 'tasks' })} with differing scores needed, ${given} present`,
  }),
  extendedTasks: () => ({
    ru: 'в работе нет заданий с развёрнутым ответом или они не отмечены в описании работы',
    en: 'the work has no extended-answer tasks, or its description does not say which they are',
  }),
  scale: () => ({ ru: 'у работы нет шкалы отметок', en: 'the work has no scale of marks' }),
  otherProcedure: () => ({
    ru: 'нет результатов этого же набора учеников в другой процедуре по этому предмету',
    en: 'there are no results of the same cohort in another procedure in this subject',
  }),
  confirmedSchools: (required, given) => ({
    ru: `нужно не меньше ${count(required, 'ru', { one: 'школы', few: 'школ', many: 'школ' })}, писавших обе процедуры, есть ${formatNumber(given, 'ru')}`,
    en: `at least ${count(required, 'en', { one: 'school', other: 'schools' })} that wrote both procedures needed, ${given} present`,
  }),
  reference: () => ({
    ru: 'не с чем сравнить: мало других классов или школ',
    en: 'nothing to compare with: too few other classes or schools',
  }),
};
