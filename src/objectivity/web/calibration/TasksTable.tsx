import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { address } from '#src/platform/ui/api.ts';
import { RESPONSE_TYPE } from '#src/results/text.ts';
import type { TaskCalibration } from '../../calibration/model.ts';
import { taskNotes } from '../../calibration/notes.ts';
import { solvedShare } from '../../calibration/rules.ts';
import { calibrationText } from '../../calibration/text.ts';
import type { CalibratedVariant, CalibrationDetail } from './api.ts';
import { text } from './text.ts';

interface Props {
  readonly detail: CalibrationDetail;
  readonly variant: CalibratedVariant;
}

/** Every task with its difficulty and error, fit, and what is worth saying of it. */
export function TasksTable({ detail, variant }: Props) {
  const t = useText(text);
  const words = useText(calibrationText);
  const { language } = useLanguage();
  const noteOf = (task: TaskCalibration): string | null => taskNotes(task, variant, language).join('; ') || null;
  const noted = variant.tasks.some((task) => noteOf(task) !== null);
  const columns: Column<TaskCalibration>[] = [
    { key: 'task', header: words.task, value: ({ task }) => task, cell: ({ id }) => id, naming: true, short: true },
    { key: 'max', header: words.maximum, value: ({ max }) => max, figures: true },
    {
      key: 'response',
      header: t.answer,
      value: ({ task }) => RESPONSE_TYPE[detail.tasks[task]!.response][language],
    },
    { key: 'papers', header: words.papers, value: ({ papers }) => papers, figures: true },
    {
      key: 'solved',
      header: words.solved,
      value: solvedShare,
      cell: (task) => percent(solvedShare(task), language),
      figures: true,
    },
    {
      key: 'difficulty',
      header: words.difficulty,
      unit: words.logits,
      value: ({ difficulty }) => difficulty,
      cell: ({ difficulty, error }) => withError(difficulty, error, language),
      figures: true,
      short: true,
    },
    { key: 'infit', header: words.infit, value: ({ infit }) => infit, digits: 2, figures: true },
    { key: 'outfit', header: words.outfit, value: ({ outfit }) => outfit, digits: 2, figures: true },
    // Most works have nothing to remark on: the column comes when there is something in it.
    ...(noted
      ? [{ key: 'note', header: words.note, value: (task: TaskCalibration) => noteOf(task), sortable: false }]
      : []),
  ];
  return (
    <DataTable
      caption={t.tableCaption}
      columns={columns}
      rows={variant.tasks}
      rowKey={({ id }) => id}
      sort={{ key: 'task', direction: 'ascending' }}
      download={address('GET /api/works/:id/calibration.xlsx', { params: { id: detail.work.id } })}
      note={t.fitNote}
    />
  );
}

export function withError(value: number | null, error: number | null, language: 'ru' | 'en'): string {
  const figure = formatNumber(value, language, { digits: 2 });
  return error === null ? figure : `${figure} ± ${formatNumber(error, language, { digits: 2 })}`;
}
