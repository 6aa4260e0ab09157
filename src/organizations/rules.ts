/** Rules of the tree. */
import type { OrganizationKind } from '#src/access/model.ts';

/** What may be added below an organisation. */
export function childKind(kind: OrganizationKind): OrganizationKind | null {
  if (kind === 'region') return 'municipality';
  if (kind === 'municipality') return 'school';
  return null;
}

/** «5А», «10-1»: a letter follows the grade, a number is set off by a hyphen. */
export function className(grade: number, letter: string): string {
  return /^\d/.test(letter) ? `${grade}-${letter}` : `${grade}${letter}`;
}

/** «5А» -> grade 5, letter «А»; «5» alone -> letter «—» is written as an empty string. Null where there is no grade. */
export function parseClassName(name: string): { grade: number; letter: string } | null {
  const match = /^(\d{1,2})\s*[-–]?\s*(.{0,10})$/u.exec(name.trim());
  if (!match) return null;
  const grade = Number(match[1]);
  if (grade < 1 || grade > 11) return null;
  return { grade, letter: (match[2] ?? '').trim().toUpperCase() };
}
