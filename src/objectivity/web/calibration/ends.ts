import type { CalibratedVariant, TaskCalibration } from '../../calibration/model.ts';

/** The hardest and the easiest task of a variant; a calibrated variant has at least two with a difficulty. */
export function ends({ tasks }: Pick<CalibratedVariant, 'tasks'>): {
  readonly hardest: TaskCalibration;
  readonly easiest: TaskCalibration;
} {
  const sorted = tasks.filter(({ difficulty }) => difficulty !== null).sort((a, b) => a.difficulty! - b.difficulty!);
  return { hardest: sorted.at(-1)!, easiest: sorted[0]! };
}
