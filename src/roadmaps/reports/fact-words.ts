/** A figure as it stands in the text of a report. */
import type { Fact } from './model.ts';

/** As it is set in Russian text: a thin space between thousands, a comma, one digit of a share. */
export function factWords(fact: Pick<Fact, 'value' | 'unit'>): string {
  const digits = fact.unit === 'percent' && !Number.isInteger(fact.value) ? 1 : 0;
  const [whole, rest] = fact.value.toFixed(digits).split('.') as [string, string?];
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
  return rest === undefined ? parted : `${parted},${rest}`;
}

/** With the sign of its unit, as it stands in a sentence. */
export function factInText(fact: Pick<Fact, 'value' | 'unit'>): string {
  return fact.unit === 'percent' ? `${factWords(fact)}\u00a0%` : factWords(fact);
}
