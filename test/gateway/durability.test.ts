import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rpc, startTestGateway } from "./kit/gateway.js";

interface Told {
  readonly account?: string;
  readonly id?: string;
  readonly token?: string;
  readonly revoked?: string;
}

/** Runs the child until it has reported this much, kills it with SIGKILL, and returns its reports. */
async function killedWhileWriting(folder: string, lines: number): Promise<Told[]> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/gateway/kit/child.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += String(chunk);
    if (text.split("\n").length > lines) child.kill("SIGKILL");
  });
  await new Promise((resolve) => child.on("close", resolve));
  // The last line may be incomplete. All lines before it were acknowledged.
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

it("a killed process loses nothing that it acknowledged", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-killed-"));
  for (const lines of [5, 17, 40]) {
    const told = await killedWhileWriting(folder, lines);
    expect(told.length).toBeGreaterThanOrEqual(lines);
    const account = told[0]!.account!;
    const revoked = new Set(told.flatMap(({ revoked }) => revoked ?? []));
    const on = await startTestGateway({ folder, settings: { baseUrls: ["http://127.0.0.1:9"] } });
    for (const { id, token } of told.filter(({ token }) => token !== undefined)) {
      const { status, body } = await on.ask<{ state: string }>(
        "GET",
        `/integrated-account/${account}/mcp/${id}`,
      );
      expect(status).toBe(200);
      if (revoked.has(id!)) expect(body.state).toBe("revoked");
      // A revocation without an acknowledgement may still have been stored.
      if (body.state === "active")
        expect((await rpc(`${on.url}/mcp/${token}`, "tools/list")).status).toBe(200);
      const { body: log } = await on.ask<{ result: { action: string }[] }>(
        "GET",
        `/log?server_id=${id}&kind=manage`,
      );
      expect(log.result.map(({ action }) => action)).toContain("server.create");
    }
    await on.stop();
  }
  await rm(folder, { recursive: true, force: true });
});
