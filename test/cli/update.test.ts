import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runUpdate } from "../../cli/diff/update.js";
import { runGenerate } from "../../cli/generate/generate.js";
import { git } from "../fixtures/clone.js";

const SHARED = join(import.meta.dirname, "../generator/cases/_shared");

/** A document that a test changes as it likes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

let root: string;
let said: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "update-"));
  said = "";
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockImplementation((text) => {
    said += String(text);
  });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const specs = join(root, "specs/pets");
  await mkdir(join(specs, "tools"), { recursive: true });
  for (const name of ["common.yaml", "repairs.yaml", "surface.yaml"])
    await copyFile(join(SHARED, name), join(specs, name));
  await writeFile(join(specs, "openapi.json"), JSON.stringify(document(), null, 2));
  await writeFile(join(specs, "SOURCE.md"), "");
  await writeFile(join(specs, "relations.yaml"), RELATIONS);
  await writeFile(join(specs, "tools/pets.yaml"), WORDS);
  await writeFile(join(root, ".gitignore"), "node_modules\n");
  expect(await runGenerate(root, "pets", false), said).toBe(0);
  await git(root, "init", "-q");
  await git(root, "add", "-A");
  await git(root, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-qm", "Pets");
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true });
});

describe("an update", () => {
  it("keeps the descriptions of renamed arguments, and their former names for half a year", async () => {
    const head = document();
    head.paths["/pets"].get.parameters[0].name = "pet_kind";
    expect(await update(head), said).toBe(0);
    const words = await read("specs/pets/tools/pets.yaml");
    expect(words).toMatch(/former_arguments:\n {6}kind: \{ now: pet_kind, until: \d{4}-\d\d-\d\d \}/);
    expect(words).toContain("pet_kind: Kind of pet, such as cat.");
    expect(await read("generated/pets/tools/pets/list_pets.ts")).toContain("kind: { now: ");
    expect(said).toMatch(/pet_kind was called kind, which still works until \d{4}/);
    expect(said).toContain("GET /pets: kind → pet_kind");
    expect(said).not.toContain("Breaking");
  });

  it("keeps words and relations where a parameter of the path is renamed", async () => {
    const head = document();
    const item = head.paths["/pets/{id}"];
    item.get.parameters[0].name = "pet_id";
    delete head.paths["/pets/{id}"];
    head.paths["/pets/{pet_id}"] = item;
    expect(await update(head), said).toBe(0);
    const words = await read("specs/pets/tools/pets.yaml");
    expect(words).toContain(
      "  GET /pets/{pet_id}:\n    name: get_pet\n    former_arguments:\n      id: { now: pet_id",
    );
    expect(words).toContain("      pet_id: Id of the pet.");
    expect(await read("specs/pets/relations.yaml")).toContain("path pet_id: all");
    expect(said).toContain("GET /pets/{id} → GET /pets/{pet_id}");
    expect(await runGenerate(root, "pets", true)).toBe(0);
  });

  it("lists operations that only probably moved, and moves their descriptions with --accept-moves", async () => {
    const head = document();
    head.paths["/shop/animals/{id}"] = head.paths["/pets/{id}"];
    delete head.paths["/pets/{id}"];
    expect(await update(head), said).toBe(0);
    expect(said).toContain("1 operation probably moved");
    expect(said).toContain("GET /pets/{id} → GET /shop/animals/{id}");
    expect(await read("specs/pets/tools/pets.yaml")).toContain("  GET /pets/{id}:\n    name: get_pet");
    await git(root, "checkout", "-q", ".");
    expect(await update(head, { acceptMoves: true }), said).toBe(0);
    expect(await read("specs/pets/tools/pets.yaml")).toContain(
      "  GET /shop/animals/{id}:\n    name: get_pet",
    );
    expect(await read("specs/pets/names.lock")).toContain("get_pet GET /shop/animals/{id}");
  });

  it("writes nothing where only the order of values changed", async () => {
    const base = document();
    base.paths["/pets"].get.parameters[0].schema.enum = ["cat", "dog"];
    expect(await update(base), said).toBe(0);
    const before = await read("generated/pets/tools/pets/list_pets.ts");
    expect(before).toContain('["cat", "dog"]');
    base.paths["/pets"].get.parameters[0].schema.enum = ["dog", "cat"];
    expect(await update(base)).toBe(0);
    expect(vi.mocked(console.log).mock.calls.flat()).toContain("No fact has changed upstream.");
    expect(await read("generated/pets/tools/pets/list_pets.ts")).toBe(before);
  });

  it("shows the report where something fails after the facts were written", async () => {
    // A folder where a file should be can't be read.
    await mkdir(join(root, "specs/pets/tools/other.yaml"));
    const head = document();
    head.paths["/pets"].delete = { operationId: "deletePets", responses: { 204: { description: "" } } };
    const report = join(root, "report.md");
    expect(await update(head, { report })).toBe(1);
    expect(await readFile(report, "utf8")).toContain("The facts are imported, and nothing is generated");
    expect(await readFile(report, "utf8")).toContain("delete_pets");
  });
});

const RELATIONS = `values:
  pet:
    from: [{ operation: GET /pets, field: "[].id" }]
    certainty: known
    inputs:
      path id: all
`;

const WORDS = `group: pets
operations:
  GET /pets:
    name: list_pets
    title: List pets
    description: >-
      Lists the pets of the shop by kind, the newest first, whether they are for sale or not, and returns each one's
      id, name and kind.
    arguments:
      kind: Kind of pet, such as cat.
  GET /pets/{id}:
    name: get_pet
    title: Get a pet
    description: >-
      Gets one pet of the shop by its id, whether it is for sale or not, and returns its id, name and kind, as list_pets
      returns it.
    arguments:
      id: Id of the pet.
`;

function document(): Loose {
  const pet = {
    type: "object",
    properties: { id: { type: "string" }, name: { type: "string" }, kind: { type: "string" } },
  };
  const answer = (schema: object) => ({
    "200": { description: "", content: { "application/json": { schema } } },
  });
  return {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: {
          operationId: "listPets",
          parameters: [{ name: "kind", in: "query", schema: { type: "string" } }],
          responses: answer({ type: "array", items: pet }),
        },
      },
      "/pets/{id}": {
        get: {
          operationId: "getPet",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: answer(pet),
        },
      },
    },
  };
}

async function update(
  head: Loose,
  flags: { readonly report?: string; readonly acceptMoves?: boolean } = {},
): Promise<number> {
  const source = join(root, "upstream.json");
  await writeFile(source, JSON.stringify(head));
  return runUpdate({ root, api: "pets", source, since: "HEAD", acceptMoves: false, ...flags });
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), "utf8");
}
