import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StreamState } from "../../gateway/audit/streams/read-streams.js";
import type { StreamedEntry } from "../../gateway/audit/streams/sink.js";
import { createClock } from "./kit/clock.js";
import { makeAccount, startTestGateway } from "./kit/gateway.js";
import { startBucket, type Bucket } from "./kit/s3-bucket.js";
import { stub, useStub } from "./kit/stub.js";

const HOUR_MS = 3_600_000;
const key = { id: "AKIDAUDIT", secret: "audit/secret+0123" };
const page = await readFile("docs/audit.md", "utf8");
const [, documented] = /^STANDPIPE_AUDIT_COMMAND='(curl .+)'$/m.exec(page)!;

const canSign = (() => {
  try {
    return execFileSync("curl", ["--help", "all"], { encoding: "utf8" }).includes("--aws-sigv4");
  } catch {
    return false;
  }
})();
if (!canSign) console.warn("SKIPPED: the audit log's way to S3, because there is no curl with --aws-sigv4.");

useStub();

describe.runIf(canSign)("the documented command for S3", () => {
  let bucket: Bucket;
  let folder: string;
  beforeEach(async () => {
    bucket = await startBucket("acme-audit", key);
    folder = await mkdtemp(join(tmpdir(), "standpipe-s3-"));
    vi.stubEnv("AUDIT_BUCKET", bucket.url);
    vi.stubEnv("AUDIT_KEY_FILE", join(folder, "netrc"));
    await writeKey(key.secret);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await bucket.close();
    await rm(folder, { recursive: true, force: true });
  });

  const writeKey = (secret: string) =>
    writeFile(join(folder, "netrc"), `machine 127.0.0.1 login ${key.id} password ${secret}\n`, {
      mode: 0o600,
    });
  const entries = (names: Iterable<string>) =>
    [...names].flatMap((name) =>
      bucket.objects
        .get(name)!
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as StreamedEntry),
    );

  it("writes every entry in order, waits while the store is busy or refuses, and a repeat replaces its object", async () => {
    const clock = createClock();
    const auditStreams = [{ name: "command", address: documented!, secret: "" }] as const;
    const on = await startTestGateway({ folder, clock, settings: { baseUrls: [stub.url], auditStreams } });
    const state = async () =>
      (await on.ask<{ result: StreamState[] }>("GET", "/log/streams")).body.result[0]!;
    const failsWith = (error: string) => expect.poll(async () => (await state()).error).toContain(error);
    bucket.isBusy = true;
    await makeAccount(on, stub.url, "One");
    await failsWith("The command ended with 22. curl: (22) The requested URL returned error: 503");
    bucket.isBusy = false;
    await writeKey("another");
    clock.pass(HOUR_MS);
    await failsWith("error: 403");
    expect(bucket.puts).toEqual([]);
    await writeKey(key.secret);
    clock.pass(HOUR_MS);
    await expect.poll(async () => (await state()).behind).toBe(0);
    await makeAccount(on, stub.url, "Two");
    await expect.poll(() => bucket.puts.length).toBeGreaterThan(1);
    await expect.poll(async () => (await state()).behind).toBe(0);

    const { body } = await on.ask<{ result: { id: string }[] }>("GET", "/log?limit=200");
    expect(entries(bucket.puts).map(({ sequence }) => sequence)).toEqual(
      body.result.map((_, index) => index + 1),
    );
    const before = new Map(bucket.objects);
    // As if the gateway was killed before it noted what it sent.
    await on.gateway.core.store.db.updateTable("audit_streams").set({ sent: 0 }).execute();
    await expect.poll(() => bucket.puts.length).toBe(2 * before.size);
    expect(bucket.objects).toEqual(before);
    await on.stop();
  });
});
