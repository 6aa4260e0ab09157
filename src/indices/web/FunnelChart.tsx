import { ChartFigure } from '#src/platform/ui/charts/ChartFigure.tsx';
import { screenPalette } from '#src/platform/ui/charts/palette.ts';
import { Picture } from '#src/platform/ui/charts/Picture.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { FEWEST_UNITS } from '../funnel.ts';
import { drawFunnel, funnelTable } from './funnel-chart.ts';
import type { IndexAnswer } from './IndicesPage.tsx';
import { text } from './text.ts';

const LEAST = 560;

/** Schools of an index against the usual spread of the region. */
export function FunnelChart({ index, units }: { readonly index: IndexAnswer; readonly units: IndexAnswer['schools'] }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { reference, settings } = index;
  if (reference === null || reference.units < FEWEST_UNITS) return null;
  const outside = units.filter(({ position }) => position === 'farAbove' || position === 'farBelow').length;
  const title = t.outside(outside, units.length);
  const data = { reference, units, minimum: settings.minimum };
  return (
    <ChartFigure title={title} note={t.chartNote} table={funnelTable(data, language)} least={LEAST}>
      {(width) => <Picture node={drawFunnel(data, title, { width, language, palette: screenPalette })} />}
    </ChartFigure>
  );
}
