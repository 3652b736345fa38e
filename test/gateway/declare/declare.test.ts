import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { declaration } from "../../../gateway/declare/declaration.js";
import { declarationSchema } from "../../../gateway/declare/json-schema.js";
import { blocksOf } from "../../docs/page.js";
import { call, rpc } from "../kit/gateway.js";
import { storeKinds, useStores } from "../kit/stores.js";
import { keyOfAcme, useDeclaring } from "./kit.js";

const settingsOf = useStores();

it("the example in the documentation is valid, also for editors", async () => {
  const [example] = blocksOf("docs/declare.md").filter(({ text }) => text.startsWith("accounts:"));
  const given = parse(example!.text) as object;
  expect(declaration.parse(given)).toMatchObject({ servers: [{}, {}] });
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(declarationSchema());
  expect(validate(given)).toBe(true);
  expect(validate({ servers: [{ name: "A", account: "B", expires_at: "never", confg: {} }] })).toBe(false);
});

describe.each(storeKinds)("standpipe apply on %s", (kind) => {
  const t = useDeclaring(kind, settingsOf);
  const file = (servers: string, more = "") => `accounts:
  - name: Acme
    base_url: ${t.stub.url}
    key: env:ACME_API_KEY
servers:
${servers}${more}`;
  const reads = `  - name: Reads
    account: Acme
    expires_at: 2030-01-31T12:00:00Z
    config:
      methods: [read]
      tags: [incidents]
`;
  const writes = `  - name: Writes
    account: Acme
    expires_at: never
    config:
      tools: { allow: ["*_incident"], deny: [delete_incident] }
      confirm: none
      approvers: [ada]
      rate_limit: { calls: 60, seconds: 60 }
`;
  const roles = `roles:
  - { role: operator, group: sre, account: Acme }
  - { role: viewer, person: ada }
`;

  it("makes what a file declares, and shows URLs once, in a file of their own", async () => {
    const path = await t.write("servers.yaml", file(reads + writes, roles));
    const plan = await t.apply(t.on, path, "--plan");
    expect(plan.code).toBe(3);
    expect(plan.out).toContain("+ server Acme / Reads");
    expect(plan.out).toMatch(/WIDENS: a new URL with \d+ tools/);
    expect(plan.out).toContain("5 to add, 0 unchanged. 4 of them permit more than before.");
    expect(await t.exported(t.on)).toMatch(/accounts: \[\]\nservers: \[\]\nroles: \[\]\n$/);
    const without = await t.apply(t.on, path);
    expect(without).toMatchObject({ code: 1, fault: expect.stringContaining("--urls-to") as string });

    const urls = await t.write("urls.json", '{"Kept / One": "https://kept.example"}');
    const applied = await t.apply(t.on, path, "--urls-to", urls, "--json");
    expect(applied).toMatchObject({ code: 0, fault: "" });
    const made = JSON.parse(await readFile(urls, "utf8")) as Record<string, string>;
    expect(Object.keys(made)).toEqual(["Kept / One", "Acme / Reads", "Acme / Writes"]);
    expect((await stat(urls)).mode & 0o777).toBe(0o600);
    expect(applied.out).not.toMatch(/sp_[\w-]{10}/);
    expect((await rpc(made["Acme / Reads"]!, "tools/list")).status).toBe(200);
    await call(made["Acme / Reads"]!, "list_incidents");
    expect(t.stub.arrived.at(-1)!.key).toBe(keyOfAcme);
  });

  it("changes nothing when it is applied again", async () => {
    const path = join(t.folder, "servers.yaml");
    const before = await t.exported(t.on);
    const entries = () => t.on.ask<{ result: { id: string }[] }>("GET", "/log?kind=manage&limit=1");
    const last = (await entries()).body.result[0]!.id;
    expect(await t.apply(t.on, path, "--plan")).toMatchObject({ code: 0, out: "5 unchanged." });
    expect(await t.apply(t.on, path, "--prune")).toMatchObject({ code: 0, out: "5 unchanged." });
    expect(await t.exported(t.on)).toBe(before);
    expect((await entries()).body.result[0]!.id).toBe(last);
  });

  it("makes the same gateway from an export, byte for byte", async () => {
    const account = (await t.on.ask<{ result: { id: string }[] }>("GET", "/integrated-account")).body
      .result[0]!.id;
    // Rows that no file declared are exported too.
    for (const [name, given] of Object.entries({
      "By hand: #1": { redact: ["emails"] },
      "Ünïcode\u2028": { surface: "full", confirm: ["delete_*"] },
    }))
      await t.on.ask("POST", `/integrated-account/${account}/mcp`, { name, config: given, expires_at: null });
    const text = await t.exported(t.on);
    expect(text).not.toContain(keyOfAcme);
    expect(text).toContain("By hand");
    const empty = await t.startEmpty();
    const path = await t.write("export.yaml", text);
    const done = await t.apply(empty, path, "--urls-to", join(t.folder, "new-urls.json"));
    expect(done.fault).toBe("");
    expect(await t.exported(empty)).toBe(text);
    expect((await t.apply(empty, path, "--plan")).code).toBe(0);
    // On the gateway that it comes from, it only takes over the rows that nobody declared.
    const own = await t.apply(t.on, path, "--plan");
    expect(own.out).toContain("2 to manage from now on, 5 unchanged.");
    expect(own.code).toBe(2);
  });

  it("shows in a plan what widens, what others changed, and what is not declared any more", async () => {
    const servers = (
      await t.on.ask<{ result: { id: string; name: string; integrated_account_id: string }[] }>(
        "GET",
        "/servers",
      )
    ).body.result;
    const { id, integrated_account_id } = servers.find(({ name }) => name === "Reads")!;
    await t.on.ask("PATCH", `/integrated-account/${integrated_account_id}/mcp/${id}`, {
      config: { redact: ["phone"] },
    });
    const wider = reads
      .replace("2030-01-31T12:00:00Z", "never")
      .replace("[read]", "[read, create]")
      .replace("tags", "confirm: none\n      tags");
    const path = await t.write("servers.yaml", file(wider, roles));
    const { code, out } = await t.apply(t.on, path, "--plan");
    expect(code).toBe(3);
    expect(out).toMatch(/~ server Acme \/ Reads\n/);
    expect(out).toContain("expires_at: 2030-01-31T12:00:00Z -> never");
    expect(out).toContain('changed since the last apply: config.redact: (default) -> ["phone"]');
    expect(out).toMatch(/WIDENS: it never expires\n.*WIDENS: \d+ more tools: create_/);
    expect(out).toContain("WIDENS: results show phone");
    expect(out).toContain("? server Acme / Writes: is not in the file any more. Pass --prune to remove it");
    const pruned = await t.apply(t.on, path, "--prune");
    expect(pruned.out).toContain("- server Acme / Writes");
    expect(await t.exported(t.on)).not.toContain("Writes");
    expect(await t.apply(t.on, path, "--plan", "--prune")).toMatchObject({ code: 0 });
  });
});
