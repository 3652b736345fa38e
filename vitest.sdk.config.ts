import { defineConfig } from "vitest/config";

/** `make test-sdk`: needs a checkout of FireHydrant's TypeScript SDK, so it is a suite of its own. */
export default defineConfig({
  test: { include: ["test/sdk/**/*.test.ts"], pool: "forks", testTimeout: 600_000 },
});
