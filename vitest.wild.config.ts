import { defineConfig } from "vitest/config";

/** `make test-wild`: installs packages that ship big documents, so it is a suite of its own. */
export default defineConfig({
  test: {
    globalSetup: "test/fixtures/run.ts",
    include: ["test/wild/**/*.test.ts"],
    pool: "forks",
    // What is generated says how much; only a failure needs to be read.
    silent: "passed-only",
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
