import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requireBuiltFiles } from "../../cli/gateway/bundle-check.js";
import { hashesIn, MANIFEST } from "../../cli/verify/release-manifest.js";
import { isSignedBy, signed, signingKey } from "../../cli/verify/signature.js";

let folder: string;
/** A folder outside of the bundle: keys are not part of it. */
let keys: string;
let module: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
  keys = await mkdtemp(join(tmpdir(), "keys-"));
  module = pathToFileURL(join(folder, "standpipe.mjs")).href;
  await writeFile(join(folder, "standpipe.mjs"), "run();");
  await writeFile(join(folder, "chunk.mjs"), "help();");
  await writeFile(join(folder, MANIFEST), JSON.stringify({ surfaces: {}, files: await hashesIn(folder) }));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(keys, { recursive: true });
});

describe("the check of a bundle before the gateway starts", () => {
  it("accepts a built bundle", async () => {
    await expect(requireBuiltFiles(module)).resolves.toBeUndefined();
  });

  it("passes a package without the file that only generate --bundle reads", async () => {
    await writeFile(join(folder, "server-kit.mjs"), "kit();");
    await writeFile(join(folder, MANIFEST), JSON.stringify({ surfaces: {}, files: await hashesIn(folder) }));
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

  describe("with --signed-by", () => {
    const own = generateKeyPairSync("ed25519");
    const publicPem = (key: KeyObject) => key.export({ type: "spki", format: "pem" });

    beforeEach(() => writeFile(join(keys, "own.pem"), publicPem(own.publicKey)));

    async function sign(key: KeyObject): Promise<void> {
      const manifest = signed({ surfaces: {}, files: await hashesIn(folder) }, key);
      await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
    }

    it("passes what the key signed", async () => {
      await sign(own.privateKey);
      await expect(requireBuiltFiles(module, join(keys, "own.pem"))).resolves.toBeUndefined();
    });

    const refused: Record<string, { given: () => Promise<unknown>; says: RegExp }> = {
      "a bundle without a signature": {
        given: async () => {},
        says: /is not signed, and --signed-by requires/,
      },
      "a bundle that another key signed": {
        given: () => sign(generateKeyPairSync("ed25519").privateKey),
        says: /is not signed by the key in .*own\.pem/,
      },
      "a file that was changed, with its hash": {
        given: async () => {
          await sign(own.privateKey);
          const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8")) as object;
          await writeFile(join(folder, "chunk.mjs"), "steal();");
          await writeFile(
            join(folder, MANIFEST),
            JSON.stringify({ ...manifest, files: await hashesIn(folder) }),
          );
        },
        says: /is not signed by the key in/,
      },
    };
    it.each(Object.entries(refused))("refuses %s", async (_, { given, says }) => {
      await given();
      await expect(requireBuiltFiles(module, join(keys, "own.pem"))).rejects.toThrow(says);
    });

    it("refuses sources, and a file that holds no key", async () => {
      await sign(own.privateKey);
      await expect(requireBuiltFiles("file:///cli/main.ts", join(keys, "own.pem"))).rejects.toThrow(
        /runs from its sources/,
      );
      await writeFile(join(keys, "none.pem"), "no key");
      await expect(requireBuiltFiles(module, join(keys, "none.pem"))).rejects.toThrow(
        /--signed-by: this is not an Ed25519 key in PEM format/,
      );
    });
  });
});

describe("the key that signs a release", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  const statement = { surfaces: { pets: "00" }, files: { "a.mjs": "11" } };

  it("is a variable's text or file", async () => {
    const file = join(keys, "private.pem");
    await writeFile(file, pem);
    for (const env of [{ STANDPIPE_SIGNING_KEY: pem }, { STANDPIPE_SIGNING_KEY_FILE: file }])
      expect(isSignedBy(signed(statement, signingKey(env)!), publicKey)).toBe(true);
    expect(signingKey({})).toBeUndefined();
    expect(() => signingKey({ STANDPIPE_SIGNING_KEY: "x" })).toThrow(/not an Ed25519 key/);
  });

  it("signs surfaces and files, in whatever order they come", () => {
    const files = { "a.mjs": "11", "b.mjs": "22" };
    const manifest = signed({ surfaces: {}, files }, privateKey);
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(isSignedBy({ ...manifest, files: turned }, publicKey)).toBe(true);
    expect(isSignedBy({ ...manifest, surfaces: { pets: "00" } }, publicKey)).toBe(false);
    expect(isSignedBy({ ...manifest, files: { ...files, "b.mjs": "33" } }, publicKey)).toBe(false);
  });
});
