import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptMs } from "../../../gateway/accounts/references/referenced-keys.js";
import { faultOf, folder, keysWith, mine, top, us, useFolders } from "./kit.js";

useFolders();

describe("a reference to a file", () => {
  it("gives the text of the file, without spaces around it", async () => {
    expect(await keysWith().read(`file:${folder}/acme`, us)).toBe("fhb-from-file");
  });

  it("is read again after Kubernetes swapped the folder behind the link", async () => {
    const mount = join(folder, "mount");
    const version = async (name: string, key: string) => {
      await mkdir(join(mount, name), { recursive: true });
      await writeFile(join(mount, name, "key"), key);
      await symlink(name, join(mount, "..data-new"));
      await rename(join(mount, "..data-new"), join(mount, "..data"));
    };
    await version("..1", "fhb-first");
    await symlink("..data/key", join(mount, "key"));
    let now = 0;
    const keys = keysWith({}, { clock: () => now });
    expect(await keys.read(`file:${mount}/key`, us)).toBe("fhb-first");
    await version("..2", "fhb-second");
    expect(await keys.read(`file:${mount}/key`, us)).toBe("fhb-first");
    now += 1_000;
    expect(await keys.read(`file:${mount}/key`, us)).toBe("fhb-second");
  });

  it.each([
    ["another folder", () => `file:${top}/outside`, "STANDPIPE_KEY_FOLDERS does not allow it"],
    ["a way up", () => `file:${folder}/../outside`, "STANDPIPE_KEY_FOLDERS does not allow it"],
    ["a folder with a longer name", () => `file:${folder}-other/key`, "does not allow it"],
    ["the environment of the process", () => "file:/proc/self/environ", "does not allow it"],
    ["a link out of the folder", () => `file:${folder}/link`, "a link out of the allowed folder"],
    ["a folder", () => `file:${folder}/mount`, "it is not a file"],
    ["a missing file", () => `file:${folder}/nothing`, "can't be read (ENOENT)"],
  ])("is refused for %s", async (_what, reference, why) => {
    const message = await faultOf(keysWith().read(reference(), us));
    expect(message).toContain(why);
    expect(message).not.toContain("fhb-");
  });

  it("is refused for the gateway's own secrets in an allowed folder", async () => {
    const forbidden = [join(folder, "acme"), join(folder, "data")];
    await mkdir(join(folder, "data"), { recursive: true });
    await writeFile(join(folder, "data", "secret.key"), "the-secret");
    const keys = keysWith({}, { forbidden });
    for (const name of ["acme", "data/secret.key"])
      expect(await faultOf(keys.read(`file:${folder}/${name}`, us))).toContain("a secret of the gateway");
  });

  it("is refused for a file that is too large, empty or not text", async () => {
    const contents: [string, string | Buffer, string][] = [
      ["large", "x".repeat(20_001), "more than 20000 bytes"],
      ["empty", " \n", "its key is empty"],
      ["binary", Buffer.from([0xff, 0xfe, 0xfd]), "not text"],
    ];
    for (const [name, content, why] of contents) {
      await writeFile(join(folder, name), content);
      expect(await faultOf(keysWith().read(`file:${folder}/${name}`, us))).toContain(why);
    }
  });
});

describe("a key that can't be read any more", () => {
  it("is used for five minutes, then calls fail, and it comes back with its file", async () => {
    let now = 0;
    const keys = keysWith({}, { clock: () => now });
    const path = join(folder, "rotated");
    const reference = `file:${path}`;
    await writeFile(path, "fhb-one");
    expect(await keys.read(reference, us)).toBe("fhb-one");
    expect(keys.faultOf(reference)).toBeUndefined();
    await rm(path);
    now = keptMs;
    expect(await keys.read(reference, us)).toBe("fhb-one");
    expect(keys.faultOf(reference)).toContain("ENOENT");
    expect(await faultOf(keys.readNow(reference, us))).toContain("ENOENT");
    now += 5_001;
    expect(await faultOf(keys.read(reference, us))).toContain("ENOENT");
    await writeFile(path, "fhb-two");
    now += 1_000;
    expect(await keys.read(reference, us)).toBe("fhb-two");
    expect(keys.faultOf(reference)).toBeUndefined();
  });
});

describe("a reference to a variable", () => {
  const env = {
    FH_KEY_ACME: "fhb-env",
    OTHER: "x",
    STANDPIPE_SECRET_KEY: "secret",
    DATABASE_URL: "postgres://",
  };

  it("gives an allowed variable, and no other", async () => {
    const keys = keysWith({}, { env });
    expect(await keys.read("env:FH_KEY_ACME", us)).toBe("fhb-env");
    expect(await faultOf(keys.read("env:FH_KEY_NONE", us))).toBe("the variable is not set");
    for (const name of ["OTHER", "STANDPIPE_SECRET_KEY", "DATABASE_URL", "FH_KEY_*"])
      expect(await faultOf(keys.read(`env:${name}`, us))).toContain(
        "STANDPIPE_KEY_VARIABLES does not allow it",
      );
  });

  it.each(["*", "STANDPIPE_*", "STANDPIPE_SECRET_KEY", "DATABASE_URL", "A B", "FH*KEY"])(
    "can't be allowed as %s",
    (variables) => expect(() => keysWith({ variables })).toThrow(/^STANDPIPE_KEY_VARIABLES: must be names/),
  );
});

describe("the place where a referenced key is sent", () => {
  const toMine = { api: "firehydrant", region: null, base_url: mine };
  const toSandbox = { api: "firehydrant", region: "sandbox", base_url: "http://127.0.0.1:9" };

  it("is the API's own regions, unless the operator names another base URL", async () => {
    for (const target of [toMine, toSandbox])
      expect(await faultOf(keysWith().read(`file:${folder}/acme`, target))).toContain(
        `STANDPIPE_KEY_FOLDERS does not allow its key for ${target.base_url}`,
      );
    const bound = keysWith({ folders: `${mine}=${folder}` });
    expect(await bound.read(`file:${folder}/acme`, toMine)).toBe("fhb-from-file");
    expect(await faultOf(bound.read(`file:${folder}/acme`, us))).toContain("for firehydrant");
  });

  it("is not another API", async () => {
    const other = { ...us, api: "pets" };
    expect(await faultOf(keysWith().read(`file:${folder}/acme`, other))).toContain("for pets");
    const bound = keysWith({ folders: `pets=${folder}` });
    expect(await bound.read(`file:${folder}/acme`, other)).toBe("fhb-from-file");
  });
});

it("nothing is allowed without settings", async () => {
  const keys = keysWith({ folders: "", variables: "", commands: "" });
  for (const reference of [`file:${folder}/acme`, "env:PATH", "exec:id"])
    expect(await faultOf(keys.read(reference, us))).toContain("does not allow it");
});

it.each(["relative", "/", "/keys/../etc"])("a key folder can't be %s", (folders) => {
  expect(() => keysWith({ folders })).toThrow(/^STANDPIPE_KEY_FOLDERS: must be absolute folders/);
});
