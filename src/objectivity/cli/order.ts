/** The order in which units are printed: by names, so that the same papers always give the same file. Never a ranking. */
import type { UnitResult } from '../model.ts';

/** A unit and the procedure its papers are of. */
export type NamedUnit = UnitResult & { readonly procedure: string };

/**
 * By municipality, school, grade, subject, class, procedure; a whole (null) before its parts. Names are compared as a
 * person reads them, numbers in them by value: «5А» before «10А», school 2 before school 10.
 */
export function inOrder(units: readonly NamedUnit[]): NamedUnit[] {
  const keys = [
    ranks(units, (unit) => unit.municipality),
    ranks(units, (unit) => unit.school),
    ranks(units, (unit) => String(unit.grade)),
    ranks(units, (unit) => unit.subject),
    ranks(units, (unit) => unit.className),
    ranks(units, (unit) => unit.procedure),
  ];
  return Int32Array.from(units, (_, index) => index)
    .sort((a, b) => {
      for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!;
      return a - b;
    })
    .reduce<NamedUnit[]>((sorted, index) => {
      sorted.push(units[index]!);
      return sorted;
    }, []);
}

/** Names are few where units are many: each distinct one is compared with the others once. */
function ranks(units: readonly NamedUnit[], nameOf: (unit: NamedUnit) => string | null): Int32Array {
  const { compare } = new Intl.Collator('ru', { numeric: true });
  const names = [...new Set(units.map(nameOf).filter((name) => name !== null))];
  // Spellings that a person reads as one still need an order that does not depend on the file's.
  names.sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  const rankOf = new Map<string | null, number>(names.map((name, rank) => [name, rank + 1]));
  return Int32Array.from(units, (unit) => rankOf.get(nameOf(unit)) ?? 0);
}
