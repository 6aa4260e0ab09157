import { useLanguage } from '../language.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { drawHistogram, histogramTable, type HistogramData } from './histogram.ts';
import { screenPalette } from './palette.ts';
import { Picture } from './Picture.tsx';

export interface ScoreHistogramProps extends HistogramData {
  /** The finding in words. */
  readonly title: string;
  readonly note?: string;
  /** Level of the title among the headings of the page. */
  readonly level?: 2 | 3;
}

/** Scores of a unit over those of the region, with the boundaries of marks. */
export function ScoreHistogram({ title, note, level, ...data }: ScoreHistogramProps) {
  const { language } = useLanguage();
  return (
    <ChartFigure title={title} note={note} level={level} table={histogramTable(data, language)}>
      {(width) => <Picture node={drawHistogram(data, title, { width, language, palette: screenPalette })} />}
    </ChartFigure>
  );
}
