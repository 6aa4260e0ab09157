/** One region: read, analysed procedure by procedure, and made into what the command prints. */
import { analyzeAgainst } from '../cli/by-procedure.ts';
import { inOrder } from '../cli/order.ts';
import { unitObject } from '../cli/units-json.ts';
import type { UnitLevel } from '../model.ts';
import { type CountrySource, loadPartition, type Partition } from './partitions.ts';
import type { RegionResult } from './regions.ts';
import { summarise } from './summary.ts';

export interface CountryRequest {
  readonly source: CountrySource;
  readonly rate: number;
  /** Whether units are wanted as JSON lines, beside the summary. */
  readonly lines: boolean;
  /** null: every level. */
  readonly level: UnitLevel | null;
  readonly skipBadRows: boolean;
}

/** @param threads that the works of the region are computed on. @throws Refusal of loadPartition. */
export async function analyzeRegion(
  request: CountryRequest,
  partition: Partition,
  threads: number,
): Promise<RegionResult> {
  const started = performance.now();
  const { administrations, problems, rows, absent, flawed } = await loadPartition(request.source, partition);
  const read = performance.now();
  const errors = problems.some(({ severity }) => severity === 'error');
  const usable = administrations.length > 0 && (!errors || request.skipBadRows);
  const { units } = usable ? await analyzeAgainst(administrations, request.rate, null, threads) : { units: [] };
  const papers = administrations.reduce((sum, { size }) => sum + size, 0);
  const { region } = partition;
  const summary = summarise({ region, works: administrations.length, papers, absent }, units);
  const computed = performance.now();
  let lines = new Uint8Array(0);
  if (request.lines) {
    const wanted = inOrder(units).filter(({ level }) => request.level === null || level === request.level);
    lines = new TextEncoder().encode(
      wanted.map((unit) => `${JSON.stringify({ region, ...unitObject(unit) })}\n`).join(''),
    );
  }
  return {
    region,
    usable,
    problems,
    rows,
    flawed,
    summary,
    lines,
    seconds: [read - started, computed - read].map((ms) => ms / 1000) as [number, number],
  };
}
