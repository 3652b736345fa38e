import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashesIn, MANIFEST, requireBuiltFiles } from "../../cli/gateway/bundle-check.js";

let folder: string;
let module: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
  module = pathToFileURL(join(folder, "standpipe.mjs")).href;
  await writeFile(join(folder, "standpipe.mjs"), "run();");
  await writeFile(join(folder, "chunk.mjs"), "help();");
  await writeFile(join(folder, MANIFEST), JSON.stringify({ files: await hashesIn(folder) }));
});

afterEach(() => rm(folder, { recursive: true }));

describe("the check of a bundle before the gateway starts", () => {
  it("accepts a built bundle", async () => {
    await expect(requireBuiltFiles(module)).resolves.toBeUndefined();
  });

  it("passes a package without the file that only generate --bundle reads", async () => {
    await writeFile(join(folder, "server-kit.mjs"), "kit();");
    await writeFile(join(folder, MANIFEST), JSON.stringify({ files: await hashesIn(folder) }));
    await rm(join(folder, "server-kit.mjs"));
    await expect(requireBuiltFiles(module)).resolves.toBeUndefined();
  });

  const changes: Record<string, { change: () => Promise<unknown>; says: RegExp }> = {
    "a file that was changed": {
      change: async () =>
        writeFile(join(folder, "chunk.mjs"), `${await readFile(join(folder, "chunk.mjs"), "utf8")} steal();`),
      says: /is not as it was built: chunk\.mjs\. Install it again, or pass --unverified/,
    },
    "a file that was added": {
      change: () => writeFile(join(folder, "more.mjs"), "steal();"),
      says: /is not as it was built: more\.mjs/,
    },
    "a file that is gone": {
      change: () => rm(join(folder, "chunk.mjs")),
      says: /is not as it was built: chunk\.mjs/,
    },
    "no manifest": { change: () => rm(join(folder, MANIFEST)), says: /has no manifest\.json/ },
  };
  it.each(Object.entries(changes))("refuses %s", async (_, { change, says }) => {
    await change();
    await expect(requireBuiltFiles(module)).rejects.toThrow(says);
  });
});
