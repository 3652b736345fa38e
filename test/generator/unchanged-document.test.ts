import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { out, scratch } from "./kit/from-document.js";

const document = (path: string, reference: string) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://pets.example.com" }],
    paths: {
      [path]: {
        get: {
          operationId: "read_it",
          parameters: [{ $ref: reference }],
          responses: { 200: { description: "ok" } },
        },
      },
    },
  });
const parameter = (name: string) => JSON.stringify({ name, in: "query", schema: { type: "string" } });

/** Generates, and gives the number of files that were written. */
async function written(spec: string): Promise<number> {
  expect(await runGenerateFromDocument({ spec, name: "unchanged", out, bundle: false })).toBe(0);
  const said = vi
    .mocked(console.log)
    .mock.calls.map(String)
    .findLast((line) => line.includes("files written"));
  return Number(/: (\d+) of/.exec(said!)![1]);
}

describe("a document that was generated before", () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(scratch, "documents");
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, "parts"), { recursive: true });
    await writeFile(join(folder, "parts/kind.json"), parameter("kind"));
    await writeFile(join(folder, "pets.json"), document("/pets", "parts/kind.json"));
  });

  it("writes nothing again, until a file that it refers to changes", async () => {
    const spec = join(folder, "pets.json");
    expect(await written(spec)).toBeGreaterThan(5);
    expect(await written(spec)).toBe(0);
    await writeFile(join(folder, "parts/kind.json"), parameter("color"));
    expect(await written(spec)).toBeGreaterThan(0);
    expect(await written(spec)).toBe(0);
  });

  it("is not taken for another document under the same path", async () => {
    await writeFile(join(folder, "cats.json"), document("/cats", "parts/kind.json"));
    const spec = join(folder, "current.json");
    await symlink("pets.json", spec);
    await written(spec);
    await rm(spec);
    await symlink("cats.json", spec);
    expect(await written(spec)).toBeGreaterThan(0);
  });

  it("is read again while a file is missing that it refers to", async () => {
    const spec = join(folder, "pets.json");
    const other = { post: { operationId: "make_it", requestBody: { $ref: "parts/body.json" } } };
    const given = JSON.parse(document("/pets", "parts/kind.json")) as { paths: object };
    await writeFile(spec, JSON.stringify({ ...given, paths: { ...given.paths, "/more": other } }));
    await written(spec);
    const schema = { type: "object", properties: { name: { type: "string" } } };
    await writeFile(
      join(folder, "parts/body.json"),
      JSON.stringify({ content: { "application/json": { schema } } }),
    );
    expect(await written(spec)).toBeGreaterThan(0);
  });
});
