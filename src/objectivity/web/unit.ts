import { tied } from './tied.ts';

interface Unit {
  readonly className: string | null;
  readonly school: { readonly name: string } | null;
  readonly municipality: { readonly name: string };
}

/** The shortest name of a unit, for labels: «5Б», «СОШ № 3», «Лукоморский округ». */
export function unitName(unit: Unit): string {
  return unit.className ?? tied(unit.school?.name ?? unit.municipality.name);
}
