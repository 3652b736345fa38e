import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/fixtures/run.ts",
    // They install other packages, so they run by themselves: `make test-wild`, `make test-conformance`, `make test-sdk`,
    // `make test-clients`.
    exclude: ["test/wild/**", "test/sdk/**", "test/conformance/**", "test/clients/**", "**/node_modules/**"],
    // Processes and not threads: some tests change the environment, spawn servers or load native modules.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A shared CI machine can be slow for a moment. A test that fails twice is broken.
    retry: process.env["CI"] ? 1 : 0,
    // The time in which a condition must come true. It only ends a test that fails.
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
});
