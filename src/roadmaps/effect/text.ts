/** Words of aims: what a measure answers to, and why nothing can be measured. */
import type { IndexKind } from '#src/indices/model.ts';
import { INDEX_NAME } from '#src/indices/text.ts';
import type { Strength } from '#src/objectivity/model.ts';
import { strengthName } from '#src/objectivity/text.ts';
import { count, type PluralForms } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { AimSubject, Compared, NoMeasureReason, UnitSubject } from './model.ts';

export type Words = Readonly<Record<Language, string>>;

/** Forms of what is counted; `many` is also «how few». */
type Counted = PluralForms & { readonly many: string };

const PAPERS: Readonly<Record<Language, Counted>> = {
  ru: { one: 'работа', few: 'работы', many: 'работ' },
  en: { one: 'paper', other: 'papers', many: 'papers' },
};
const CLAIMANTS: Readonly<Record<Language, Counted>> = {
  ru: { one: 'претендент на медаль', few: 'претендента на медаль', many: 'претендентов на медаль' },
  en: { one: 'claimant', other: 'claimants', many: 'claimants' },
};

/** «22 работы». */
export const papersInWords = (papers: number, language: Language): string => count(papers, language, PAPERS[language]);

export const NO_MEASURE: Readonly<Record<NoMeasureReason, Words>> = {
  documents: {
    ru: 'мероприятие о документах и порядке: в результатах работ его не видно',
    en: 'the measure is about documents and order: results of papers do not show it',
  },
  training: {
    ru: 'обучение людей: его действие не отделить от остального',
    en: 'people are trained: what that does cannot be told from the rest',
  },
  information: {
    ru: 'сведения для родителей и учеников: показателя для этого нет',
    en: 'parents and pupils are informed: there is no figure for that',
  },
  organisation: {
    ru: 'организация самой процедуры: сравнить не с чем',
    en: 'the procedure itself is organised: there is nothing to compare with',
  },
  noProcedure: {
    ru: 'следующей работы, с которой можно сравнить, не будет',
    en: 'there will be no later work to compare with',
  },
  other: { ru: 'другая причина', en: 'another reason' },
};

/** «5Б, Математика», «5-е классы, Математика». */
export function unitName({ level, classGroup, subject, grade }: UnitSubject, language: Language): string {
  if (classGroup !== null) return `${classGroup.grade}${classGroup.letter}, ${subject}`;
  if (language === 'en') return `grade ${grade}${level === 'municipality' ? ' of the district' : ''}, ${subject}`;
  return `${grade}-е классы${level === 'municipality' ? ' муниципалитета' : ''}, ${subject}`;
}

/** What the measure answers to, as a heading. @param organization where it is not the measure's own */
export function aimTitle(subject: AimSubject, organization: string | null, language: Language): string {
  const where = organization === null ? '' : ` (${organization})`;
  if (subject.kind === 'none') return language === 'ru' ? 'Эффект измерить нельзя' : 'The effect cannot be measured';
  if (subject.kind === 'index') return INDEX_NAME[subject.index][language] + where;
  const name = unitName(subject, language) + where;
  if (subject.kind === 'class') return language === 'ru' ? `Класс ${name}` : `Class ${name}`;
  return language === 'ru' ? `Признак: ${name}` : `Sign: ${name}`;
}

/** «признак заметный», «признака нет». */
export function signInWords(signalled: boolean, strength: Strength, language: Language): string {
  if (language === 'ru') return signalled ? `признак ${strengthName(strength, 'ru')}` : 'признака нет';
  return signalled ? `${strengthName(strength, 'en')} sign` : 'no sign';
}

/** What the figures of an aim count. */
export function countedIn(index: IndexKind | null, language: Language): Counted {
  return index === 'medal' ? CLAIMANTS[language] : PAPERS[language];
}

export const COMPARED: Readonly<Record<Compared, Words>> = {
  samePupils: { ru: 'те же ученики', en: 'the same pupils' },
  sameGrade: { ru: 'те же классы по счёту, ученики другие', en: 'the same grade, other pupils' },
};
