import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Message } from "../../gateway/audit/streams/sink.js";
import { openSyslog } from "../../gateway/audit/streams/sinks/syslog.js";
import { makeCertificate } from "../runtime/outage/certificate.js";

const entry = {
  sequence: 7,
  id: "log_7",
  at: "2026-07-01T10:00:00.000Z",
  kind: "call",
  action: "call",
} as const;
const message: Message = { id: "audit_7", first: 7, last: 7, entries: [{ ...entry, outcome: "ok" }] };

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "standpipe-syslog-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("syslog over TLS", () => {
  /** What the receiver got from a sender that trusts these certificates, and what the sender says. */
  async function send(trusted?: string) {
    const { cert, key } = makeCertificate();
    let got = "";
    const server = createTlsServer({ cert, key }, (socket) =>
      socket.on("data", (chunk) => (got += String(chunk))),
    );
    server.on("tlsClientError", () => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const ca = join(folder, "ca.pem");
    await writeFile(ca, trusted ?? cert);
    const url = `tls://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = ["--import", "tsx", "test/gateway/kit/syslog-child.ts", url, JSON.stringify(message)];
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: ca };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
    const frame = () => /^(\d+) (<110>1 .*)$/s.exec(got);
    if (stdout.trim() === "delivered") await vi.waitFor(() => expect(frame()).not.toBeNull());
    await new Promise((resolve) => server.close(resolve));
    return { said: stdout.trim(), warned: stderr, frame: frame() };
  }

  it("reaches a receiver whose certificate the gateway trusts", async () => {
    const { said, warned, frame } = await send();
    expect({ said, warned }).toEqual({ said: "delivered", warned: "" });
    const [, length, line] = frame!;
    expect(Buffer.byteLength(line!)).toBe(Number(length));
    expect(line).toContain('sequenceId="7"');
  });

  it("sends nothing to a receiver with another certificate", async () => {
    const { said, frame } = await send(makeCertificate().cert);
    expect(said).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
    expect(frame).toBeNull();
  });
});

it("syslog takes an IPv6 address", async () => {
  let got = "";
  const server = createServer((socket) => socket.on("data", (chunk) => (got += String(chunk))));
  await new Promise<void>((resolve) => server.listen(0, "::1", resolve));
  const sink = openSyslog(`tcp://[::1]:${(server.address() as AddressInfo).port}`);
  await sink.deliver(message);
  await vi.waitFor(() => expect(got).toContain('sequenceId="7"'));
  await sink.close!();
  await new Promise((resolve) => server.close(resolve));
});
