import { Link } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import type { Column } from '#src/platform/ui/DataTable.tsx';
import { DASH, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { LITTLE_DATA, POSITION } from '../text.ts';
import './api.ts';
import { text } from './text.ts';

export type StandingRow = Output<'GET /api/indices'>['schools'][number];

/** Numerator, denominator, share with interval and place of each unit. They come by name: there is no ranking. */
export function useStandingColumns(municipalities: boolean): Column<StandingRow>[] {
  const t = useText(text);
  const { language } = useLanguage();
  return [
    municipalities
      ? { key: 'name', header: t.municipalityColumn, value: (row) => row.name, naming: true }
      : {
          key: 'name',
          header: t.school,
          value: (row) => row.name,
          naming: true,
          cell: (row) => (
            <Link to="/indices/schools/$id" params={{ id: row.id }}>
              {row.name}
            </Link>
          ),
        },
    ...(municipalities
      ? []
      : [{ key: 'municipality', header: t.municipalityColumn, value: (row: StandingRow) => row.municipality }]),
    { key: 'numerator', header: t.numerator, value: (row) => row.numerator, figures: true },
    { key: 'denominator', header: t.denominator, value: (row) => row.denominator, figures: true },
    {
      key: 'share',
      header: t.share,
      value: (row) => row.share,
      cell: (row) => percent(row.share, language, 1),
      figures: true,
    },
    {
      key: 'interval',
      header: t.interval,
      value: () => null,
      cell: (row) => (row.denominator === 0 ? DASH : `${percent(row.low, language)} – ${percent(row.high, language)}`),
      figures: true,
      sortable: false,
    },
    // A region has too few municipalities to tell how they differ by nature: their intervals are all there is.
    ...(municipalities
      ? []
      : [
          {
            key: 'position',
            header: t.position,
            value: (row: StandingRow) =>
              row.position === null ? LITTLE_DATA[language] : POSITION[row.position][language],
          },
        ]),
  ];
}
