import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";

// A document is looked into by the keys that a test has just written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** A document whose one operation answers with `schema`. */
export function answering(schema: unknown, more: Record<string, unknown> = {}, openapi = "3.0.1") {
  return {
    openapi,
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: { responses: { 200: { description: "", content: { "application/json": { schema } } } } },
      },
    },
    ...more,
  };
}

export const schemaIn = (document: Loose) =>
  document.paths["/pets"].get.responses[200].content["application/json"].schema;

/** The folder of a test file's documents. */
export let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes a file into the folder. Returns its path. */
export async function write(name: string, text: string | object): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof text === "string" ? text : JSON.stringify(text));
  return path;
}
