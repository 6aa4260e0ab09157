import { ScoreHistogram } from '#src/platform/ui/charts/ScoreHistogram.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { TotalCalibration } from '../../calibration/model.ts';
import { calibrationText } from '../../calibration/text.ts';
import { Passage } from '../Passage.tsx';
import type { CalibratedVariant, CalibrationDetail } from './api.ts';
import { text } from './text.ts';

interface Props {
  readonly variant: CalibratedVariant;
  /** Lowest totals of the marks over all tasks. */
  readonly thresholds: CalibrationDetail['thresholds'];
}

/** Totals of the region beside the model's, and the ability that each total stands for. */
export function TotalsPassage({ variant, thresholds }: Props) {
  const t = useText(text);
  const words = useText(calibrationText);
  const { language } = useLanguage();
  const { totals } = variant;
  const most = totals.reduce((best, each) => (each.papers > best.papers ? each : best));
  const columns: Column<TotalCalibration>[] = [
    { key: 'total', header: words.total, value: ({ total }) => total, figures: true, naming: true },
    { key: 'papers', header: words.papers, value: ({ papers }) => papers, figures: true },
    { key: 'expected', header: words.expected, value: ({ expected }) => expected, figures: true },
    {
      key: 'ability',
      header: words.ability,
      unit: words.logits,
      value: ({ ability }) => ability,
      digits: 2,
      figures: true,
    },
    { key: 'error', header: t.abilityError, unit: words.logits, value: ({ error }) => error, digits: 2, figures: true },
  ];
  return (
    <Passage title={t.totals}>
      <ScoreHistogram
        title={t.totalsTitle(formatNumber(most.total, language))}
        note={t.totalsNote}
        level={3}
        unit={t.observed}
        counts={totals.map(({ papers }) => papers)}
        region={{ name: t.model, counts: totals.map(({ expected }) => expected) }}
        thresholds={variant.formTasks.length === variant.tasks.length ? thresholds : null}
      />
      <DataTable
        caption={t.totalsCaption}
        captionShown
        columns={columns}
        rows={totals}
        rowKey={({ total }) => String(total)}
        sort={{ key: 'total', direction: 'ascending' }}
        note={t.abilityNote}
      />
    </Passage>
  );
}
