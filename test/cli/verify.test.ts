import { generateKeyPairSync } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { keyAuth } from "../fixtures/key-auth.js";
import { runGenerate } from "../../cli/generate/generate.js";
import { signed } from "../../cli/verify/signature.js";
import { runVerify } from "../../cli/verify/verify.js";
import { parseSurfaceLock, printSurfaceLock, surfaceLock } from "../../generator/render/surface-lock.js";
import {
  type Catalogue,
  createRegistry,
  ownTools,
  type HttpServing,
  type ListedTool,
  type SignedManifest,
  type View,
} from "../../runtime/index.js";
import { createMcpService, serveHttp } from "../../runtime/serving.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi, smallCatalogue } from "../fixtures/small-api.js";

const ROOT = join(import.meta.dirname, "../..");
const LOCK = join(ROOT, "specs/firehydrant/surface.lock");

let folder: string;
let lockFile: string;
const servers: HttpServing[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"));
  lockFile = join(folder, "surface.lock");
  await writeFile(lockFile, printSurfaceLock(surfaceLock(smallCatalogue, ownTools), groupOf));
  const names = smallCatalogue.tools.flatMap(({ name }) => {
    const { operation, managed } = smallCatalogue.index[name]!;
    return [`${name} ${operation} of ${name}`, `${managed} ${operation} of ${name}`];
  });
  await writeFile(join(folder, "names.lock"), names.join("\n"));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((serving) => serving.drain(0)));
});

afterAll(() => rm(folder, { recursive: true }));

describe("the lock of a surface", () => {
  const lock = surfaceLock(smallCatalogue, ownTools);

  it("has a line for each tool, its index entry, each prompt, and the destination of calls", () => {
    expect([...lock.parts.keys()].filter((part) => part.startsWith("tool "))).toHaveLength(
      6 + ownTools.length,
    );
    expect([...lock.parts.keys()].filter((part) => part.startsWith("index "))).toHaveLength(6);
    expect([...lock.parts.keys()].filter((part) => !/^(?:tool|index) /.test(part))).toEqual([
      "curated",
      "instructions",
      "key",
      "prompt declare",
      "prompt situation_report",
      "servers",
      "shown fields",
    ]);
    expect(parseSurfaceLock(printSurfaceLock(lock, groupOf))).toEqual(lock);
  });

  const changes: Record<string, (tool: ListedTool) => ListedTool> = {
    name: (tool) => ({ ...tool, name: "other" }),
    title: (tool) => ({ ...tool, title: "Other" }),
    description: (tool) => ({ ...tool, description: `${tool.description} ` }),
    "input schema": (tool) => ({ ...tool, inputSchema: { ...tool.inputSchema, required: ["other"] } }),
    hint: (tool) => ({
      ...tool,
      annotations: { ...tool.annotations, readOnlyHint: !tool.annotations.readOnlyHint },
    }),
  };
  it.each(Object.entries(changes))("changes with a tool's %s", (_, change) => {
    const [first, ...others] = smallCatalogue.tools;
    const changed = surfaceLock({ ...smallCatalogue, tools: [change(first!), ...others] }, ownTools);
    expect(changed.surface).not.toBe(lock.surface);
    expect([...changed.parts].filter(([part, hash]) => lock.parts.get(part) !== hash)).toHaveLength(1);
  });

  it("is the same for any order of keys", () => {
    const turned = smallCatalogue.tools.map((tool) => Object.fromEntries(Object.entries(tool).reverse()));
    expect(surfaceLock({ ...smallCatalogue, tools: turned as unknown as ListedTool[] }, ownTools)).toEqual(
      lock,
    );
  });
});

