import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTarget, startWatched, type Target } from "./kit/target.js";

/* A web page in a browser on this machine sends requests to the programs: from its own origin, or by a rebound name. */

const key = "fhb-practice";
const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });

/** A path of a program, as its own clients ask for it. */
interface Door {
  readonly path: string;
  readonly method?: "POST";
  readonly headers?: Readonly<Record<string, string>>;
}

const mcp = {
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
} as const;

const doors: Record<string, readonly Door[]> = {
  gateway: [{ path: "/mcp/:token", ...mcp }, { path: "/sign-in" }, { path: "/openapi.json" }],
  "serve --http": [{ path: "/mcp", ...mcp }],
  sandbox: [
    { path: "/" },
    { path: "/feed" },
    { path: "/__control/state" },
    { path: "/__control/reset", method: "POST" },
    { path: "/v1/incidents", headers: { authorization: `Bearer ${key}` } },
  ],
};

let target: Target;
const programs: Record<string, { readonly url: string; stop(): Promise<unknown> }> = {};
let token: string;
beforeAll(async () => {
  target = await startTarget();
  ({ token } = await target.makeServer());
  programs["gateway"] = { url: target.gateway.url, stop: () => target.stop() };
  programs["serve --http"] = await startWatched(
    target,
    ["serve", "--http", "--port", "0", "--base-url", target.upstream.url],
    { FIREHYDRANT_API_KEY: target.key },
  );
  programs["sandbox"] = await startWatched(target, ["sandbox", "--port", "0"]);
});
afterAll(async () => {
  const [gateway, ...others] = Object.values(programs);
  await Promise.all(others.map((one) => one.stop()));
  await gateway?.stop();
});

/** The status of a request with this Host and Origin. A stream is left at once. */
function statusOf(program: string, door: Door, headers: Record<string, string>): Promise<number> {
  const { port } = new URL(programs[program]!.url);
  const path = door.path.replace(":token", token);
  return new Promise((resolve, reject) => {
    const options = { port, path, method: door.method ?? "GET", headers: { ...door.headers, ...headers } };
    const sent = request({ host: "127.0.0.1", ...options }, (response) => {
      resolve(response.statusCode!);
      response.destroy();
    });
    sent.on("error", reject);
    sent.end(door.headers === mcp.headers ? message : undefined);
  });
}

const all = Object.entries(doors).flatMap(([program, own]) =>
  own.map((door) => [program, door.path, door] as const),
);

describe.each(all)("%s at %s", (program, _path, door) => {
  const own = () => new URL(programs[program]!.url).host;

  it.each(["null", "https://evil.example", "http://localhost:3000", "http://127.0.0.1:1", "nonsense"])(
    "refuses a web page of the origin %s",
    async (origin) => expect(await statusOf(program, door, { host: own(), origin })).toBe(403),
  );

  it.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"])(
    "refuses the name %s",
    async (host) => expect(await statusOf(program, door, { host })).toBe(403),
  );

  it("answers its own origin, and clients without one", async () => {
    expect(await statusOf(program, door, { host: own() })).toBeLessThan(300);
    expect(await statusOf(program, door, { host: own(), origin: `http://${own()}` })).toBeLessThan(300);
  });
});
