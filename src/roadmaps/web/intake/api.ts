import '#src/jobs/web/api.ts';
import type { Output, Routes } from '#src/platform/ui/api.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api extends Routes<typeof import('../../intake/contract.ts')> {}
}

export type Intake = Output<'GET /api/plan-intakes'>['intakes'][number];
export type IntakeDetail = Output<'GET /api/plan-intakes/:id'>;
export type View = NonNullable<IntakeDetail['view']>;
