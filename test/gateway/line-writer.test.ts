import { spawn } from "node:child_process";
import { once } from "node:events";
import type { writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createLineWriter } from "../../gateway/ops/line-writer.js";
import { plainBundle } from "../fixtures/shared-build.js";
import { testAdminToken } from "./kit/gateway.js";

/** A descriptor that takes so many bytes at once, and fails with `fault` while there is one. */
function descriptor(most = Infinity) {
  const state = { bytes: Buffer.alloc(0), attempts: 0, fault: undefined as string | undefined };
  const write = (_fd: number, bytes: Buffer): number => {
    state.attempts += 1;
    if (state.fault) throw Object.assign(new Error(state.fault), { code: state.fault });
    const taken = bytes.subarray(0, most);
    state.bytes = Buffer.concat([state.bytes, taken]);
    return taken.length;
  };
  return { state, written: () => state.bytes.toString(), write: write as unknown as typeof writeSync };
}

describe("lines for a file descriptor", () => {
  it("wait for each other, and are written whole when the descriptor takes a few bytes at once", () => {
    const { written, write } = descriptor(3);
    const writer = createLineWriter(2, write);
    writer.write("first line é\n");
    writer.write("second\n");
    expect(written()).toBe("");
    writer.end();
    expect(written()).toBe("first line é\nsecond\n");
  });

  it("are written by themselves after a moment, or when there are many", async () => {
    const { written, write } = descriptor();
    const writer = createLineWriter(2, write);
    writer.write("alone\n");
    await expect.poll(written).toBe("alone\n");
    writer.write(`${"x".repeat(5_000)}\n`);
    expect(written()).toHaveLength(6 + 5_001);
  });

  it("wait while the reader is slow, up to 1 MiB, and come in order", async () => {
    const { state, written, write } = descriptor();
    const writer = createLineWriter(2, write);
    state.fault = "EAGAIN";
    const line = (number: number) => `${String(number).padStart(8, "0")} ${"x".repeat(1_000)}\n`;
    for (let number = 0; number < 2_000; number += 1) writer.write(line(number));
    state.fault = undefined;
    await expect.poll(() => written().length).toBeGreaterThan(1_000_000);
    expect(written().length).toBeLessThanOrEqual(1_048_576);
    expect(written().startsWith(line(0) + line(1))).toBe(true);
  });

  it.each(["EPIPE", "ENOSPC", "EIO"])("are lost at %s, and later lines are written", (fault) => {
    const { state, written, write } = descriptor();
    const writer = createLineWriter(2, write);
    state.fault = fault;
    writer.write("lost\n");
    writer.end();
    expect(state.attempts).toBe(1);
    state.fault = undefined;
    writer.write("kept\n");
    writer.end();
    expect(written()).toBe("kept\n");
  });
});

describe.each(["json", "pretty"])(
  "a gateway whose output nobody reads any more, with --log-format %s",
  (format) => {
    let program: string;
    beforeAll(async () => {
      program = join(await plainBundle(), "dist/standpipe.mjs");
    }, 300_000);

    it("answers, and ends at SIGTERM", async () => {
      const folder = await mkdtemp(join(tmpdir(), "standpipe-reader-"));
      const flags = ["gateway", "--port", "0", "--data", folder, "--log-format", format];
      const env = { ...process.env, STANDPIPE_ADMIN_TOKEN: testAdminToken };
      const child = spawn(process.execPath, [program, ...flags], { env });
      const ended = once(child, "exit");
      try {
        const url = await new Promise<string>((resolve) =>
          child.stdout.on("data", (chunk) => {
            const found = /http:\/\/[\d.:]+/.exec(String(chunk));
            if (found) resolve(found[0]);
          }),
        );
        child.stdout.destroy();
        child.stderr.destroy();
        for (let round = 0; round < 3; round += 1) expect((await fetch(`${url}/log`)).status).toBe(401);
        child.kill("SIGTERM");
        expect(await ended).toEqual([0, null]);
      } finally {
        child.kill("SIGKILL");
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
);
