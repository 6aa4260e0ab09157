/** Procedures are different occasions: what is usual is learnt within one, as the site does. */
import type { Administration } from '../engine/administration.ts';
import { type Analysis, type AnalysisOptions, analyze } from '../engine/analyze.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';
import type { RegionResult } from '../engine/region-result.ts';
import { analyzeSideBySide } from '../threads/works.ts';
import type { NamedUnit } from './order.ts';

/** Fewer papers than this are computed sooner than threads begin. */
const WORTH_THREADS = 60_000;

/** Units of all administrations, analysed procedure by procedure; without details. */
export function analyzeByProcedure(administrations: readonly Administration[], rate: number): NamedUnit[] {
  return procedures(administrations, rate, null).flatMap(({ group, options }) => named(group, analyze(group, options)));
}

/** The same against a frozen reference, with what it says of each region as a whole; on so many threads where that is worth it. */
export async function analyzeAgainst(
  administrations: readonly Administration[],
  rate: number,
  reference: FrozenReference | null,
  threads: number,
): Promise<{ readonly units: NamedUnit[]; readonly regions: RegionResult[] }> {
  const units: NamedUnit[] = [];
  const regions: RegionResult[] = [];
  for (const { group, options } of procedures(administrations, rate, reference)) {
    const papers = group.reduce((sum, { size }) => sum + size, 0);
    const analysis =
      threads > 1 && group.length > 1 && papers >= WORTH_THREADS
        ? await analyzeSideBySide(group, { ...options, threads })
        : analyze(group, options);
    // Not by spreading: a region has tens of thousands of units.
    for (const unit of named(group, analysis)) units.push(unit);
    regions.push(...analysis.regions);
  }
  return { units, regions };
}

interface Procedure {
  readonly group: readonly Administration[];
  readonly options: AnalysisOptions;
}

function procedures(
  administrations: readonly Administration[],
  rate: number,
  reference: FrozenReference | null,
): Procedure[] {
  const groups = Map.groupBy(administrations, ({ procedure }) => procedureKey(procedure));
  return [...groups.values()].map((group) => {
    const others = administrations.filter((administration) => !group.includes(administration));
    return { group, options: { rate, details: false, others, ...(reference === null ? {} : { reference }) } };
  });
}

function named(group: readonly Administration[], { units }: Analysis): NamedUnit[] {
  const { procedure } = group[0]!;
  return units.map((unit) => ({ ...unit, procedure }));
}

/** «ВПР 2026» and «впр  2026» are one. */
export function procedureKey(procedure: string): string {
  return procedure.toLowerCase().replace(/\s+/gu, ' ');
}
