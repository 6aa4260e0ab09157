import type { Routes } from '#src/platform/ui/api.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api extends Routes<typeof import('../../effect/contract.ts')> {}
}
