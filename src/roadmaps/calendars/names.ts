/**
 * Names of a schedule as deadlines look for them. A person writes the words of the plan as they stand («по мере публикации»),
 * and the language of deadlines says what they refer to («публикации»), so that no case ending is lost. Pure.
 */
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';

/** @returns the title, the names as written, and what they refer to when read as deadlines; each once */
export function lookedUpNames(title: string, names: readonly string[], schoolYear: number): readonly string[] {
  return [...new Set([title, ...names, ...names.flatMap((words) => referencesIn(words, schoolYear))])];
}

/** What the words of a deadline refer to while nothing is attached: «график впр», «публикации». */
export function referencesIn(words: string, schoolYear: number): readonly string[] {
  const { reference } = resolveDeadline(parseDeadline(words), { schoolYear });
  return reference === null ? [] : reference.split('; ');
}
