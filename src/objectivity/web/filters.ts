import type { Input } from '#src/platform/ui/api.ts';
import { useFilters } from '#src/platform/ui/routing.ts';
import type { Mechanism, UnitLevel } from '../model.ts';
import './api.ts';

const LEVELS: readonly UnitLevel[] = ['class', 'school', 'municipality'];
export const MECHANISMS: readonly Mechanism[] = ['help', 'boundary', 'copying', 'level', 'marks'];
export const SHOWS = ['signalled', 'all', 'insufficient'] as const;
export type Show = (typeof SHOWS)[number];

export interface FindingFilters {
  readonly level: UnitLevel;
  readonly show: Show;
  readonly workId?: number;
  readonly municipalityId?: number;
  readonly mechanism?: Mechanism;
  readonly search?: string;
}

const NAMES = ['level', 'work', 'municipality', 'sign', 'show', 'search'] as const;
export type FilterChanges = Partial<Record<(typeof NAMES)[number], string | undefined>>;

/** The list's conditions as its address holds them; what makes no sense there is as good as absent. */
export function useFindingFilters(): [FindingFilters, (changes: FilterChanges) => void] {
  const [held, change] = useFilters(NAMES);
  const filters: FindingFilters = {
    level: one(LEVELS, held.level) ?? 'class',
    show: one(SHOWS, held.show) ?? 'signalled',
    workId: identity(held.work),
    municipalityId: identity(held.municipality),
    mechanism: one(MECHANISMS, held.sign),
    search: held.search?.slice(0, 100),
  };
  return [filters, change];
}

/** Conditions that narrow the list beyond its level: those that can be taken off. */
export function isNarrowed(filters: FindingFilters): boolean {
  return Boolean(filters.workId ?? filters.municipalityId ?? filters.mechanism ?? filters.search);
}

export function findingQuery(filters: FindingFilters): NonNullable<Input<'GET /api/findings'>['query']> {
  return { ...filters };
}

function one<V extends string>(known: readonly V[], value: string | undefined): V | undefined {
  return known.find((candidate) => candidate === value);
}

function identity(value: string | undefined): number | undefined {
  const id = Number(value);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}
