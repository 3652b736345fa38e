import { generateKeyPairSync } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { runGenerate } from "../../cli/generate/generate.js";
import { signed } from "../../cli/verify/signature.js";
import { runVerify } from "../../cli/verify/verify.js";
import { surfaceLock } from "../../generator/render/surface-lock.js";
import { ownTools, type SignedManifest } from "../../runtime/index.js";
import { smallCatalogue } from "../fixtures/small-api.js";
import { ROOT, LOCK, folder, lockFile, verified, serve } from "./kit/verified.js";

describe("standpipe verify: releases, projects and commands", () => {
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
  });

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
