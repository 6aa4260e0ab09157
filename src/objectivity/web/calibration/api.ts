import type { Output, Routes } from '#src/platform/ui/api.ts';
import type { CalibratedVariant } from '../../calibration/model.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api extends Routes<typeof import('../../calibration/contract.ts')> {}
}

export type CalibrationDetail = Output<'GET /api/works/:id/calibration'>;
export type ShownVariant = CalibrationDetail['variants'][number];
export type { CalibratedVariant };
