import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKeySources } from "../../../gateway/accounts/references/settings.js";
import { call, makeServer } from "../kit/gateway.js";
import { storeKinds, useStores } from "../kit/stores.js";
import { keyOfAcme, useDeclaring } from "./kit.js";

const settingsOf = useStores();

describe.each(storeKinds)("a declared account whose key the gateway reads, on %s", (kind) => {
  const t = useDeclaring(kind, settingsOf);
  const accountWith = (key: string) => `accounts:
  - name: Acme
    base_url: ${t.stub.url}
    ${key}
`;
  const keyOfCall = async (url: string) => {
    await call(url, "list_teams");
    return t.stub.arrived.at(-1)?.key;
  };

  it("needs no key where it is applied, is exported with its reference, and can change to a key", async () => {
    const path = join(t.folder, "keys", "acme");
    await mkdir(join(t.folder, "keys"), { recursive: true });
    const keySources = readKeySources({ STANDPIPE_KEY_FOLDERS: `${t.stub.url}=${join(t.folder, "keys")}` });
    const on = await t.startEmpty({ keySources });
    const byReference = await t.write("servers.yaml", accountWith(`key_reference: file:${path}`));
    const missing = await t.apply(on, byReference);
    expect(missing.fault).toContain("ENOENT");
    await writeFile(path, "fhb-referenced");
    expect((await t.apply(on, byReference)).code).toBe(0);
    const again = await t.apply(on, byReference, "--plan");
    expect(again.code, again.out).toBe(0);
    const exported = await t.exported(on);
    expect(exported).toContain(`key_reference: file:${path}`);
    expect(exported).not.toContain("fhb-referenced");
    const accounts = await on.ask<{ result: { id: string }[] }>("GET", "/integrated-account");
    const { url } = await makeServer(on, accounts.body.result[0]!.id);
    expect(await keyOfCall(url)).toBe("fhb-referenced");

    const byKey = await t.write("servers.yaml", accountWith("key: env:ACME_API_KEY"));
    const plan = await t.apply(on, byKey, "--plan");
    expect(plan.out).toContain("key_reference");
    expect((await t.apply(on, byKey)).code).toBe(0);
    expect(await keyOfCall(url)).toBe(keyOfAcme);
  });

  it("has a key or a reference, and not both", async () => {
    for (const key of ["region: us", "key: env:A\n    key_reference: env:B"]) {
      const { code, fault } = await t.apply(t.on, await t.write("bad.yaml", accountWith(key)));
      expect([code, fault]).toEqual([1, expect.stringContaining("must have key or key_reference")]);
    }
  });
});
