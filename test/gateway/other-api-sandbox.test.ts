import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { startCommand, type Started } from "../deploy/kit/start.js";
import { shelter } from "../sandbox/any-api/shelter.js";
import { call, rpc } from "./kit/gateway.js";
import { signIn } from "./kit/page-session.js";
import { testAdminToken } from "./kit/requests.js";

/* `standpipe gateway --api <folder> --sandbox`, where the folder is what `generate` wrote from another API's document. */

let folder: string;
let gateway: Started;
let page: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-other-"));
  const [spec, generated] = [join(folder, "openapi.json"), join(folder, "shelter")];
  await writeFile(spec, JSON.stringify(shelter));
  const quiet = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) => spy.mockReturnValue());
  expect(await runGenerateFromDocument({ spec, name: "shelter", out: generated, bundle: true })).toBe(0);
  quiet.forEach((spy) => spy.mockRestore());
  const serve = ["gateway", "--api", generated, "--sandbox", "--port", "0", "--data", join(folder, "data")];
  gateway = await startCommand(
    process.execPath,
    ["--import", "tsx", "cli/main.ts", ...serve],
    /Next: .* (\S+)\n/,
    {
      env: { ...process.env, STANDPIPE_ADMIN_TOKEN: testAdminToken },
    },
  );
  url = gateway.said[1]!;
  page = new URL(url).origin;
}, 120_000);
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("lists the tools of that API, and no others", async () => {
  const names = (await rpc(url, "tools/list")).result!.tools!.map(({ name }) => name);
  expect(names.sort()).toEqual([
    "adopt_pet",
    "change_pet",
    "create_pet",
    "create_visit",
    "delete_pet",
    "get_pet",
    "get_photo",
    "get_settings",
    "list_pets",
    "list_visits",
    "replace_pet",
    "set_settings",
    "weigh_pet",
  ]);
});

it("answers calls by that API's contract, and keeps what they change", async () => {
  const { id } = (await call(url, "create_pet", { name: "Rex", kind: "dog" })).value!;
  const got = await call(url, "get_pet", { petId: id, view: "full" });
  expect(got.value).toMatchObject({ id, name: "Rex", kind: "dog" });
  expect((await call(url, "create_pet", { name: "Rex", kind: "dragon" })).result?.isError).toBe(true);
});

it("shows that API's title on the first screen", async () => {
  expect(await (await signIn(page)).read("/")).toContain("<p>Serves Shelter.</p>");
});
