import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as diffCommand } from "../../cli/diff/diff.js";
import { sourceOf } from "../../cli/generate/import.js";
import { isOfApi, readState, type Project } from "../../cli/diff/states.js";
import { changeClasses, type ChangeClass } from "../../generator/diff/change.js";
import { noMemo } from "../../generator/model/memo.js";
import type { Catalogue } from "../../runtime/index.js";
import { smallCatalogue } from "../fixtures/small-api.js";
import { zoo } from "../generator/diff/zoo.js";

const run = promisify(execFile);
const document = {
  openapi: "3.0.3",
  info: { title: "Zoo", version: "1" },
  paths: {
    "/animals": {
      get: {
        operationId: "listAnimals",
        summary: "Lists animals",
        responses: { "200": { description: "" } },
      },
    },
  },
};

/** The small API's tools, each at its own path. */
const catalogue: Catalogue = {
  ...smallCatalogue,
  index: Object.fromEntries(
    Object.entries(smallCatalogue.index).map(([name, entry]) => [
      name,
      { ...entry, operation: `${entry.operation.split(" ")[0]} /v1/${name}` },
    ]),
  ),
};

let root: string;
let place: Project;
const generated = "generated/firehydrant";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "states-"));
  place = { root, api: "firehydrant" };
  await git("init", "-q", "-b", "main");
  await git("config", "user.name", "Test");
  await git("config", "user.email", "test@example.com");
  await mkdir(join(root, generated, "surface/incidents"), { recursive: true });
  await write(`${generated}/catalog.json`, catalogue);
  const poll = { tool: "get_incident", arguments: {}, everySeconds: 1, atMostSeconds: 2, done: "now" };
  await write(`${generated}/surface/incidents/create_incident.json`, {
    name: "create_incident",
    tokens: 7,
    poll,
  });
  await write("zoo.json", document);
  await mkdir(join(root, "specs/firehydrant-old"), { recursive: true });
  await write("specs/firehydrant-old/openapi.json", document);
  await git("add", "-A");
  await git("commit", "-qm", "One");
  await git("tag", "v1");
  const [, ...tools] = catalogue.tools;
  await write(`${generated}/catalog.json`, { ...catalogue, tools } satisfies Catalogue);
});

afterAll(() => rm(root, { recursive: true }));

describe("a state", () => {
  const all = smallCatalogue.tools.length;
  const rows: Record<string, { given: string; want: number }> = {
    "in a revision": { given: "v1", want: all },
    "in a file of a revision": { given: `HEAD:${generated}/catalog.json`, want: all },
    "in a generated folder": { given: generated, want: all - 1 },
    "in a project that holds one": { given: ".", want: all - 1 },
    "in a catalogue": { given: `${generated}/catalog.json`, want: all - 1 },
    "in a document": { given: "zoo.json", want: 1 },
    "in a document of a revision": { given: "HEAD:zoo.json", want: 1 },
  };
  it.each(Object.entries(rows))("is read %s", async (_, { given, want }) => {
    expect((await readState(given, place, noMemo)).tools).toHaveLength(want);
  });

  it("is read from a URL", async () => {
    const server = createServer((_request, response) => response.end(JSON.stringify(document))).listen(
      0,
      "127.0.0.1",
    );
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const { tools } = await readState(`http://127.0.0.1:${port}/openapi.json`, place, noMemo);
    server.close();
    expect(tools).toMatchObject([
      { name: "list_animals", operation: "GET /animals", title: "Lists animals" },
    ]);
  });

  it.each(["v1", generated])("takes from %s the facts that only a snapshot has", async (given) => {
    const { tools } = await readState(given, place, noMemo);
    const snapshot = tools.find(({ name }) => name === "create_incident");
    if (given === "v1") expect(snapshot).toMatchObject({ tokens: 7, poll: { tool: "get_incident" } });
    expect(tools.find(({ name }) => name === "get_incident")!.tokens).toBeGreaterThan(20);
  });

  it.each(["nothing", "v1:nothing.json", "--help", ":zoo.json"])(
    "is refused if it does not exist: %s",
    async (given) => {
      await expect(readState(given, place, noMemo)).rejects.toThrow(
        /is not a file, folder, URL or git revision|There is no/,
      );
    },
  );
});

