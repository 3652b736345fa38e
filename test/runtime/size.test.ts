import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { listedIncidents } from "../fixtures/listed-incidents.js";

test("a hundred incidents of real size cost a model at most a tenth, and all fit the budget", async () => {
  const { raw, given } = await listedIncidents(100);
  // FireHydrant's own are about 9 kB each.
  expect(raw.length / 100).toBeGreaterThan(9_000);
  const { items } = JSON.parse(given) as { items: object[] };
  expect(items).toHaveLength(100);
  expect(encode(given).length).toBeLessThanOrEqual(20_000);
  expect(encode(given).length).toBeLessThanOrEqual(encode(raw).length / 10);
});
