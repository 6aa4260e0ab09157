/** Procedures are different occasions: what is usual is learnt within one, as the site does. */
import type { Administration } from '../engine/administration.ts';
import { analyze } from '../engine/analyze.ts';
import type { NamedUnit } from './order.ts';

/** Units of all administrations, analysed procedure by procedure; without details. */
export function analyzeByProcedure(administrations: readonly Administration[], rate: number): NamedUnit[] {
  const groups = Map.groupBy(administrations, ({ procedure }) => procedureKey(procedure));
  const all: NamedUnit[] = [];
  for (const group of groups.values()) {
    const { procedure } = group[0]!;
    for (const unit of analyze(group, { rate, details: false }).units) all.push({ ...unit, procedure });
  }
  return all;
}

/** «ВПР 2026» and «впр  2026» are one. */
export function procedureKey(procedure: string): string {
  return procedure.toLowerCase().replace(/\s+/gu, ' ');
}
