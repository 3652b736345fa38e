import { join } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { testFiles } from "./test/fixtures/processes.js";
import { RoomsInOrder } from "./test/fixtures/rooms-in-order.js";

const { shared, own } = testFiles();

// Bundled servers get the built runtime, as those of the product do. To bundle it from its sources takes seconds.
const resolve = { alias: { "./place-of-kit.js": join(import.meta.dirname, "test/fixtures/built-kit.ts") } };

const settings: TestProjectInlineConfiguration["test"] = {
  // Processes and not threads: some tests change the environment, spawn servers or load native modules.
  pool: "forks",
  // More than processors, because many tests wait for other processes.
  maxWorkers: 3,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A shared CI machine can be slow for a moment. A test that fails twice is broken.
  retry: process.env["CI"] ? 1 : 0,
  // The time in which a condition must come true. It only ends a test that fails.
  expect: { poll: { timeout: 30_000, interval: 20 } },
  // Node loads a bundle by itself, as it does for users. Vitest would compile its megabytes first.
  server: { deps: { external: [/\.mjs$/] } },
};

export default defineConfig({
  test: {
    globalSetup: "test/fixtures/run.ts",
    // Each project of a run compiles the product for itself, unless they share a cache. Later runs use it too. It is not
    // in node_modules, which some tests link into copies of the project.
    experimental: { fsModuleCache: true, fsModuleCachePath: ".cache" },
    sequence: { sequencer: RoomsInOrder },
    projects: [
      // One after the other in the same processes, so that these load the code once.
      ...Object.entries(shared).map(([name, include]) => ({
        resolve,
        test: {
          ...settings,
          name,
          include,
          setupFiles: "test/fixtures/fresh-file.ts",
          isolate: false,
        },
      })),
      // Each in its own process.
      { resolve, test: { ...settings, name: "own", include: own } },
    ],
  },
});
