import { defineConfig } from 'vitest/config';

/** One run for everything: pure files, database, HTTP and the real browser. Tests stand beside the code. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{src,stats,demo,bench,e2e}/**/*.test.{ts,tsx}', 'e2e/**/*.e2e.ts'],
    environment: 'node',
    // Starting a database or a browser on an old machine takes longer than a pure test may.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
