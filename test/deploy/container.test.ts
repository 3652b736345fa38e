import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDockerfile } from "../../deploy/image/dockerfile.js";
import { layImage } from "../../deploy/image/lay.js";
import { within } from "../../deploy/image/start.js";
import { startApiSandbox, type ApiSandbox } from "../../cli/sandbox/start.js";
import { httpClient } from "../fixtures/clients.js";
import { makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { adminOf } from "./kit/admin.js";
import { expectPrograms } from "./kit/programs.js";
import { startCommand, type Started } from "./kit/start.js";

/*
 * Lints the Dockerfile, then carries out its instructions in scratch folders and starts the result like its user would:
 * a root with only Node, its libraries and the files that the last stage copies.
 */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const text = await readFile(join(ROOT, "deploy/Dockerfile"), "utf8");
const plan = readDockerfile(text);

describe("the Dockerfile", () => {
  it("passes the linter, and the linter finds real faults", () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace("WORKDIR /app", "WORKDIR"))).not.toEqual([]);
    expect(validate(text.replace("--start-period", "--start-perod"))).not.toEqual([]);
  });

  it("runs as a numeric user that is not root", () => {
    expect(plan.start.user).toBe("65532:65532");
  });

  it("runs nothing in the final stage, so images for other machines need no emulation", () => {
    expect(plan.stages.at(-1)!.steps.filter((step) => step.do === "run")).toEqual([]);
  });

  it("is parsed completely, or the test fails", () => {
    expect(() => readDockerfile("FROM node\nADD x /\n")).toThrow("The Dockerfile has ADD");
    expect(() => readDockerfile("FROM node\nCMD node x\n")).toThrow(
      'ENTRYPOINT must be a list of words, as in ["node", "server.mjs"].',
    );
  });
});

const canStart = process.platform === "linux" && process.getuid?.() === 0;
if (!canStart) console.warn("SKIPPED: the image can only be laid out and started by root on Linux.");

describe.runIf(canStart)("the image", () => {
  let folder: string;
  let image: string;
  let before: string[];
  let gateway: Started;
  let sandbox: ApiSandbox;
  let url: string;
  const admin = "an-admin-token-for-the-test-of-the-image";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-image-"));
    image = await layImage(plan, ROOT, folder);
    before = await listing(image);
    sandbox = await startApiSandbox("firehydrant", { rateLimit: false });
    gateway = await start({ STANDPIPE_ADMIN_TOKEN: admin, STANDPIPE_BASE_URLS: sandbox.url });
    url = gateway.said[1]!.replace("0.0.0.0", "127.0.0.1");
  });

  afterAll(async () => {
    await gateway?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("adds less than 24 MiB to Node's own image", async () => {
    const { stdout } = await run("du", ["-sb", join(image, "app")]);
    expect(Number(stdout.split("\t")[0])).toBeLessThan(24 * 1024 * 1024);
    expect((await readdir(join(image, "app"))).sort()).toEqual(["LICENSE", "dist", "node_modules"]);
    expect(await readdir(image)).not.toContain("bin");
  });

  it("refuses to listen on all addresses without an admin token", async () => {
    await expect(start({})).rejects.toThrow(
      /ended with 1: standpipe: Beyond loopback .* STANDPIPE_ADMIN_TOKEN/s,
    );
  });

  it("reports health and readiness", async () => {
    const words = plan.start.health.map((word) => word.replace("http://127.0.0.1:8808", url));
    const healthy = within(image, plan.start, words);
    await run(healthy.command, healthy.args, { env: healthy.env });
    const ill = within(
      image,
      plan.start,
      plan.start.health.map((word) => word.replace(":8808", ":9")),
    );
    await expect(run(ill.command, ill.args, { env: ill.env })).rejects.toMatchObject({ code: 1 });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it("adds an account and serves a URL of it, with all tools and working calls", async () => {
    const on = adminOf(url, admin);
    const server = await makeServer(on, await makeAccount(on, sandbox.url));
    const { client, call, close } = await httpClient("client 2.x", `${url}/mcp/${server.token}`);
    expect((await client.listTools()).tools).toHaveLength(24);
    expect((await call("list_incidents", { limit: 1 })).text).toContain('"items":[{');
    await close();
  });

  it("runs programs at a URL with the surface code", async () => {
    const on = adminOf(url, admin);
    const server = await makeServer(on, await makeAccount(on, sandbox.url, "Programs"), { surface: "code" });
    const client = await httpClient("client 2.x", `${url}/mcp/${server.token}`);
    await expectPrograms(client, { tool: "list_severities", shows: /"result":\{"items":\[\{/ });
    await client.close();
  });

  it("writes only to its data folder, as an unprivileged user", async () => {
    expect(await listing(image)).toEqual(before);
    const database = await stat(join(image, "data/standpipe.db"));
    expect([database.uid, database.gid, database.mode & 0o777]).toEqual([65532, 65532, 0o600]);
    const touch = within(image, plan.start, ["node", "-e", "require('fs').writeFileSync('/app/x', '')"]);
    await expect(run(touch.command, touch.args, { env: touch.env })).rejects.toThrow("EACCES");
  });

  it("answers running calls on SIGTERM, then exits with 0", async () => {
    const slow = await startApiSandbox("firehydrant", { rateLimit: false, chaos: { latency: 1_000 } });
    const second = await start({ STANDPIPE_ADMIN_TOKEN: admin, STANDPIPE_BASE_URLS: slow.url });
    const at = second.said[1]!.replace("0.0.0.0", "127.0.0.1");
    const on = adminOf(at, admin);
    const server = await makeServer(on, await makeAccount(on, slow.url, "Slow"));
    const { call } = await httpClient("client 2.x", `${at}/mcp/${server.token}`);
    const answer = call("list_severities");
    await underWay(at);
    const ended = second.stop();
    expect((await answer).text).toContain('"items":[{');
    expect(await ended).toBe(0);
  });

  async function underWay(at: string): Promise<void> {
    const headers = { authorization: `Bearer ${admin}` };
    for (;;) {
      const text = await (await fetch(`${at}/metrics`, { headers })).text();
      if (/^standpipe_active_requests(\{.*\})? [1-9]/m.test(text)) return;
    }
  }

  /** The image's own command, on any free port. */
  function start(set: Record<string, string>): Promise<Started> {
    const { command, args, env } = within(image, plan.start, [...plan.start.command, "--port", "0"]);
    return startCommand(command, args, /management API: (http:\S+)\//, { env: { ...env, ...set } });
  }
});

/** All files outside the data folder, with their modification times. */
async function listing(image: string): Promise<string[]> {
  const { stdout } = await run(
    "find",
    [image, "-path", join(image, "data"), "-prune", "-o", "-printf", "%P %T@ %u\n"],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return stdout.split("\n").sort();
}
