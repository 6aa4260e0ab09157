/** The 14 markers of the methodology of 2019: which results each is about. */
import { canonicalSubject, type Subject } from '#src/results/rules.ts';
import type { Administration } from '../engine/administration.ts';
import type { OfficialMarker, OfficialRule } from './model.ts';

export type Examination = 'vpr' | 'oge';

/** What an administration is in the words of the methodology; null where its name does not tell. */
export interface AdministrationFacts {
  readonly examination: Examination | null;
  readonly year: number | null;
  /** The one spelling of the subject, or the text as it stands when it is not on the list. */
  readonly subject: string;
  readonly grade: number;
}

export interface MarkerDefinition {
  readonly id: OfficialMarker;
  readonly rule: OfficialRule;
  readonly examination: Examination;
  readonly subject: Subject;
  /** Grade the marker reads; of a ratio the later of the two. null: the examination has one. */
  readonly grade: number | null;
}

export const MARKERS_2019: readonly MarkerDefinition[] = [
  { id: 'meanRu4', rule: 'meanInterval', examination: 'vpr', subject: 'Русский язык', grade: 4 },
  { id: 'meanMa4', rule: 'meanInterval', examination: 'vpr', subject: 'Математика', grade: 4 },
  { id: 'meanRu5', rule: 'meanInterval', examination: 'vpr', subject: 'Русский язык', grade: 5 },
  { id: 'meanMa5', rule: 'meanInterval', examination: 'vpr', subject: 'Математика', grade: 5 },
  { id: 'meanOgeRu', rule: 'meanInterval', examination: 'oge', subject: 'Русский язык', grade: null },
  { id: 'meanOgeMa', rule: 'meanInterval', examination: 'oge', subject: 'Математика', grade: null },
  { id: 'journalRu4', rule: 'journalCorrelation', examination: 'vpr', subject: 'Русский язык', grade: 4 },
  { id: 'journalMa4', rule: 'journalCorrelation', examination: 'vpr', subject: 'Математика', grade: 4 },
  { id: 'journalRu5', rule: 'journalCorrelation', examination: 'vpr', subject: 'Русский язык', grade: 5 },
  { id: 'journalMa5', rule: 'journalCorrelation', examination: 'vpr', subject: 'Математика', grade: 5 },
  { id: 'riseRu', rule: 'sharpRise', examination: 'vpr', subject: 'Русский язык', grade: 5 },
  { id: 'riseMa', rule: 'sharpRise', examination: 'vpr', subject: 'Математика', grade: 5 },
  { id: 'fallRu', rule: 'sharpFall', examination: 'vpr', subject: 'Русский язык', grade: 5 },
  { id: 'fallMa', rule: 'sharpFall', examination: 'vpr', subject: 'Математика', grade: 5 },
];

/** Procedures are told by their names: «ВПР 2026», «ОГЭ-2026 (пробный)» is none, for a rehearsal is not the examination. */
export function factsOf({ procedure, subject, grade }: Administration): AdministrationFacts {
  const year = /(?<!\d)20\d\d(?!\d)/u.exec(procedure)?.[0];
  return {
    examination: examinationOf(procedure),
    year: year === undefined ? null : Number(year),
    subject: canonicalSubject(subject) ?? subject,
    grade,
  };
}

function examinationOf(procedure: string): Examination | null {
  if (/пробн|трениров|репетиц|демоверс/iu.test(procedure)) return null;
  if (/(?<!\p{L})(?:впр|vpr)(?!\p{L})|всероссийск\S* проверочн/iu.test(procedure)) return 'vpr';
  return /(?<!\p{L})(?:огэ|oge)(?!\p{L})|основн\S* государственн\S* экзамен/iu.test(procedure) ? 'oge' : null;
}

/** The official marker that a rule is for these results, or null: then the reading is by the same rule only. */
export function officialMarker(rule: OfficialRule, facts: AdministrationFacts): MarkerDefinition | null {
  return MARKERS_2019.find((marker) => marker.rule === rule && isOf(marker, facts)) ?? null;
}

/** Whether a marker reads these results. */
export function isOf(marker: MarkerDefinition, facts: AdministrationFacts): boolean {
  return (
    marker.examination === facts.examination &&
    marker.subject === facts.subject &&
    (marker.grade === null || marker.grade === facts.grade)
  );
}
