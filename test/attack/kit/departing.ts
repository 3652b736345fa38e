import { connect, type Socket } from "node:net";
import fc from "fast-check";

/** A request, and what its client does instead of reading the answer to its end. */
export interface Departure {
  readonly request: RawRequest;
  /** The share of the request that is sent. */
  readonly sent: number;
  /** How many bytes of the answer are read. Then the client reads no more. */
  readonly read: number;
  /** How long it stays without reading, in milliseconds. */
  readonly staysMs: number;
  /** Whether it resets the connection, or closes it. */
  readonly resets: boolean;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Clients that leave before the answer, in the middle of it, or with a stream that is half read. */
export function departures(requests: readonly RawRequest[], count: number, seed: number): Departure[] {
  const one = fc.record({
    request: fc.constantFrom(...requests),
    sent: fc.constantFrom(0.5, 0.95, 1, 1, 1, 1),
    read: fc.constantFrom(0, 1, 200, 5_000, 200_000),
    staysMs: fc.integer({ min: 0, max: 60 }),
    resets: fc.boolean(),
  });
  return fc.sample(one, { numRuns: count, seed });
}

/** Ends once the client has left. */
export async function depart(
  url: string,
  { request, sent, read, staysMs, resets }: Departure,
): Promise<void> {
  const { hostname, port } = new URL(url);
  const text = textOf(request, hostname);
  const socket = connect(Number(port), hostname);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  socket.write(text.slice(0, Math.ceil(text.length * sent)));
  if (sent === 1 && read > 0) await readSome(socket, read);
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, staysMs));
  if (resets) socket.resetAndDestroy();
  else socket.destroy();
  await closed;
}

function textOf({ method, path, headers = {}, body = "" }: RawRequest, host: string): string {
  const all = {
    host,
    connection: "close",
    ...(body ? { "content-length": String(body.length) } : {}),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, "", body].join("\r\n");
}

/** Waits for some bytes, or for the end of the connection or a second: a stream may send less. */
function readSome(socket: Socket, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    let left = bytes;
    const timer = setTimeout(resolve, 1_000);
    const done = () => (clearTimeout(timer), resolve());
    socket.on("data", (part) => {
      left -= part.length;
      if (left <= 0) done();
    });
    socket.once("close", done);
  });
}
