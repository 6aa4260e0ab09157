import { useLanguage } from '../language.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { screenPalette } from './palette.ts';
import { Picture } from './Picture.tsx';
import { drawTransition, transitionTable, type TransitionData } from './transition.ts';

export interface MarkTransitionProps {
  /** The finding in words. */
  readonly title: string;
  readonly note?: string;
  /** Level of the title among the headings of the page. */
  readonly level?: 2 | 3;
  /** Papers by journal mark (rows 2..5) and mark for the work (columns 2..5). */
  readonly counts: TransitionData;
}

const WIDTH = 460;

/** Marks of the journal against marks for the work. */
export function MarkTransition({ title, note, level, counts }: MarkTransitionProps) {
  const { language } = useLanguage();
  return (
    <ChartFigure title={title} note={note} level={level} table={transitionTable(counts, language)}>
      {() => <Picture node={drawTransition(counts, title, { width: WIDTH, language, palette: screenPalette })} />}
    </ChartFigure>
  );
}
