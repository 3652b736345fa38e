import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runGenerateFromDocument } from "../../../cli/generate/generate-from-document.js";
import { home } from "../../../cli/home.js";
import { stdioClient, type TestClient } from "../../fixtures/clients.js";
import { billing } from "./billing.js";
import { shelter } from "./shelter.js";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents and answers have any shape
type Loose = any;

/* Generated servers with --sandbox, each a process that a real MCP client drives over stdio. */

let scratch: string;

beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  const cache = join(home, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  // Within the project the modules of a folder find the runtime without being bundled.
  scratch = await mkdtemp(join(cache, "test-sandbox-"));
  await generate("shelter", shelter, true);
  await generate("billing", billing, false);
}, 120_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function generate(name: string, contract: object, bundle: boolean): Promise<void> {
  const spec = join(scratch, `${name}.json`);
  await writeFile(spec, JSON.stringify(contract));
  expect(await runGenerateFromDocument({ spec, name, out: join(scratch, name), bundle })).toBe(0);
}

async function withClient(args: string[], use: (client: TestClient) => Promise<void>): Promise<void> {
  const client = await stdioClient("client 2.x", process.execPath, args, { cwd: home });
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

const json = async (client: TestClient, name: string, args: object = {}) => {
  const { text, isError } = await client.call(name, args);
  return { isError, ...(JSON.parse(text) as Record<string, unknown>) } as Record<string, Loose>;
};

describe("a generated server with --sandbox", () => {
  it("in one file: create, list, get, change, delete, then missing; a sample says so", () =>
    withClient([join(scratch, "shelter/server.mjs"), "--sandbox"], async (client) => {
      const { id } = await json(client, "create_pet", { name: "Rex", kind: "dog" });
      const full = { petId: id, view: "full" };
      expect((await client.call("list_pets", { view: "full" })).text).toContain(`"Rex"`);
      expect(await json(client, "get_pet", full)).toMatchObject({ id, name: "Rex" });
      expect(await json(client, "change_pet", { petId: id, name: "Max" })).toMatchObject({ id, name: "Max" });
      expect(await json(client, "get_pet", full)).toMatchObject({ id, name: "Max" });
      expect(await json(client, "adopt_pet", full)).toMatchObject({
        name: "Max",
        sandbox: expect.stringContaining("as it is"),
      });
      expect((await json(client, "weigh_pet", { petId: id })).sandbox).toContain("made-up sample");
      expect((await client.call("delete_pet", { petId: id })).isError).toBeUndefined();
      const missing = await client.call("get_pet", { petId: id });
      expect(missing).toMatchObject({
        isError: true,
        text: expect.stringContaining(`There is no pet ${id}`),
      });
    }));

  it("from its folder, with envelopes and forms", () =>
    withClient(
      ["--import", "tsx", "cli/main.ts", "serve", "--api", join(scratch, "billing"), "--sandbox"],
      async (client) => {
        const made = await json(client, "create_customer", {
          email: "a@b.example",
          balance: 5,
          view: "full",
        });
        const { id } = made.customer;
        expect((await client.call("list_customers", { view: "full" })).text).toContain(id);
        await client.call("change_customer", { customer: id, balance: 6 });
        expect((await json(client, "get_customer", { customer: id, view: "full" })).customer.balance).toBe(6);
        expect((await client.call("delete_customer", { customer: id })).isError).toBeUndefined();
        expect((await client.call("get_customer", { customer: id })).isError).toBe(true);
      },
    ));
});
