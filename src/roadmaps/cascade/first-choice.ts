/** Which schools are ticked when the page of sending opens. */

/** Value of `to` in the address of the page: those who have no plan yet. */
export const TO_REST = 'rest';

/** The first sending is to all; later changes go to those who have the plan, or the plan to the rest when that was asked for. */
export function schoolsAtFirst(
  schools: readonly { readonly id: number; readonly sent: boolean }[],
  to: string | undefined,
): Set<number> {
  const some = schools.some(({ sent }) => sent);
  const rest = schools.filter(({ sent }) => !sent);
  const chosen = to === TO_REST && rest.length > 0 ? rest : schools.filter(({ sent }) => sent || !some);
  return new Set(chosen.map(({ id }) => id));
}
