/** What an analysis found, counted: a line per region, which add up. Pure. */
import type { Mechanism, Strength, UnitLevel, UnitResult } from '../model.ts';

export interface LevelSummary {
  readonly looked: number;
  /** Units that had too few papers for every marker. */
  readonly tooFew: number;
  readonly signalled: number;
  readonly strengths: Readonly<Record<Strength, number>>;
}

export interface RegionSummary {
  readonly region: string;
  readonly works: number;
  readonly papers: number;
  readonly absent: number;
  readonly levels: Readonly<Record<UnitLevel, LevelSummary>>;
  /** Signalled units by what carries the signal; a unit may count in several. */
  readonly mechanisms: Readonly<Record<Mechanism, number>>;
}

const LEVELS = ['municipality', 'school', 'class'] as const satisfies readonly UnitLevel[];
const STRENGTHS = ['none', 'weak', 'noticeable', 'pronounced'] as const satisfies readonly Strength[];
const MECHANISMS = ['boundary', 'help', 'copying', 'level', 'marks'] as const satisfies readonly Mechanism[];

export function summarise(
  head: Pick<RegionSummary, 'region' | 'works' | 'papers' | 'absent'>,
  units: readonly UnitResult[],
): RegionSummary {
  return {
    ...head,
    levels: record(LEVELS, (level) => {
      const own = units.filter((unit) => unit.level === level);
      return {
        looked: own.length,
        tooFew: count(own, ({ p }) => p === null),
        signalled: count(own, ({ signalled }) => signalled),
        strengths: record(STRENGTHS, (strength) => count(own, (unit) => unit.strength === strength)),
      };
    }),
    mechanisms: record(MECHANISMS, (mechanism) =>
      count(units, (unit) => unit.signalled && unit.mechanisms.includes(mechanism)),
    ),
  };
}

/** The sum of several regions. */
export function addSummaries(region: string, parts: readonly RegionSummary[]): RegionSummary {
  const sum = (of: (part: RegionSummary) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    region,
    works: sum(({ works }) => works),
    papers: sum(({ papers }) => papers),
    absent: sum(({ absent }) => absent),
    levels: record(LEVELS, (level) => ({
      looked: sum(({ levels }) => levels[level].looked),
      tooFew: sum(({ levels }) => levels[level].tooFew),
      signalled: sum(({ levels }) => levels[level].signalled),
      strengths: record(STRENGTHS, (strength) => sum(({ levels }) => levels[level].strengths[strength])),
    })),
    mechanisms: record(MECHANISMS, (mechanism) => sum(({ mechanisms }) => mechanisms[mechanism])),
  };
}

function count(among: readonly UnitResult[], has: (unit: UnitResult) => boolean): number {
  return among.reduce((sum, unit) => sum + (has(unit) ? 1 : 0), 0);
}

function record<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}
