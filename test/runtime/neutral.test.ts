import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Words of one API's subject. The runtime's knowledge of an API comes from its catalogue and its search index. */
const OF_ONE_API =
  /incident|fire.?hydrant|\bfhb|\bsev ?\d|runbook|\bon[- ]?call\b|post.?mortem|retrospective/i;

const ROOT = join(import.meta.dirname, "../../runtime");

it("the runtime has no words of the API that it serves", async () => {
  const files = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(100);
  const found = await Promise.all(
    files.map(async (name) => {
      const lines = (await readFile(join(ROOT, name), "utf8")).split("\n");
      return lines.flatMap((line, at) => (OF_ONE_API.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : []));
    }),
  );
  expect(found.flat()).toEqual([]);
});
