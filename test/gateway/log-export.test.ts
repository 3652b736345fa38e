import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createParser } from "eventsource-parser";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as logCommand } from "../../cli/admin/log.js";
import { auditColumns, type LogEntry } from "../../gateway/audit/fields.js";
import { rowOf } from "../../gateway/audit/entry.js";
import { mountPage } from "../../gateway/page/page.js";
import type { StreamedEntry } from "../../gateway/audit/streams/sink.js";
import { startTestGateway, testAdminToken, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();
const COUNT = 1_203;

describe.each(storeKinds)("exports of the log on %s", (kind) => {
  let on: TestGateway;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-export-"));
    on = await startTestGateway({ settings: await settingsOf(kind), mounts: [mountPage] });
    const entry = { kind: "call", action: "call", actor: "server", outcome: "ok", requestId: "r" } as const;
    for (let from = 0; from < COUNT; from += 200) {
      const rows = Array.from({ length: Math.min(200, COUNT - from) }, (_, index) =>
        rowOf({ ...entry, tool: `t${from + index}`, detail: { index } }, new Date()),
      );
      await on.gateway.core.store.keepAudit(rows);
    }
  });
  afterAll(async () => {
    await on.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const headers = { authorization: `Bearer ${testAdminToken}` };

  it("have all matching entries, oldest first, as lines of JSON", async () => {
    const response = await fetch(`${on.url}/log/export?kind=call`, { headers });
    expect(response.headers.get("content-type")).toBe("application/jsonl");
    expect(response.headers.get("content-disposition")).toContain("standpipe-log.jsonl");
    const entries = (await response.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as LogEntry);
    expect(entries.map(({ tool }) => tool)).toEqual(Array.from({ length: COUNT }, (_, index) => `t${index}`));
    expect(entries[7]!.detail).toEqual({ index: 7 });
    const until = await fetch(`${on.url}/log/export?until=${entries[0]!.at}`, { headers });
    expect(await until.text()).toBe("");
  });

  it("are files of the command line and links of the page, and no cell is a formula", async () => {
    const formula = {
      kind: "call",
      action: "call",
      actor: "=HYPERLINK(1)",
      outcome: "ok",
      requestId: "r",
    } as const;
    await on.gateway.core.audit.record({ ...formula, tool: 'a"b,c' });
    process.env["STANDPIPE_URL"] = on.url;
    process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
    const to = join(folder, "log.csv");
    expect(await logCommand.run(["export", "--format", "csv", "--actor", "=HYPERLINK(1)", "--to", to])).toBe(
      0,
    );
    const [head, row, ...rest] = (await readFile(to, "utf8")).trimEnd().split("\n");
    expect(head!.split(",")).toHaveLength(auditColumns.length);
    expect(row).toContain(`'=HYPERLINK(1)`);
    expect(row).toContain('"a""b,c"');
    expect(rest).toEqual([]);

    const form = new URLSearchParams({ person: "Ada", token: testAdminToken });
    const signIn = await fetch(`${on.url}/sign-in`, { method: "POST", body: form, redirect: "manual" });
    const cookie = signIn.headers.get("set-cookie")!.split(";")[0]!;
    const page = await (
      await fetch(`${on.url}/audit?actor=${encodeURIComponent("=HYPERLINK(1)")}`, { headers: { cookie } })
    ).text();
    const [, link] = /href="(\/log\/export[^"]*format=csv)"/.exec(page)!;
    const linked = await fetch(on.url + link!.replaceAll("&amp;", "&"), { headers: { cookie } });
    expect(await linked.text()).toBe(await readFile(to, "utf8"));
    expect((await fetch(on.url + link!, {})).status).toBe(401);
  });

  it("are followed live, and a client that comes back misses nothing", async () => {
    const follow = async (query: string, last = "", make = () => {}) => {
      const abort = new AbortController();
      const more: Record<string, string> = last === "" ? {} : { "last-event-id": last };
      const { body } = await fetch(`${on.url}/log/tail?${query}`, {
        headers: { ...headers, ...more },
        signal: abort.signal,
      });
      make();
      let seen: StreamedEntry | undefined;
      const parser = createParser({
        onEvent({ event, data }) {
          if (event === "entry") seen ??= JSON.parse(data) as StreamedEntry;
        },
      });
      for await (const chunk of body!) {
        parser.feed(new TextDecoder().decode(chunk));
        if (seen) break;
      }
      abort.abort();
      return seen!;
    };
    const make = () => void on.ask("POST", "/api-tokens", { name: "Live" });
    const live = await follow("kind=manage&action=api_token.create", "", make);
    expect(live).toMatchObject({ action: "api_token.create", actor: "admin" });
    await on.ask("POST", "/api-tokens", { name: "Between" });
    await on.gateway.core.audit.record({
      kind: "access",
      action: "x",
      outcome: "y",
      actor: "z",
      requestId: "r",
    });
    const missed = await follow("action=api_token.create", String(live.sequence));
    expect(missed.sequence).toBeGreaterThan(live.sequence);
    expect(missed).toMatchObject({ detail: { name: "Between" } });
    expect(
      (await fetch(`${on.url}/log/tail`, { headers: { ...headers, "last-event-id": "x" } })).status,
    ).toBe(400);
  });

  it("are printed as they happen", async () => {
    process.env["STANDPIPE_URL"] = on.url;
    process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
    const out: string[] = [];
    vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
    vi.spyOn(console, "error").mockImplementation(
      () => void on.ask("POST", "/api-tokens", { name: "Printed" }),
    );
    // It ends when the gateway refuses it.
    const ended = logCommand.run(["tail", "--actor", "admin"]);
    await vi.waitFor(
      () => expect(out.join("\n")).toMatch(/^\d+ {2}\S+Z {2}admin {2}api_token\.create {2}ok/m),
      30_000,
    );
    void ended;
    vi.restoreAllMocks();
  });

  it("end by themselves when the gateway stops", async () => {
    const stopping = await startTestGateway({ settings: await settingsOf(kind) });
    const { body } = await fetch(`${stopping.url}/log/tail`, { headers });
    const reader = body!.getReader();
    await reader.read();
    // After its grace the gateway cuts connections, and reading would fail.
    const stopped = stopping.stop();
    for (let isDone = false; !isDone;) isDone = (await reader.read()).done;
    await stopped;
  });
});
