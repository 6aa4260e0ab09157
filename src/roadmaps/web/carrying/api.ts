import type { Routes } from '#src/platform/ui/api.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api
    extends Routes<typeof import('../../carrying/contract.ts')>,
      Routes<typeof import('../../carrying/evidence/contract.ts')>,
      Routes<typeof import('../../carrying/substitution/contract.ts')>,
      Routes<typeof import('../../carrying/week/contract.ts')> {}
}