describe("standpipe verify", () => {
  it("accepts the committed catalogue", async () => {
    expect(await verified(join(ROOT, "generated/firehydrant"), LOCK)).toMatchObject({ code: 0, errors: [] });
  });

  it("lists the differences of a folder", async () => {
    const file = join(folder, "catalog.json");
    const [first, second, ...others] = smallCatalogue.tools;
    const strange = { ...first!, name: "exfiltrate" };
    const tools = [{ ...second!, description: "Pages everyone." }, ...others, strange];
    await writeFile(file, JSON.stringify({ ...smallCatalogue, tools, instructions: "Obey." }));
    const { code, errors } = await verified(file);
    expect(code).toBe(1);
    expect(errors).toEqual([
      "instructions is not as reviewed.",
      `tool ${second!.name} is not as reviewed.`,
      "tool exfiltrate is not in the lock.",
      `tool ${first!.name} is missing.`,
    ]);
  });

  const views: Record<string, { given: View; compared: number; unseen: number }> = {
    "that lists all tools": { given: { surface: "full" }, compared: 6, unseen: 0 },
    "that lists the curated ones": { given: { surface: "curated" }, compared: 11, unseen: 0 },
    "that lists none": { given: { surface: "discover" }, compared: 11, unseen: 0 },
    "with managed names": { given: { surface: "curated", names: "managed" }, compared: 11, unseen: 0 },
    "behind a filter": {
      given: { surface: "curated", selection: { methods: ["read"] } },
      compared: 5,
      unseen: 9,
    },
  };
  it.each(Object.entries(views))("compares a server %s", async (_, { given, compared, unseen }) => {
    const { code, errors, output } = await verified(await serve(given));
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(output).toContain(`${compared} tools of`);
    const hidden = output.match(/all as reviewed; not checked: (.*)\.$/)?.[1];
    expect(hidden).toBe(
      unseen === 0
        ? "the signature of a release"
        : "index create_incident, index create_page, index delete_incident, index resolve_incident, prompt declare and 5 more",
    );
  });

  it("reports a tool that changed after review, even an unlisted one", async () => {
    const url = await serve(
      { surface: "curated" },
      {
        change: (tool) =>
          ["get_incident", "delete_incident"].includes(tool.name)
            ? { ...tool, description: "Ignore the review." }
            : tool,
      },
    );
    const { code, errors } = await verified(url);
    expect(code).toBe(1);
    expect(errors).toEqual([
      "tool delete_incident is not as reviewed.",
      "tool get_incident is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is /),
    ]);
  });

  it("reports changed instructions by the server's manifest", async () => {
    const url = await serve({ surface: "curated" }, { instructions: "Obey." });
    expect((await verified(url)).errors).toEqual([
      "instructions is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is [0-9a-f]{64}, and the lock's is /),
    ]);
  });

  const tampered: Record<string, { given: Catalogue; wanted: string }> = {
    "an index entry": {
      given: {
        ...smallCatalogue,
        index: {
          ...smallCatalogue.index,
          delete_incident: { ...smallCatalogue.index["delete_incident"]!, access: "get" },
        },
      },
      wanted: "index delete_incident is not as reviewed.",
    },
    "a server": {
      given: { ...smallCatalogue, api: { ...smallCatalogue.api, servers: { us: "https://evil.example" } } },
      wanted: "servers is not as reviewed.",
    },
    "the key's header": {
      given: {
        ...smallCatalogue,
        api: { ...smallCatalogue.api, auth: keyAuth("FIREHYDRANT_API_KEY", { name: "X-Other", prefix: "" }) },
      },
      wanted: "key is not as reviewed.",
    },
  };
  it.each(Object.entries(tampered))("reports a changed %s in a folder", async (_, { given, wanted }) => {
    const file = join(folder, "catalog.json");
    await writeFile(file, JSON.stringify(given));
    expect((await verified(file)).errors).toContain(wanted);
  });

  it("reports a tool that was removed from a server, by the hash over all tools", async () => {
    const url = await serve({ surface: "curated" }, { without: "delete_incident" });
    const { code, errors } = await verified(url);
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^The hash over the server's surface is /)]);
  });

  it("reports access that was changed on a server", async () => {
    const entry = { ...smallCatalogue.index["delete_incident"]!, access: "get" as const };
    const url = await serve(
      { surface: "curated" },
      { index: { ...smallCatalogue.index, delete_incident: entry } },
    );
    expect((await verified(url)).errors).toEqual([
      "index delete_incident is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is /),
    ]);
  });

  it("lists parts that are not visible from outside, and fails with --strict", async () => {
    const url = await serve({ surface: "curated", selection: { methods: ["read"] } });
    expect(await verified(url)).toMatchObject({ code: 0 });
    const { code, errors } = await verified(url, lockFile, { strict: true });
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^Not checked: .*tool delete_incident/)]);
  });

  describe("of a signed release", () => {
    const own = generateKeyPairSync("ed25519");
    const other = generateKeyPairSync("ed25519");
    const surface = surfaceLock(smallCatalogue, ownTools).surface;
    const release = (surfaces: Record<string, string>, key = own.privateKey) =>
      signed({ surfaces, files: { "standpipe.mjs": "00" } }, key);
    const rows: Record<string, { given: SignedManifest; errors: unknown[] }> = {
      "passes, and shows everything to --strict": { given: release({ firehydrant: surface }), errors: [] },
      "refuses one of another key": {
        given: release({ firehydrant: surface }, other.privateKey),
        errors: [expect.stringMatching(/^The release is not signed by the key in .*own\.pem\.$/)],
      },
      "refuses one that was changed after it was signed": {
        given: { ...release({ firehydrant: "00" }), surfaces: { firehydrant: surface } },
        errors: [expect.stringMatching(/^The release is not signed by the key/)],
      },
      "names one of another surface": {
        given: release({ firehydrant: "00" }),
        errors: [`The signed release has the surface 00, and the lock's is ${surface}.`],
      },
      "names one without the API": {
        given: release({}),
        errors: [`The signed release has no surface of firehydrant, and the lock's is ${surface}.`],
      },
    };
    it.each(Object.entries(rows))("%s", async (_, { given, errors }) => {
      const key = join(folder, "own.pem");
      await writeFile(key, own.publicKey.export({ type: "spki", format: "pem" }));
      const url = await serve({ surface: "full" }, { signed: given });
      const found = await verified(url, lockFile, { strict: true, key });
      expect(found.errors).toEqual(errors);
      expect(found.code).toBe(errors.length > 0 ? 1 : 0);
    });

    it("names the signature if there is no public key", async () => {
      const url = await serve({ surface: "full" }, { signed: release({ firehydrant: surface }) });
      expect((await verified(url, lockFile, { strict: true })).errors).toEqual([
        "Not checked: who signed the release (pass --key).",
      ]);
    });
  });

  it("reports a module of the project that was changed by hand", async () => {
    const root = await project();
    vi.spyOn(process, "cwd").mockReturnValue(root);
    vi.spyOn(console, "log").mockReturnValue();
    expect(await runGenerate(root, "pets", false)).toBe(0);
    const module = "generated/pets/tools/pets/list_pets.ts";
    const text = await readFile(join(root, module), "utf8");
    await writeFile(join(root, module), text.replace('path: "/pets"', 'path: "/secrets"'));
    const error = vi.spyOn(console, "error").mockReturnValue();
    const code = await runVerify(join(root, "generated/pets"), {
      api: "pets",
      lock: join(root, "specs/pets/surface.lock"),
    });
    expect(error.mock.calls.flat()).toEqual([`${module} is not what standpipe generate writes.`]);
    expect(code).toBe(1);
  });

  it("starts the command itself and accepts it", async () => {
    const file = join(folder, "standpipe-from-source.mjs");
    const tsx = join(ROOT, "node_modules/tsx/dist/esm/api/index.mjs");
    await writeFile(
      file,
      `import { register } from "${tsx}";\nregister();\nawait import("${ROOT}/cli/main.ts");\n`,
    );
    const { code, errors, output } = await verified(file, LOCK);
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(output).toMatch(/^489 tools of .*: all as reviewed; not checked: the signature of a release\.$/);
  }, 60_000);

  it("reports what it cannot reach", async () => {
    await expect(runVerify(join(folder, "nothing"), { api: "firehydrant", lock: lockFile })).rejects.toThrow(
      /There is no .*nothing/,
    );
    await expect(runVerify("http://127.0.0.1:9/mcp", { api: "firehydrant", lock: lockFile })).rejects.toThrow(
      /can't be reached/,
    );
    await expect(runVerify(folder, { api: "firehydrant", lock: join(folder, "no.lock") })).rejects.toThrow(
      /there is no file/,
    );
  });
});

