import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "../../gateway/audit/read-log.js";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { getApproval } from "../../gateway/consent/shown-approvals.js";
import type { ServerConfig } from "../../gateway/server-config.js";
import { httpClient } from "../fixtures/clients.js";
import { act, testGateway, type TestGateway } from "./page/kit.js";

let gateway: TestGateway;
beforeAll(async () => void (gateway = await testGateway()));
afterAll(() => gateway.close());

interface Answer {
  readonly result?: unknown;
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly next?: string;
    readonly resume?: string;
    readonly wanted?: readonly { readonly tool: string; readonly resolved: object }[];
    readonly writes_made?: readonly { readonly tool: string; readonly outcome: string }[];
  };
}

interface Runner {
  readonly serverId: string;
  readonly url: string;
  run(args: object, tool?: string): Promise<Answer>;
}

async function programs(config: ServerConfig): Promise<Runner> {
  const { id, url } = await gateway.serverUrl({ surface: "code", confirm: "none", ...config });
  return { serverId: id, url, run: (args, tool) => runAt(url, args, tool) };
}

async function runAt(url: string, args: object, tool = "run_write"): Promise<Answer> {
  const { call, close } = await httpClient("client 2.x, 2026-07-28", url);
  try {
    return JSON.parse((await call(tool, args)).text) as Answer;
  } finally {
    await close();
  }
}

const approve = ({ error }: Answer) => decideApproval(gateway.core, approvalIn(error?.next), "approved", act);
const approvalIn = (text = "") => /\/approvals\/(apr_[0-9a-z]+)/.exec(text)![1]!;

let serial = 0;
const freshName = () => `Program team ${(serial += 1)} of ${process.pid}`;

/** How many teams of the account have a name. */
async function teamsNamed(name: string): Promise<number> {
  const { run } = await programs({});
  const { result } = await run(
    { program: `return (await api.all("list_teams", {})).filter((t) => t.name === "${name}").length` },
    "run_read",
  );
  return result as number;
}

