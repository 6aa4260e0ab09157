import { ChartFigure } from '#src/platform/ui/charts/ChartFigure.tsx';
import { screenPalette } from '#src/platform/ui/charts/palette.ts';
import { Picture } from '#src/platform/ui/charts/Picture.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { TaskCalibration } from '../../calibration/model.ts';
import { solvedShare } from '../../calibration/rules.ts';
import type { CalibratedVariant } from './api.ts';
import { ends } from './ends.ts';
import { text } from './text.ts';
import { drawMap, mapLeast, mapTable } from './wright-map.ts';

/** Pupils and tasks of one variant on one scale. */
export function WrightMap({ variant }: { readonly variant: CalibratedVariant }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { hardest, easiest } = ends(variant);
  const origin = meanDifficulty(variant);
  const all = variant.totals.reduce((sum, { papers }) => sum + papers, 0);
  const above = variant.totals.reduce(
    (sum, { papers, ability }) => sum + (ability !== null && ability > origin ? papers : 0),
    0,
  );
  const named = (task: TaskCalibration): string => t.solved(task.id, percent(solvedShare(task), language));
  const title = t.mapTitle(named(hardest), named(easiest), percent(above / all, language));
  return (
    <ChartFigure title={title} level={3} note={t.mapNote} table={mapTable(variant, language)} least={mapLeast(variant)}>
      {(width) => <Picture node={drawMap(variant, title, { width, language, palette: screenPalette })} />}
    </ChartFigure>
  );
}

function meanDifficulty({ tasks }: CalibratedVariant): number {
  const known = tasks.flatMap(({ difficulty }) => (difficulty === null ? [] : [difficulty]));
  return known.reduce((sum, each) => sum + each, 0) / known.length;
}
