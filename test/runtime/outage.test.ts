import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startFaultyApi, type FaultyApi } from "./outage/api.js";
import { makeCertificate } from "./outage/certificate.js";
import { taken } from "./outage/fakes.js";
import { limited } from "./outage/limits.js";
import { key, limits, rows } from "./outage/rows.js";
import { mostMegabytes, serveOverHttp, serveOverStdio, type Served } from "./outage/servers.js";

const flags = "--connect-seconds 1 --first-byte-seconds 1 --call-seconds 3 --rate-limit 100000".split(" ");

let folder: string;
let api: FaultyApi;
let servers: Readonly<Record<"stdio" | "HTTP", Served>>;
const headers: Headers[] = [];
const before = new Map<number, number | undefined>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-outage-"));
  const certificate = makeCertificate();
  const authority = join(folder, "authority.pem");
  await writeFile(authority, certificate.cert);
  const faults = Object.entries(rows).flatMap(([name, { fault }]) => (fault ? [[name, fault] as const] : []));
  api = await startFaultyApi(certificate, Object.fromEntries(faults));
  const env = { FIREHYDRANT_API_KEY: key, FIREHYDRANT_BASE_URL: api.url, NODE_EXTRA_CA_CERTS: authority };
  const [stdio, HTTP] = await Promise.all([
    serveOverStdio(flags, env, "client 2.x, 2026-07-28"),
    serveOverHttp(flags, env, async (...given) => {
      const response = await fetch(...given);
      headers.push(response.headers);
      return response;
    }),
  ]);
  servers = { stdio, HTTP };
  for (const served of Object.values(servers)) {
    await call(served, 0, "list_incidents", {});
    before.set(served.pid, await mostMegabytes(served.pid));
  }
});
afterAll(async () => {
  await Promise.all(Object.values(servers).map((served) => served.close()));
  await api.close();
  await rm(folder, { recursive: true });
});

async function call({ clients }: Served, turn: number, name: string, args: Record<string, unknown>) {
  const { client } = clients[turn % clients.length]!;
  const result = await client.callTool({ name, arguments: args });
  const [{ text }] = result.content as unknown as [{ text: string }];
  return { isError: result.isError === true, text, value: JSON.parse(text) as object, meta: result._meta };
}

const cases = Object.entries(rows).map(([name, row], turn) => ({ name, row, turn }));

it.each(cases)(
  "$name, over stdio and HTTP: a clear result, and the next call works",
  async ({ name, row, turn }) => {
    headers.length = 0;
    if (row.door) api.setDoor(row.door);
    await Promise.all(
      Object.entries(servers).flatMap(([transport, served]) => [
        meets(row.read, `a read over ${transport}`, call(served, turn, "list_incidents", { query: name })),
        meets(row.write, `a write over ${transport}`, call(served, turn, "create_incident", { name })),
      ]),
    );
    if (limits.includes(name)) expect(headers.map(ietf)).toEqual([limited, limited]);
    if (row.door) api.setDoor("open");
    for (const [transport, served] of Object.entries(servers)) {
      const { value } = await call(served, turn, "list_incidents", {});
      expect(value, `the next call over ${transport}`).toEqual({ items: [{ id: "right" }] });
    }
    expect(api.arrived.filter((one) => one === `POST ${name}`)).toHaveLength(row.door ? 0 : 2);
  },
);

async function meets(want: object, what: string, calling: ReturnType<typeof call>): Promise<void> {
  const { isError, text, value, meta } = await calling;
  expect(value, what).toMatchObject(want);
  expect(isError, what).toBe("error" in want);
  expect(text, what).not.toContain(key);
  expect(meta, what).toMatchObject({
    ratelimit: { limit: expect.any(Number), remaining: expect.any(Number) },
  });
}

function ietf(given: Headers): object {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((part) =>
    Number(given.get(`ratelimit-${part}`)),
  );
  return { ratelimit: { limit, remaining, reset }, retry_after_seconds: Number(given.get("retry-after")) };
}

it("a 404 names the id and the tool that lists valid ids, over stdio and HTTP", async () => {
  const incident_id = "00000000-0000-4000-8000-000000000404";
  for (const served of Object.values(servers)) {
    const { value } = await call(served, 0, "get_incident", { incident_id });
    expect(value).toMatchObject({
      error: {
        kind: "not_found",
        message: `FireHydrant knows no incident_id "${incident_id}" (404).`,
        next: "list_incidents lists the valid values of incident_id.",
      },
    });
  }
});

it("an answer is read up to 2 MB, and the server's memory stays limited", async () => {
  // Eight calls read 2 MB of a large answer, and four read its beginning. Buffers hold some more.
  expect(taken.megabytes).toBeLessThan(8 * 10 + 4 * 8);
  for (const [transport, { pid }] of Object.entries(servers)) {
    const [first, most] = [before.get(pid), await mostMegabytes(pid)];
    if (first !== undefined && most !== undefined) expect(most - first, transport).toBeLessThan(150);
  }
});
