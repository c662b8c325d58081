import { defineConfig } from 'vitest/config'

/**
 * Two projects: `unit` (beside the source; pure, on PostgreSQL, or through the whole app) and `journeys` (a real browser).
 * Both may ask for a database through `#test/postgres.ts`; the server starts at the first request for one.
 */
export default defineConfig({
  test: {
    globalSetup: ['./src/test/postgres.ts'],
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'db/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.{ts,tsx}'],
          // A browser and a server for each file: more of them at once would only wait for the processor.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
