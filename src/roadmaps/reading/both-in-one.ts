/** A deadline and people in one text: «октябрь, завуч», «до 1 мая; директор, руководители ШМО». */
import { isWholeDeadline, looksLikeDeadline, looksLikeParties } from './looks.ts';

const LONGEST_PEOPLE = 80;

/** Behind a deadline short words without figures are people too: «май, методсовет». */
function isPeople(rest: string, first: string): boolean {
  return looksLikeParties(first) || (rest.length <= LONGEST_PEOPLE && /^[^\d.!?]*$/u.test(rest));
}

/**
 * What reads as a deadline from the beginning, and the rest.
 *
 * @returns null for a field that is not there; the people are null where the rest is neither empty nor looks like people.
 */
export function deadlineAndParties(text: string): {
  readonly deadline: string | null;
  readonly responsible: string | null;
  readonly rest: string;
} {
  const parts = text.split(/\n|;|,\s+/u).filter((part) => part.trim() !== '');
  let count = parts.length;
  while (count > 0 && !isWholeDeadline(parts.slice(0, count).join(', '))) count -= 1;
  if (count === 0) count = parts.length;
  while (count > 0 && (looksLikeParties(parts[count - 1]) || !looksLikeDeadline(parts.slice(0, count).join(', '))))
    count -= 1;
  const rest = parts.slice(count).join('\n');
  return {
    deadline: count === 0 ? null : parts.slice(0, count).join(', ').trim(),
    responsible: rest === '' || isPeople(rest, parts[count]) ? rest.replaceAll('\n', ', ') : null,
    rest,
  };
}
