import type { ReactNode } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import type { Column } from '#src/platform/ui/DataTable.tsx';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import './api.ts';
import { text } from './text.ts';

export type PairTableRow = Output<'GET /api/indices/pupils'>['schools'][number];

/** Pairs of marks of the same pupils: how many were found, lowered, confirmed, raised, and the mean gap. */
export function usePairColumns(
  naming: { readonly header: string; readonly cell?: (row: PairTableRow) => ReactNode },
  second: { readonly header: string; readonly value: (row: PairTableRow) => string | null },
): Column<PairTableRow>[] {
  const t = useText(text);
  const { language } = useLanguage();
  return [
    { key: 'name', header: naming.header, value: (row) => row.name, cell: naming.cell, naming: true },
    { key: 'second', header: second.header, value: second.value },
    { key: 'pairs', header: t.pairs, value: (row) => row.pairs, figures: true },
    {
      key: 'matched',
      header: t.matched,
      value: (row) => row.matched,
      cell: (row) => percent(row.matched, language),
      figures: true,
    },
    { key: 'lowered', header: t.lowered, value: (row) => row.lowered, figures: true },
    { key: 'confirmed', header: t.confirmed, value: (row) => row.confirmed, figures: true },
    { key: 'raised', header: t.raised, value: (row) => row.raised, figures: true },
    {
      key: 'gap',
      header: t.meanGap,
      unit: t.marks,
      value: (row) => row.meanGap,
      cell: (row) => formatNumber(row.meanGap, language, { digits: 2, signed: true }),
      figures: true,
    },
    { key: 'small', header: t.data, value: (row) => (row.small ? t.little : null) },
  ];
}