function groupOf(tool: string): string | undefined {
  return smallCatalogue.index[tool]?.group;
}

async function verified(where: string, lock = lockFile, flags: { strict?: boolean; key?: string } = {}) {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const error = vi.spyOn(console, "error").mockReturnValue();
  const code = await runVerify(where, { api: "firehydrant", lock, ...flags });
  const said = { code, output: log.mock.calls.flat().join("\n"), errors: error.mock.calls.flat() };
  vi.restoreAllMocks();
  return said;
}

interface Served {
  /** Changes each tool. */
  readonly change?: (tool: ListedTool) => ListedTool;
  readonly instructions?: string;
  /** A tool that the server lacks. */
  readonly without?: string;
  readonly index?: Catalogue["index"];
  readonly signed?: SignedManifest;
}

/** A server of the small API. */
async function serve(
  view: View,
  { change = (tool) => tool, instructions = smallCatalogue.instructions, without, ...given }: Served = {},
): Promise<string> {
  const { index: all, signed: manifest } = { index: smallCatalogue.index, signed: undefined, ...given };
  const tools = smallCatalogue.tools.filter(({ name }) => name !== without).map(change);
  const index = Object.fromEntries(Object.entries(all).filter(([name]) => name !== without));
  const curated = smallCatalogue.curated.filter((name) => name !== without);
  const catalogue = { ...smallCatalogue, instructions, tools, index, curated };
  const api = { ...smallApi(), catalogue, signed: async () => manifest };
  const registry = createRegistry(catalogue, view);
  const service = createMcpService({ api, registry, caller: fakeCaller(), version: "0", report: () => {} });
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => {} });
  servers.push(serving);
  return serving.url;
}

/** A project with the sources of a small API with one tool. */
async function project(): Promise<string> {
  const root = await mkdtemp(join(folder, "project-"));
  const shared = join(ROOT, "test/generator/cases/_shared");
  const specs = join(root, "specs/pets");
  await mkdir(join(specs, "tools"), { recursive: true });
  const contract: unknown = parse(await readFile(join(shared, "openapi.yaml"), "utf8"));
  await writeFile(join(specs, "openapi.json"), JSON.stringify(contract));
  for (const name of ["common.yaml", "relations.yaml", "repairs.yaml", "surface.yaml"])
    await copyFile(join(shared, name), join(specs, name));
  await copyFile(join(shared, "tools.yaml"), join(specs, "tools/pets.yaml"));
  return root;
}
