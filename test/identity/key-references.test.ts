import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readKeySources } from "../../gateway/accounts/references/settings.js";
import { openRoles, type RolesScene } from "./kit/roles.js";

let folder: string;
let scene: RolesScene;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-owners-"));
  await writeFile(join(folder, "beta"), "fhb-of-beta");
  scene = await openRoles({ keySources: readKeySources({ STANDPIPE_KEY_FOLDERS: folder }) });
});
afterAll(async () => {
  await scene?.close();
  await rm(folder, { recursive: true, force: true });
});

it("an owner of one account can't use the key of another account by its reference", async () => {
  const { alpha } = scene;
  const change = { region: "us", key_reference: `file:${join(folder, "beta")}` };
  const ann = await scene.member("ann", [{ role: "owner", account_id: alpha.id }]);
  const ids = { id: alpha.id };
  const byApi = await ann.ask("PATCH /integrated-account/:id", ids, { ...change, verify: false });
  expect(byApi.status).toBe(403);
  expect(byApi.text).toContain("only an owner of all accounts may set or change a reference");
  const form = {
    name: "Alpha",
    place: "firehydrant us",
    unchecked: "yes",
    key_reference: change.key_reference,
  };
  const byPage = await ann.ask("POST /accounts/:id/edit", ids, form);
  expect(byPage.text).toContain("only an owner of all accounts");
  expect((await ann.ask("GET /accounts/:id/edit", ids)).text).not.toContain("key_reference");
  const kept = await ann.ask("GET /integrated-account/:id", ids);
  expect(JSON.parse(kept.text)).toMatchObject({ region: null, key_reference: null });
});

it("an owner of all accounts can set it", async () => {
  const ids = { id: scene.alpha.id };
  const ada = await scene.member("ada", [{ role: "owner", account_id: null }]);
  const reference = `file:${join(folder, "beta")}`;
  const form = { name: "Alpha", place: "firehydrant us", unchecked: "yes", key_reference: reference };
  expect((await ada.ask("POST /accounts/:id/edit", ids, form)).status).toBe(303);
  expect((await ada.ask("GET /accounts/:id/edit", ids)).text).toContain(`value="${reference}"`);
  const stored = await ada.ask("GET /integrated-account/:id", ids);
  expect(JSON.parse(stored.text)).toMatchObject({ region: "us", key_reference: reference });
});