describe("a program whose write needs an approval", () => {
  it("stops before it, goes on from there, and repeats nothing that was done", async () => {
    const { run } = await programs({ confirm: ["create_team"] });
    const [name, service] = [freshName(), freshName()];
    const program = `
      const made = await api.create_service({ name: "${service}" });
      const team = await api.create_team({ name: "${name}" });
      return [made.name, team.name, Math.random(), Date.now()];`;
    const stopped = await run({ program });
    expect(stopped.error).toMatchObject({
      kind: "approval_needed",
      wanted: [{ call: 2, tool: "create_team", arguments: { name } }],
      writes_made: [{ call: 1, tool: "create_service", outcome: "done" }],
    });
    expect(await teamsNamed(name)).toBe(0);
    const resume = stopped.error!.resume!;
    expect((await run({ resume })).error?.kind).toBe("approval_needed");
    await approve(stopped);
    const { result } = await run({ resume });
    expect((result as unknown[]).slice(0, 2)).toEqual([service, name]);
    expect(await teamsNamed(name)).toBe(1);
    for (let again = 0; again < 3; again += 1) {
      const { error } = await run({ resume });
      expect(error).toMatchObject({
        message: "This program has ended already. Nothing was run.",
        writes_made: [{ tool: "create_service" }, { tool: "create_team" }],
      });
    }
    expect(await teamsNamed(name)).toBe(1);
    const { run: read } = await programs({});
    const services = `return (await api.all("list_services", {})).filter((s) => s.name === "${service}").length`;
    expect(await read({ program: services })).toEqual({ result: 1 });
  });

  it("asks once for all writes that wait at the same time, and shows each with its names", async () => {
    const { run } = await programs({ confirm: "write" });
    const names = [freshName(), freshName()];
    const stopped = await run({
      program: `await Promise.all(${JSON.stringify(names)}.map((name) => api.create_team({ name }))); return "done"`,
    });
    expect(stopped.error?.wanted).toHaveLength(2);
    const approval = await getApproval(gateway.core, approvalIn(stopped.error!.next));
    expect(Object.entries(approval.args).slice(1)).toEqual([
      ["1 create_team", { name: names[0] }],
      ["2 create_team", { name: names[1] }],
    ]);
    await approve(stopped);
    expect(await run({ resume: stopped.error!.resume })).toEqual({ result: "done" });
    for (const name of names) expect(await teamsNamed(name)).toBe(1);
  });

  it("asks again for each further write", async () => {
    const { run } = await programs({ confirm: "write" });
    const [one, two] = [freshName(), freshName()];
    const first = await run({
      program: `await api.create_team({ name: "${one}" }); await api.create_team({ name: "${two}" });`,
    });
    await approve(first);
    const second = await run({ resume: first.error!.resume });
    expect(second.error).toMatchObject({
      kind: "approval_needed",
      wanted: [{ call: 2, arguments: { name: two } }],
      writes_made: [{ call: 1 }],
    });
    expect(await teamsNamed(two)).toBe(0);
    await approve(second);
    expect(await run({ resume: first.error!.resume })).toEqual({ result: null });
    expect([await teamsNamed(one), await teamsNamed(two)]).toEqual([1, 1]);
  });

  it("goes on with names that became ids, which the approval shows", async () => {
    const { run } = await programs({ confirm: ["update_team"] });
    const name = freshName();
    const program = `const { id } = await api.create_team({ name: "${name}" });
      await api.update_team({ team_id: "${name}", description: "new" });
      return (await api.get_team({ team_id: id })).description`;
    const stopped = await run({ program });
    expect(stopped.error?.wanted).toMatchObject([{ resolved: { team_id: { given: name } } }]);
    await approve(stopped);
    expect(await run({ resume: stopped.error!.resume })).toEqual({ result: "new" });
  });

  it("ends when a person refuses, and lists what it had done", async () => {
    const { run } = await programs({ confirm: ["create_team"] });
    const name = freshName();
    const stopped = await run({
      program: `await api.create_service({ name: "${name}" }); await api.create_team({ name: "${name}" })`,
    });
    await decideApproval(gateway.core, approvalIn(stopped.error!.next), "refused", act);
    expect((await run({ resume: stopped.error!.resume })).error?.kind).toBe("not_approved");
    expect(await teamsNamed(name)).toBe(0);
  });

  it("only goes on for the caller that started it, on its server URL", async () => {
    const [mine, other] = [await programs({ confirm: "write" }), await programs({ confirm: "write" })];
    const name = freshName();
    const stopped = await mine.run({ program: `await api.create_team({ name: "${name}" })` });
    await approve(stopped);
    const refused = await other.run({ resume: stopped.error!.resume });
    expect(refused.error?.message).toContain("No program of this name waits");
    expect(await teamsNamed(name)).toBe(0);
    await mine.run({ resume: stopped.error!.resume });
    expect(await teamsNamed(name)).toBe(1);
  });

  it("is sent once, however many clients resume it at the same time", async () => {
    const { run } = await programs({ confirm: "write" });
    const name = freshName();
    const stopped = await run({ program: `return (await api.create_team({ name: "${name}" })).name` });
    await approve(stopped);
    const all = await Promise.all(Array.from({ length: 4 }, () => run({ resume: stopped.error!.resume })));
    expect(all.filter(({ result }) => result === name)).toHaveLength(1);
    expect(await teamsNamed(name)).toBe(1);
  });

  it("makes no write that a program which failed did not await", async () => {
    const { run } = await programs({ confirm: "write" });
    const { error } = await run({ program: `api.create_team({ name: "x" }); throw new Error("stop")` });
    expect(error?.kind).toBe("program_failed");
  });
});

describe("each call of a program", () => {
  it("is in the log with its program and number", async () => {
    const { serverId, run } = await programs({});
    await run({ program: `await api.list_teams({}); await api.create_team({ name: "${freshName()}" })` });
    const { result } = await readLog(gateway.core, { server_id: serverId, kind: "call" });
    const calls = (
      result as unknown as readonly { tool: string; detail: { program?: string; program_call?: number } }[]
    )
      .filter(({ tool }) => !tool.startsWith("run_"))
      .map(({ tool, detail }) => [tool, detail.program_call, detail.program?.slice(0, 4)]);
    expect(calls.sort()).toEqual([
      ["create_team", 2, "prg_"],
      ["list_teams", 1, "prg_"],
    ]);
  });

  it("counts in the server URL's quota", async () => {
    const { run } = await programs({ rate_limit: { calls: 2, seconds: 600 } });
    const program = "for (let n = 0; n < 3; n += 1) await api.list_teams({})";
    expect((await run({ program })).error).toMatchObject({ kind: "rate_limited" });
  });

  it("is within the server URL's limits of programs", async () => {
    const { run } = await programs({ program_calls: 2, program_kb: 1, program_seconds: 1 });
    const calls = await run({ program: "for (let n = 0; n < 3; n += 1) await api.list_teams({})" });
    expect(calls.error?.message).toContain("more than 2 calls");
    expect((await run({ program: `//${"x".repeat(1000)}` })).error?.message).toContain("longer than 1 kB");
    expect((await run({ program: "for (;;) {}" })).error).toMatchObject({ kind: "timeout" });
  });

  it("is redacted", async () => {
    const { run } = await programs({ redact: ["name"] });
    const { result } = await run({ program: "return (await api.list_teams({ limit: 1 })).items[0].name" });
    expect(result).toContain("redacted");
  });
});
