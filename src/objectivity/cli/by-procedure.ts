/** Procedures are different occasions: what is usual is learnt within one, as the site does. */
import type { Administration } from '../engine/administration.ts';
import { analyze } from '../engine/analyze.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';
import type { RegionResult } from '../engine/region-result.ts';
import type { NamedUnit } from './order.ts';

/** Units of all administrations, analysed procedure by procedure; without details. */
export function analyzeByProcedure(administrations: readonly Administration[], rate: number): NamedUnit[] {
  return analyzeAgainst(administrations, rate, null).units;
}

/** The same against a frozen reference, with what it says of each region as a whole. */
export function analyzeAgainst(
  administrations: readonly Administration[],
  rate: number,
  reference: FrozenReference | null,
): { readonly units: NamedUnit[]; readonly regions: RegionResult[] } {
  const groups = Map.groupBy(administrations, ({ procedure }) => procedureKey(procedure));
  const units: NamedUnit[] = [];
  const regions: RegionResult[] = [];
  for (const group of groups.values()) {
    const { procedure } = group[0]!;
    const others = administrations.filter((administration) => !group.includes(administration));
    const analysis = analyze(group, { rate, details: false, others, ...(reference === null ? {} : { reference }) });
    for (const unit of analysis.units) units.push({ ...unit, procedure });
    regions.push(...analysis.regions);
  }
  return { units, regions };
}

/** «ВПР 2026» and «впр  2026» are one. */
export function procedureKey(procedure: string): string {
  return procedure.toLowerCase().replace(/\s+/gu, ' ');
}
