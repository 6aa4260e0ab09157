import { DASH } from '#src/platform/ui/format.ts';
import type { CalibratedVariant } from '../../calibration/model.ts';
import { ends } from './ends.ts';
import type { text } from './text.ts';

/** What the page says first. Variants have hardest and easiest tasks of their own: the heading says of which one it speaks. */
export function headingOf(
  work: string,
  variant: Pick<CalibratedVariant, 'name' | 'tasks'>,
  several: boolean,
  t: Pick<(typeof text)['ru'], 'title' | 'variantTitle'>,
): string {
  const { hardest, easiest } = ends(variant);
  return several
    ? t.variantTitle(work, variant.name ?? DASH, hardest.id, easiest.id)
    : t.title(work, hardest.id, easiest.id);
}
