import type { CalibratedVariant } from '../../calibration/model.ts';

/** Ids of the hardest and the easiest task of a variant; a calibrated variant has at least two with a difficulty. */
export function ends({ tasks }: Pick<CalibratedVariant, 'tasks'>): {
  readonly hardest: string;
  readonly easiest: string;
} {
  const sorted = tasks.filter(({ difficulty }) => difficulty !== null).sort((a, b) => a.difficulty! - b.difficulty!);
  return { hardest: sorted.at(-1)?.id ?? '', easiest: sorted[0]?.id ?? '' };
}
