import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/attack/regular-expressions.test.ts"], testTimeout: 1_800_000 },
});
