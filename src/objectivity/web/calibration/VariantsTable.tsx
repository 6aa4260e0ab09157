import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { calibrationText } from '../../calibration/text.ts';
import type { CalibratedVariant, CalibrationDetail } from './api.ts';
import { withError } from './TasksTable.tsx';
import { text } from './text.ts';

interface Row {
  readonly position: number;
  readonly id: string;
  readonly cells: readonly { readonly difficulty: number | null; readonly error: number | null }[];
}

interface Props {
  readonly detail: CalibrationDetail;
  /** Variants on the common scale. */
  readonly variants: readonly CalibratedVariant[];
}

/** The same number of a task in all variants on the common scale. */
export function VariantsTable({ detail, variants }: Props) {
  const t = useText(text);
  const words = useText(calibrationText);
  const { language } = useLanguage();
  const rows = detail.tasks.map(
    ({ id }, position): Row => ({
      position,
      id,
      cells: variants.map(({ tasks }) => tasks[position]!),
    }),
  );
  const columns: Column<Row>[] = [
    {
      key: 'task',
      header: words.task,
      value: ({ position }) => position,
      cell: ({ id }) => id,
      naming: true,
      short: true,
    },
    ...variants.map(
      ({ name }, index): Column<Row> => ({
        key: `variant${index}`,
        header: words.variantOf(name ?? ''),
        unit: words.logits,
        value: ({ cells }) => cells[index]!.difficulty,
        cell: ({ cells }) => withError(cells[index]!.difficulty, cells[index]!.error, language),
        figures: true,
        short: true,
      }),
    ),
    { key: 'spread', header: t.spread, unit: words.logits, value: spreadOf, digits: 2, figures: true },
  ];
  return (
    <DataTable
      caption={t.compareCaption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sort={{ key: 'task', direction: 'ascending' }}
      note={t.compareNote}
    />
  );
}

/** Largest difference between two variants; null where fewer than two have the task. */
function spreadOf({ cells }: Row): number | null {
  const known = cells.flatMap(({ difficulty }) => (difficulty === null ? [] : [difficulty]));
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
}
