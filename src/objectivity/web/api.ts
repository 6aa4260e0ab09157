import '#src/organizations/web/api.ts';
import type { Routes } from '#src/platform/ui/api.ts';
import '#src/results/web/api.ts';

declare module '#src/platform/ui/api.ts' {
  interface Api extends Routes<typeof import('../contract.ts')>, Routes<typeof import('../references/contract.ts')> {}
}
