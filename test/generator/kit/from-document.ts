import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { runGenerateFromDocument } from "../../../cli/generate/generate-from-document.js";

export let scratch: string;
let folders = 0;
export let out: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "other-"));
  vi.spyOn(console, "log").mockReturnValue();
});

beforeEach(() => {
  vi.spyOn(console, "error").mockClear().mockReturnValue();
  out = join(scratch, `out-${folders++}`);
});

afterAll(() => rm(scratch, { recursive: true }));

export const pets = {
  openapi: "3.0.3",
  info: { title: "Pets\u202E of\nall", version: "1" },
  servers: [
    { url: "https://{region}.example.com/v1", variables: { region: { default: "eu", enum: ["us", "eu"] } } },
  ],
  security: [{ key: [] }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["Pets & more"],
        summary: "List <b>pets</b>",
        description: "All of them.\u200B",
        parameters: [
          { name: "kind", in: "query", schema: { type: "string" } },
          { name: "X-Key", in: "header", required: true, schema: { type: "string" } },
        ],
      },
      post: {
        operationId: "listPets",
        requestBody: { content: { "application/json": { schema: { $ref: "pet.yaml#/Pet" } } } },
      },
    },
    "/search": {
      get: {
        operationId: "search_tools",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
      },
    },
    "/broken/{id}": { get: {} },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } },
};

export async function generated(spec: object = pets, name = "pets"): Promise<{ code: number; said: string }> {
  const file = join(scratch, "spec.json");
  await writeFile(file, JSON.stringify(spec));
  await writeFile(
    join(scratch, "pet.yaml"),
    "Pet:\n  type: object\n  properties:\n    next: { $ref: '#/Pet' }\n    name: { type: string }\n",
  );
  const said = () => vi.mocked(console.error).mock.calls.join("\n");
  try {
    const code = await runGenerateFromDocument({ spec: file, name, out, bundle: false });
    return { code, said: said() };
  } catch (error) {
    // The command prints the thrown error and exits with 1.
    return { code: 1, said: (error as Error).message };
  }
}
