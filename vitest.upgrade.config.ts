import { defineConfig } from "vitest/config";

/** `make test-upgrade`: builds the last release from the repository's history, so it is a suite of its own. */
export default defineConfig({
  test: {
    include: ["test/upgrade/**/*.test.ts"],
    globalSetup: "test/fixtures/run.ts",
    pool: "forks",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