describe("a reference", () => {
  const rows: Record<string, { given: () => string; want: boolean }> = {
    "to the contract of the API": { given: () => "specs/firehydrant/openapi.json", want: true },
    "to it by its whole path": { given: () => join(root, "specs/firehydrant/openapi.json"), want: true },
    "to its generated folder": { given: () => generated, want: true },
    "to its contract at a revision": { given: () => "v1:specs/firehydrant/openapi.json", want: true },
    "to a revision": { given: () => "v1", want: true },
    "to a project that holds it": { given: () => ".", want: true },
    "to another document": { given: () => "zoo.json", want: false },
    "to another document at a revision": { given: () => "v1:zoo.json", want: false },
    "to a folder whose name begins alike": { given: () => "specs/firehydrant-old/openapi.json", want: false },
    "to another API of the project": { given: () => "v1:specs/pets/openapi.json", want: false },
    "to a URL, whatever its path": {
      given: () => "https://example.com/specs/firehydrant/openapi.json",
      want: false,
    },
  };
  it.each(Object.entries(rows))("is of the API or not: %s", (_, { given, want }) => {
    expect(isOfApi(given(), place)).toBe(want);
  });
});

describe("standpipe diff", () => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const changes: Record<ChangeClass, (document: any) => void> = {
    key: (d) => (d.servers[0].url = "https://other.example"),
    danger: (d) => (d.paths["/v1/cages"] = { delete: { operationId: "deleteCages", responses: {} } }),
    breaking: (d) => d.paths["/v1/animals"].get.parameters.shift(),
    widening: (d) => d.components.schemas.NewAnimal.properties.kind.enum.push("owl"),
    words: (d) => (d.paths["/v1/animals"].get.deprecated = true),
    rest: (d) => (d.components.schemas.Animal.properties.colour = { type: "string" }),
  };
  it.each(changeClasses)("fails for a change of class %s, or of one that stands before it", async (one) => {
    const head = zoo();
    changes[one](head);
    await write("zoo-base.json", zoo());
    await write("zoo-head.json", head);
    const sides = ["--base", "zoo-base.json", "--head", "zoo-head.json"];
    const failing: ChangeClass[] = [];
    for (const least of changeClasses)
      if ((await diffed(...sides, "--fail-on", least)).code === 1) failing.push(least);
    expect(failing).toEqual(changeClasses.slice(changeClasses.indexOf(one)));
  });

  it("compares HEAD with the generated folder, and fails if --fail-on says so", async () => {
    expect(await diffed("--fail-on", "breaking")).toMatchObject({
      code: 1,
      output: expect.stringMatching(/create_incident is gone/),
    });
    expect(await diffed("--base", "v1", "--head", "v1", "--fail-on", "widening")).toMatchObject({
      code: 0,
      output: "No changes between v1 and v1.\n",
    });
    expect(await diffed("--base", generated, "--head", "v1", "--fail-on", "breaking")).toMatchObject({
      code: 0,
    });
    expect(await diffed("--base", generated, "--head", "v1", "--fail-on", "widening")).toMatchObject({
      code: 1,
    });
  });

  it("gives JSON with the four lists", async () => {
    const found = JSON.parse((await diffed("--format", "json")).output);
    expect(found).toMatchObject({ added: [], renamed: [], changed: [], verdict: "breaking" });
    expect(found.removed).toMatchObject([
      { operation: "POST /v1/create_incident", tool: "create_incident", verdict: "breaking" },
    ]);
  });

  it("exits with 2 if a side cannot be read", async () => {
    expect(await diffed("--base", "nothing")).toMatchObject({ code: 2, output: "" });
  });
});

describe("the source of an import", () => {
  it("is the given one, or else the one in source.yaml", async () => {
    expect(await sourceOf(root, "firehydrant", "zoo.json")).toBe("zoo.json");
    await expect(sourceOf(root, "firehydrant", undefined)).rejects.toThrow(
      /There is no specs\/firehydrant\/source.yaml/,
    );
    await mkdir(join(root, "specs/firehydrant"), { recursive: true });
    await writeFile(join(root, "specs/firehydrant/source.yaml"), "url: https://example.com/openapi.json\n");
    expect(await sourceOf(root, "firehydrant", "")).toBe("https://example.com/openapi.json");
    await writeFile(join(root, "specs/firehydrant/source.yaml"), "url: file:///etc/passwd\n");
    await expect(sourceOf(root, "firehydrant", undefined)).rejects.toThrow(/source.yaml is not/);
  });
});

/** Runs the command in the scratch project. */
async function diffed(...argv: string[]): Promise<{ code: number; output: string }> {
  const chunks: string[] = [];
  vi.spyOn(process, "cwd").mockReturnValue(root);
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  const code = await diffCommand.run(argv);
  vi.restoreAllMocks();
  return { code, output: chunks.join("") };
}

async function write(path: string, value: unknown): Promise<void> {
  await writeFile(join(root, path), JSON.stringify(value));
}

async function git(...args: string[]): Promise<void> {
  await run("git", args, { cwd: root });
}
