import { defineConfig } from "vitest/config";

/** `make test-clients`: installs MCP clients from npm, so it is a suite of its own. */
export default defineConfig({
  test: {
    globalSetup: "test/fixtures/run.ts",
    include: ["test/clients/**/*.test.ts"],
    pool: "forks",
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
