import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { command as accountCommand } from "../../../cli/admin/account.js";
import { readKeySources } from "../../../gateway/accounts/references/settings.js";
import { api } from "../../../generated/firehydrant/index.js";
import { blocksOf } from "../../docs/page.js";
import { call, makeServer, startTestGateway } from "../kit/gateway.js";
import { commandsCall, stub, useStub } from "../kit/stub.js";

useStub();
let keys: string;
beforeAll(async () => void (keys = await mkdtemp(join(tmpdir(), "standpipe-keys-"))));
afterAll(() => rm(keys, { recursive: true, force: true }));

/** A block of docs/deploying.md, with a folder of this test in place of the usual one. */
function block(start: string): string {
  const found = blocksOf("docs/deploying.md").find(({ text }) => text.startsWith(start));
  return found!.text.replaceAll("/run/keys", keys).trim();
}

it("the documented command adds an account whose key stays in a file of the documented folder", async () => {
  await writeFile(join(keys, "acme"), "fhb-in-a-file\n");
  const [setting] = block("STANDPIPE_KEY_FOLDERS=").split("\n");
  const catalogue = { ...api.catalogue, api: { ...api.catalogue.api, servers: { us: stub.url } } };
  const on = await startTestGateway({
    apis: [{ ...api, catalogue }],
    settings: { keySources: readKeySources({ STANDPIPE_KEY_FOLDERS: setting!.split("=")[1] }) },
  });
  const out = commandsCall(on);
  const [, , ...args] = block("standpipe account add").split(" ");
  expect(await accountCommand.run(args)).toBe(0);
  expect(out.join("\n")).toContain("Acme");
  const { body } = await on.ask<{ result: { id: string }[] }>("GET", "/integrated-account");
  await call((await makeServer(on, body.result[0]!.id)).url, "list_incidents");
  expect(stub.arrived.at(-1)!.key).toBe("fhb-in-a-file");
  await on.stop();
});
