import { useLanguage } from '../language.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { screenPalette } from './palette.ts';
import { Picture } from './Picture.tsx';
import { drawProfile, profileLeast, profileTable, type ProfileData } from './profile.ts';

export interface TaskProfileProps extends ProfileData {
  /** The finding in words. */
  readonly title: string;
  readonly note?: string;
  /** Level of the title among the headings of the page. */
  readonly level?: 2 | 3;
}

/** Observed and expected results task by task, from the easiest to the hardest. */
export function TaskProfile({ title, note, level, ...data }: TaskProfileProps) {
  const { language } = useLanguage();
  return (
    <ChartFigure
      title={title}
      note={note}
      level={level}
      table={profileTable(data, language)}
      least={profileLeast(data, language)}
    >
      {(width) => <Picture node={drawProfile(data, title, { width, language, palette: screenPalette })} />}
    </ChartFigure>
  );
}
