/** The scales that come with the product, and the search for the one that fits a work. */
import type { MarkThresholds, WorkLevel } from '../model.ts';
import { SCALES_2021 } from './official-2021.ts';
import { SCALES_2023, SCALES_2025 } from './official-later.ts';
import { SCALES_OGE } from './official-oge.ts';
import { type Scale, type SideCondition, thresholdsOf } from './scale.ts';

export const SHIPPED_SCALES: readonly Scale[] = [...SCALES_2021, ...SCALES_2023, ...SCALES_2025, ...SCALES_OGE];

/** Subjects that one printed scale of «Иностранный язык» serves. */
const FOREIGN_LANGUAGES = new Set([
  'Английский язык',
  'Немецкий язык',
  'Французский язык',
  'Испанский язык',
  'Китайский язык',
]);

export interface ScaleQuery {
  readonly year: number;
  readonly grade: number;
  readonly subject: string;
  readonly level: WorkLevel;
  /** Maximum of the work, when known: a scale of another maximum is for another work. */
  readonly max?: number | null;
}

/**
 * The scale printed for exactly this year, grade, subject and level, or null. A neighbouring year is no substitute: maxima
 * and boundaries changed several times.
 */
export function findScale(query: ScaleQuery, scales: readonly Scale[] = SHIPPED_SCALES): Scale | null {
  const fits = (subject: string): Scale | undefined =>
    scales.find(
      (scale) =>
        scale.years.includes(query.year) &&
        scale.grade === query.grade &&
        scale.level === query.level &&
        scale.subject === subject &&
        (query.max === undefined || query.max === null || query.max === scale.max),
    );
  const generic = FOREIGN_LANGUAGES.has(query.subject) ? fits('Иностранный язык') : undefined;
  return fits(query.subject) ?? generic ?? null;
}

/** Side conditions of the shipped scale that a work uses; none when the work has a scale with other borders. */
export function conditionsOf(query: ScaleQuery, thresholds: MarkThresholds): readonly SideCondition[] {
  const scale = findScale(query);
  if (scale?.conditions === undefined) return [];
  const own = thresholdsOf(scale.ranges);
  return own[3] === thresholds[3] && own[4] === thresholds[4] && own[5] === thresholds[5] ? scale.conditions : [];
}
