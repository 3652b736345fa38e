import { defineConfig } from "vitest/config";

/** `make test-wild`: installs packages that ship big documents, so it is a suite of its own. */
export default defineConfig({
  test: {
    include: ["test/wild/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
