import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { serveFixture } from "./fixture/serve.js";
import { serveProduct } from "./product.js";
import { revisions, runRevision, runScenario, type Verdict } from "./suite.js";

/*
 * The protocol's own test suite, against the runtime with tools for the suite, and against the product. A list has the
 * expected failures and their reasons. The test fails for any other failure, and for an expected one that no longer
 * happens.
 */
const subjects = { fixture: serveFixture, product: serveProduct };

describe.each(Object.entries(subjects))("the %s", (name, serve) => {
  const list = join(import.meta.dirname, `expected-failures/${name}.yaml`);
  const verdicts: Verdict[] = [];
  let served: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it.each(revisions)("conforms to revision %s except for the listed scenarios", async (revision) => {
    const verdict = await runRevision(served.url, revision, list);
    expect(verdict.passed, verdict.output).toBe(true);
    verdicts.push(verdict);
  });

  it("fails in each listed scenario", async () => {
    const listed = (parse(await readFile(list, "utf8")) as { server: string[] }).server;
    expect(verdicts).toHaveLength(revisions.length);
    expect(new Set(verdicts.flatMap(({ failedAsExpected }) => failedAsExpected))).toEqual(new Set(listed));
  });

  it("checks a request's headers against its body", async () => {
    const { passed, output } = await runScenario(served.url, "http-header-validation", "2026-07-28");
    expect(passed, output).toBe(true);
  });
});
