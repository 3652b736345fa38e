import { join } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { filesThatShare } from "./test/fixtures/processes.js";

const shared = filesThatShare();

// Bundled servers get the built runtime, as those of the product do. To bundle it from its sources takes seconds.
const resolve = { alias: { "./place-of-kit.js": join(import.meta.dirname, "test/fixtures/built-kit.ts") } };

const settings: TestProjectInlineConfiguration["test"] = {
  include: ["test/**/*.test.ts"],
  // Processes and not threads: some tests change the environment, spawn servers or load native modules.
  pool: "forks",
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A shared CI machine can be slow for a moment. A test that fails twice is broken.
  retry: process.env["CI"] ? 1 : 0,
  // The time in which a condition must come true. It only ends a test that fails.
  expect: { poll: { timeout: 30_000, interval: 20 } },
};

// They install other packages or build another version, so they run by themselves: `make test-wild`,
// `make test-conformance`, `make test-sdk`, `make test-clients`, `make test-upgrade`.
const exclude = [
  "test/wild/**",
  "test/sdk/**",
  "test/conformance/**",
  "test/clients/**",
  "test/upgrade/**",
  "**/node_modules/**",
];

export default defineConfig({
  test: {
    globalSetup: "test/fixtures/run.ts",
    projects: [
      // One after the other in the same two processes, so that these load the code once.
      {
        resolve,
        test: {
          ...settings,
          name: "shared",
          include: shared,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // Each in its own process. Three at once, because these wait for other processes half of their time.
      {
        resolve,
        test: {
          ...settings,
          name: "own",
          exclude: [...exclude, ...shared],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
