import type { Routes } from '#src/platform/ui/api.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api
    extends Routes<typeof import('../imports/contract.ts')>,
      Routes<typeof import('../lists/contract.ts')>,
      Routes<typeof import('../works/contract.ts')>,
      Routes<typeof import('../works/codes/contract.ts')> {}
}
