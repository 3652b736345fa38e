import { defineConfig } from "vitest/config";

/** `make test-conformance`: installs the protocol's conformance suite, so it is a suite of its own. */
export default defineConfig({
  test: {
    globalSetup: "test/fixtures/run.ts",
    include: ["test/conformance/**/*.test.ts"],
    pool: "forks",
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
