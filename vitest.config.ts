import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // It installs other packages' documents, so it runs by itself: `make test-wild`.
    exclude: ["test/wild/**", "**/node_modules/**"],
    // Processes and not threads: some tests change the environment, spawn servers or load native modules.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
