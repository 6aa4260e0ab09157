/** Parts of sentences that the markers' explanations share: intervals, directions, the word for points. */
import { formatNumber, plural } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Effect, MarkerResult } from '../model.ts';

export type Words = Readonly<Record<Language, string>>;
export type Computed = Extract<MarkerResult, { kind: 'computed' }>;

/** «(от 0,2 до 0,9)»; nothing where the marker has no interval. */
export function range({ low, high }: Effect, language: Language, digits = 1): string {
  if (low === undefined || high === undefined) return '';
  const from = formatNumber(low, language, { digits });
  const to = formatNumber(high, language, { digits });
  return language === 'ru' ? ` (от ${from} до ${to})` : ` (${from} to ${to})`;
}

export const size = (value: number, language: Language, digits = 1): string =>
  formatNumber(Math.abs(value), language, { digits });

/** Whether the effect is printed as zero: then there is neither «больше» nor «меньше» to speak of. */
export const roundsToZero = (value: number, digits = 1): boolean => Number(Math.abs(value).toFixed(digits)) === 0;

/** «больше» or «меньше», by the sign. */
export function comparison(value: number, language: Language, up: Words, down: Words): string {
  return value < 0 ? down[language] : up[language];
}

export const MORE: Words = { ru: 'больше', en: 'more' };
export const LESS: Words = { ru: 'меньше', en: 'less' };
export const HIGHER: Words = { ru: 'выше', en: 'higher' };
export const LOWER: Words = { ru: 'ниже', en: 'lower' };

/** «балла», the genitive that a fraction asks for: «на 0,4 балла». */
export function pointsWord(value: number, language: Language): string {
  if (language === 'en') return 'points';
  const shown = Number(Math.abs(value).toFixed(1));
  return Number.isInteger(shown) ? plural(shown, 'ru', { one: 'балл', few: 'балла', many: 'баллов' }) : 'балла';
}
