import { createSocket } from "node:dgram";
import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refusal, type Message } from "../../gateway/audit/streams/sink.js";
import { openCommand } from "../../gateway/audit/streams/sinks/command.js";
import { openFile } from "../../gateway/audit/streams/sinks/file.js";
import { openOtlp } from "../../gateway/audit/streams/sinks/otlp.js";
import { openSyslog } from "../../gateway/audit/streams/sinks/syslog.js";
import { startReceiver } from "./kit/receiver.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "standpipe-sinks-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = "2026-07-01T10:00:00.000Z";
const message = (first: number, count = 2): Message => {
  const entries = Array.from({ length: count }, (_, index) => {
    const outcome = index === 0 ? "ok" : "ünrate_limited";
    return {
      sequence: first + index,
      id: `log_${first + index}`,
      at,
      kind: "call" as const,
      action: "call",
      outcome,
    };
  });
  return { id: `audit_${first}`, first, last: first + count - 1, entries };
};
const linesIn = async (path: string) =>
  (await readFile(path, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { sequence: number }).sequence);

it("a file gets whole lines, also after a process was killed in the middle of one", async () => {
  const path = join(folder, "audit.jsonl");
  const one = openFile(path);
  await one.deliver(message(1));
  await one.close!();
  await appendFile(path, `{"sequence":3,"id":"${"x".repeat(70_000)}`);
  const two = openFile(path);
  await two.deliver(message(3));
  expect(await linesIn(path)).toEqual([1, 2, 3, 4]);
  await two.close!();
});

it("a large file is renamed, and ten are kept", async () => {
  const path = join(folder, "rotated.jsonl");
  const sink = openFile(path, 300);
  for (let first = 1; first <= 40; first += 2) await sink.deliver(message(first));
  await sink.close!();
  const names = (await readdir(folder)).filter((name) => name.startsWith("rotated"));
  expect(names).toHaveLength(10);
  expect(await linesIn(path)).toContain(40);
  expect(Math.max(...(await linesIn(`${path}.1`)))).toBeLessThan(Math.min(...(await linesIn(path))));
});

it("a command gets the lines and the numbers, and its exit code decides", async () => {
  const path = join(folder, "command");
  const sink = openCommand(`cat > ${path}-$STANDPIPE_AUDIT_ID-$STANDPIPE_AUDIT_FIRST-$STANDPIPE_AUDIT_LAST`);
  await sink.deliver(message(7));
  expect(await linesIn(`${path}-audit_7-7-8`)).toEqual([7, 8]);
  const failing = openCommand("echo no bucket >&2; exit 3").deliver(message(1));
  await expect(failing).rejects.toThrow("The command ended with 3. no bucket");
  await expect(failing).rejects.not.toBeInstanceOf(Refusal);
  await expect(openCommand("exit 65").deliver(message(1))).rejects.toBeInstanceOf(Refusal);
});

const syslog =
  /^<(\d+)>1 2026-07-01T10:00:00\.000Z \S+ standpipe \d+ call \[meta sequenceId="(\d+)"\] (\{.*\})$/;

it("syslog over UDP gets a datagram for each entry", async () => {
  const server = createSocket("udp4");
  const lines: string[] = [];
  server.on("message", (line) => lines.push(line.toString()));
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
  await openSyslog(`udp://127.0.0.1:${server.address().port}`).deliver(message(5));
  await expect.poll(() => lines).toHaveLength(2);
  const [one, two] = lines.map((line) => syslog.exec(line)!);
  expect([one![1], one![2], two![1], two![2]]).toEqual(["110", "5", "108", "6"]);
  expect(JSON.parse(two![3]!)).toEqual(message(5).entries[1]);
  server.close();
});

it("syslog over TCP counts bytes, connects again, and reports a dead receiver", async () => {
  let text = Buffer.alloc(0);
  let connection: Socket | undefined;
  const server = createServer((socket) => {
    connection = socket;
    socket.on("data", (chunk) => (text = Buffer.concat([text, chunk])));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const sink = openSyslog(`tcp://127.0.0.1:${port}`);
  const frames = () => {
    const found: string[] = [];
    for (let rest = text; rest.length > 0;) {
      const [, count] = /^(\d+) /.exec(rest.toString("latin1"))!;
      const start = count!.length + 1;
      found.push(rest.subarray(start, start + Number(count)).toString());
      rest = rest.subarray(start + Number(count));
    }
    return found;
  };
  await sink.deliver(message(1));
  await expect.poll(frames).toHaveLength(2);
  connection!.destroy();
  const framesAfterOneMore = async () => {
    await sink.deliver(message(3)).catch(() => {});
    return frames().length;
  };
  await expect.poll(framesAfterOneMore).toBeGreaterThanOrEqual(4);
  for (const frame of frames()) expect(frame).toMatch(syslog);
  connection!.destroy();
  await new Promise((resolve) => server.close(resolve));
  await sink.close!();
  await expect(sink.deliver(message(5))).rejects.toThrow(/ECONNREFUSED|closed/);
});

it("a collector gets log records, and 400 refuses them", async () => {
  const receiver = await startReceiver();
  receiver.status = 200;
  const sink = openOtlp(`${receiver.url}/v1/logs`);
  await sink.deliver(message(1));
  const [{ path, headers, body }] = receiver.requests as [(typeof receiver.requests)[0]];
  expect([path, headers["content-type"]]).toEqual(["/v1/logs", "application/x-protobuf"]);
  for (const text of ["standpipe.audit.sequence", "call ünrate_limited", "WARN", "log_2"])
    expect(body.includes(text), text).toBe(true);
  receiver.status = 400;
  await expect(sink.deliver(message(3))).rejects.toBeInstanceOf(Refusal);
  receiver.status = 404;
  await expect(sink.deliver(message(3))).rejects.not.toBeInstanceOf(Refusal);
  await sink.close!();
  await receiver.close();
});
