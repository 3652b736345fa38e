import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { StreamedEntry } from "../../gateway/audit/streams/sink.js";
import type { StreamState } from "../../gateway/audit/streams/read-streams.js";
import { startTestGateway } from "./kit/gateway.js";
import { startReceiver } from "./kit/receiver.js";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

it(
  "streams lose nothing when their process is killed, and repeats carry the same number",
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-streams-"));
    const receiver = await startReceiver();
    const path = join(folder, "audit.jsonl");
    const variables = {
      STANDPIPE_AUDIT_WEBHOOK: receiver.url,
      STANDPIPE_AUDIT_WEBHOOK_SECRET: secret,
      STANDPIPE_AUDIT_FILE: path,
    };

    /** Runs a gateway that writes entries all the time, and kills it when this step is reached. */
    async function killedAt(step: (kill: () => void) => void): Promise<void> {
      const args = ["--import", "tsx", "test/gateway/kit/child.ts", folder, JSON.stringify(variables)];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      const ended = new Promise((resolve) => child.on("close", resolve));
      step(() => child.kill("SIGKILL"));
      await ended;
      receiver.arrived = receiver.answered = () => {};
      receiver.status = 204;
    }

    const afterSome = (count: number, then: () => void) => {
      let seen = 0;
      return () => void ((seen += 1) >= count && then());
    };
    // The receiver has it, and its answer was not sent.
    await killedAt((kill) => {
      receiver.status = 0;
      receiver.arrived = afterSome(1, kill);
    });
    // The answer was sent, and its note may not be stored.
    await killedAt((kill) => (receiver.answered = afterSome(2, kill)));
    // At any moment: while entries are written, sealed, and appended to the file.
    for (const ms of [0, 7, 60])
      await killedAt((kill) => (receiver.arrived = afterSome(2, () => setTimeout(kill, ms))));

    const settings = { baseUrls: ["http://127.0.0.1:9"] };
    const auditStreams = [
      { name: "webhook", address: receiver.url, secret },
      { name: "file", address: path, secret: "" },
    ] as const;
    const on = await startTestGateway({ folder, settings: { ...settings, auditStreams } });
    const entryCount = async () =>
      (await on.gateway.core.store.db.selectFrom("audit").select("id").execute()).length;
    await vi.waitFor(
      async () => {
        const { body } = await on.ask<{ result: StreamState[] }>("GET", "/log/streams");
        expect(body.result.map(({ sent }) => sent)).toEqual([await entryCount(), await entryCount()]);
      },
      { timeout: 60_000, interval: 100 },
    );
    const count = await entryCount();
    expect((await on.ask<{ fault: null }>("GET", "/log/verify")).body.fault).toBeNull();
    await on.stop();

    const inFile = (await readFile(path, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StreamedEntry);
    const posted = receiver.messages();
    const byId = new Map(posted.map((message) => [message.id, message]));
    for (const message of posted) expect(message, "a repeat").toEqual(byId.get(message.id));
    expect(posted.length, "some were repeated").toBeGreaterThan(byId.size);
    for (const entries of [posted.flatMap((message) => message.entries), inFile]) {
      const byNumber = new Map(entries.map((entry) => [entry.sequence, entry]));
      for (const entry of entries) expect(entry).toEqual(byNumber.get(entry.sequence));
      expect([...byNumber.keys()], "each number, first in order").toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      );
    }
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  },
);
