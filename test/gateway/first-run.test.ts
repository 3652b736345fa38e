import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scenarios } from "../../scenarios/scenarios.js";
import { play } from "../scenarios/play.js";
import { ask, call, rpc } from "./kit/gateway.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "standpipe-first-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly said: string;
  /** The output on stderr so far. */
  readonly logged: () => string;
  readonly page: string;
  readonly url: string;
}

/** `standpipe gateway --sandbox`, once it has printed its URL. */
async function start(): Promise<Started> {
  const args = ["--import", "tsx", "cli/main.ts", "gateway", "--sandbox", "--port", "0", "--data", folder];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [said, logged] = ["", ""];
  child.stderr.on("data", (chunk) => (logged += String(chunk)));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("Next:")) resolve();
    });
    child.on("close", () => reject(new Error(logged)));
  });
  const [page] = /http:\/\/127\.0\.0\.1:\d+/.exec(said)!;
  const [url] = /http:\/\/127\.0\.0\.1:\d+\/mcp\/sp_[\w-]+/.exec(said)!;
  return { child, said, logged: () => logged, page, url };
}

async function stop({ child }: Started): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.kill("SIGTERM");
  return ended;
}

it(
  "prints a page URL, a one-time admin token, and a server URL that works on the sandbox",
  { timeout: 120_000 },
  async () => {
    const first = await start();
    const [admin] = /spm_[\w-]+/.exec(first.said)!;
    expect((await fetch(`${first.page}/`)).status).toBeLessThan(500);
    const { value } = await call(first.url, "list_incidents", { limit: 2 });
    expect(value!["items"]).toHaveLength(2);
    await declareAndPage(first.said);
    const accounts = await ask<{ result: object[] }>(first.page, "GET", "/integrated-account", undefined, {
      authorization: `Bearer ${admin}`,
    });
    expect(accounts.body.result).toMatchObject([{ name: "Sandbox", region: "sandbox" }]);
    expect(await stop(first)).toBe(0);

    const second = await start();
    expect(second.said).not.toContain("Admin token");
    expect((await call(second.url, "list_incidents", { limit: 2 })).value!["items"]).toHaveLength(2);
    // A client has the first URL and continues to use it.
    const kept = `${second.page}${new URL(first.url).pathname}`;
    expect((await rpc(kept, "tools/list")).status).toBe(200);
    expect(
      (await ask(second.page, "GET", "/log", undefined, { authorization: `Bearer ${admin}` })).status,
    ).toBe(200);
    expect(await stop(second)).toBe(0);
    for (const { logged } of [first, second]) expect(logged()).not.toMatch(/sp[ams]?_[\w-]{43}/);
  },
);

/** Does what the printed line suggests, with a real client: declares a SEV2 and pages the Payments team. */
async function declareAndPage(said: string): Promise<void> {
  const [, url] = /^Next: claude mcp add --transport http standpipe (\S+)$/m.exec(said)!;
  const [, view] = /^What happens in the sandbox: +(\S+)$/m.exec(said)!;
  const { solve } = scenarios.find(({ id }) => id === "declare-and-page")!;
  await play(solve, { url: url!, prompt: "" });
  const { chosen, pages } = (await (await fetch(`${view}feed`)).json()) as {
    readonly chosen: { readonly severity: string };
    readonly pages: readonly { readonly target: string }[];
  };
  expect(chosen).toMatchObject({
    severity: "SEV2",
    impacts: [{ name: "Production-DB", condition: "Degraded" }],
  });
  expect(pages.map(({ target }) => target)).toEqual(["Payments"]);
}

it("reports invalid settings and exits with 1", async () => {
  const args = ["--import", "tsx", "cli/main.ts", "gateway", "--data", folder];
  const env = { ...process.env, STANDPIPE_AUDIT_DAYS: "many", STANDPIPE_PUBLIC_URL: "x" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code).toBe(1);
  expect(said).toContain("STANDPIPE_AUDIT_DAYS");
  expect(said).toContain("STANDPIPE_PUBLIC_URL");
});
