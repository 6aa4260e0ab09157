import type { IndexSettings } from '../model.ts';

/** The thresholds of a year as typed: numbers are texts until they are checked. */
export const FIELDS = [
  { name: 'year', low: 2000, high: 2100 },
  { name: 'vpr', low: 1, high: 3 },
  { name: 'oge', low: 1, high: 3 },
  { name: 'dkr', low: 1, high: 3 },
  { name: 'minimum', low: 5, high: 1000 },
  { name: 'russian1', low: 0, high: 100 },
  { name: 'other1', low: 0, high: 100 },
  { name: 'base1', low: 2, high: 5 },
  { name: 'russian2', low: 0, high: 100 },
  { name: 'other2', low: 0, high: 100 },
  { name: 'base2', low: 2, high: 5 },
] as const;

export type FieldName = (typeof FIELDS)[number]['name'];
export type SettingsTyped = Readonly<Record<FieldName, string>>;

export function typedSettings(year: string, { gap, minimum, medal }: IndexSettings): SettingsTyped {
  return {
    year,
    vpr: String(gap.vpr),
    oge: String(gap.oge),
    dkr: String(gap.dkr),
    minimum: String(minimum),
    russian1: String(medal[1].russian),
    other1: String(medal[1].other),
    base1: String(medal[1].baseMathematics),
    russian2: String(medal[2].russian),
    other2: String(medal[2].other),
    base2: String(medal[2].baseMathematics),
  };
}

/** The settings to send, or the fields that are wrong. */
export function readSettingsForm(
  typed: SettingsTyped,
): { readonly year: number; readonly settings: IndexSettings } | { readonly faults: readonly FieldName[] } {
  const faults = FIELDS.filter(({ name, low, high }) => {
    const value = typed[name].trim();
    return !/^\d{1,4}$/u.test(value) || Number(value) < low || Number(value) > high;
  }).map(({ name }) => name);
  if (faults.length > 0) return { faults };
  const number = (name: FieldName): number => Number(typed[name]);
  return {
    year: number('year'),
    settings: {
      gap: { vpr: number('vpr'), oge: number('oge'), dkr: number('dkr') },
      minimum: number('minimum'),
      medal: {
        1: { russian: number('russian1'), other: number('other1'), baseMathematics: number('base1') },
        2: { russian: number('russian2'), other: number('other2'), baseMathematics: number('base2') },
      },
    },
  };
}
