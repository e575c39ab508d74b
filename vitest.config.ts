import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/same-seed.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Tests start programs, compilers and browsers; two at a time leave each a processor.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
