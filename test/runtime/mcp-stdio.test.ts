import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { discoverNames } from "../../runtime/registry/discover-tools.js";
import { clientKinds, stdioClient } from "../fixtures/clients.js";

const server = fileURLToPath(new URL("../fixtures/serve-small.ts", import.meta.url));
const command = (...args: string[]) => ["--import", "tsx", server, ...args];

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill("SIGKILL")));

function start(...args: string[]) {
  const child = spawn(process.execPath, command(...args), { stdio: "pipe" });
  started.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => errors.push(line));
  const exited = once(child, "exit") as Promise<[number | null, string | null]>;
  const say = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const answerTo = async (id: number) => {
    await until(() => lines.some((line) => JSON.parse(line).id === id));
    return JSON.parse(lines.find((line) => JSON.parse(line).id === id)!);
  };
  return { child, lines, errors, exited, say, answerTo };
}

const call = (id: number, name: string, args: object) => ({
  id,
  method: "tools/call",
  params: { name, arguments: args },
});

describe.each(clientKinds)("%s over stdio", (kind) => {
  it("lists, calls, gets progress, and gets faults", async () => {
    const { client, call, close } = await stdioClient(kind, process.execPath, command("stdio", "curated"));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "create_incident",
      "get_incident",
      "list_incidents",
      ...discoverNames,
    ]);
    expect(await call("get_incident", { incident_id: "7" })).toEqual({
      text: '{"called":"get_incident","args":{"incident_id":"7"}}',
    });
    expect(await call("get_incident", {})).toMatchObject({ isError: true });
    await expect(call("get_incidnt")).rejects.toMatchObject({ code: -32602 });
    const updates: object[] = [];
    await call("create_page", { team: "x", wait_ms: 20 }, (update) => updates.push(update));
    expect(updates).toHaveLength(1);
    await close();
  });
});

describe("a server over stdio", () => {
  it("writes only protocol messages to stdout, whatever libraries print", async () => {
    const { lines, say, answerTo, child, exited } = start("stdio");
    child.stdin.write("this is not JSON\n");
    say(call(1, "get_incident", { incident_id: "1" }));
    await answerTo(1);
    child.stdin.end();
    expect(await exited).toEqual([0, null]);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
  });

  it("answers running calls when its input ends", async () => {
    const { lines, say, child, exited } = start("stdio");
    say(call(1, "create_page", { team: "x", wait_ms: 300 }));
    say(call(2, "get_incident", { incident_id: "1" }));
    child.stdin.end();
    expect(await exited).toEqual([0, null]);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([2, 1]);
  });

  it("answers running calls at SIGTERM, then exits with 0", async () => {
    const { say, answerTo, child, errors, exited } = start("stdio");
    say(call(1, "get_incident", { incident_id: "1" }));
    await answerTo(1);
    say(call(2, "create_page", { team: "x", wait_ms: 600 }));
    await until(() => errors.includes("called create_page"));
    child.kill("SIGTERM");
    expect((await answerTo(2)).result.content[0].text).toMatch(/create_page/);
    expect(await exited).toEqual([0, null]);
  });

  it("stops a call that the client cancels", async () => {
    const { child, exited, lines, errors, say, answerTo } = start("stdio");
    say(call(1, "create_page", { team: "x", wait_ms: 25_000 }));
    await until(() => errors.includes("called create_page"));
    say({ method: "notifications/cancelled", params: { requestId: 1 } });
    say(call(2, "get_incident", { incident_id: "1" }));
    await answerTo(2);
    await until(() => errors.includes("cancelled create_page"));
    child.stdin.end();
    expect(await exited).toEqual([0, null]);
    expect(lines).toHaveLength(1);
  });
});

it("a server over HTTP answers running calls at SIGTERM, then exits with 0", async () => {
  const { child, exited, lines } = start("http");
  const [url] = (await once(createInterface({ input: child.stderr }), "line")) as [string];
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const post = (message: object) =>
    fetch(url, { method: "POST", headers, body: JSON.stringify({ jsonrpc: "2.0", ...message }) });
  const lasting = post(call(1, "create_page", { team: "x", wait_ms: 600 }));
  await (await post(call(2, "get_incident", { incident_id: "1" }))).text();
  child.kill("SIGTERM");
  expect(await (await lasting).text()).toMatch(/create_page/);
  expect(await exited).toEqual([0, null]);
  expect(lines).toEqual([]);
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It didn't happen.");
}
