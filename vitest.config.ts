import { defineConfig } from 'vitest/config';

/** One run for everything: pure files, database, HTTP and the real browser. Tests stand beside the code. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Starting a database or a browser on an old machine takes longer than a pure test may.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['{src,stats,demo,bench}/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['e2e/setup-database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['e2e/setup-site.ts'],
          // One site serves all files; two browsers at a time are what an old machine bears.
          maxWorkers: 2,
        },
      },
    ],
  },
});
