import type { Readable } from "node:stream";
import { Agent } from "undici";
import type { KeyPlacement } from "../catalogue.js";
import type { HttpRequest } from "../request/build.js";
import { readBody, type Bound } from "./body.js";
import type { HeaderValues } from "./ratelimit.js";
import { sendFailureOf } from "./send-failure.js";

/** An upstream answer, its body read to the end. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body: Uint8Array;
}

/** An account's key and where the API wants it. */
export interface Key {
  readonly placement: KeyPlacement;
  readonly value: string;
}

export interface ClientOptions {
  readonly key?: Key;
  /** Bytes of an answer's body, decoded; reading stops there. 10 MB. */
  readonly mostBytes?: number;
}

/** How long a request may take, in milliseconds. */
export interface RequestLimits {
  /** For a connection with TLS; 5,000. */
  readonly connectMs?: number;
  /** From the request to the answer's head, and between two parts of its body; 30,000. */
  readonly firstByteMs?: number;
}

/** Sends single requests. One client serves one account. */
export interface Client {
  /**
   * @throws SendFailure when no usable answer came, and the signal's reason when it aborted
   */
  send(request: HttpRequest, signal: AbortSignal, limits?: RequestLimits): Promise<Answer>;
  close(): Promise<void>;
}

const MEGABYTE = 1_000_000;
/** Nothing of an error's answer is needed beyond its first words. */
const MOST_ERROR_BYTES = 65_536;

/** A client with its own connections. Redirects are answers like any other: neither request nor key goes elsewhere. */
export function createClient(options: ClientOptions = {}): Client {
  const { key, mostBytes = 10 * MEGABYTE } = options;
  if (key && /[^\x21-\x7e]/.test(key.value))
    throw new TypeError("The API key holds a character that no key has.");
  // The time for a connection belongs to an agent; callers of one account seldom differ in it.
  const agents = new Map<number, Agent>();

  function agentFor(connectMs: number): Agent {
    const agent = agents.get(connectMs) ?? new Agent({ connect: { timeout: connectMs }, connections: 64 });
    agents.set(connectMs, agent);
    return agent;
  }

  async function send(
    request: HttpRequest,
    signal: AbortSignal,
    limits: RequestLimits = {},
  ): Promise<Answer> {
    const { connectMs = 5_000, firstByteMs = 30_000 } = limits;
    signal.throwIfAborted();
    let status: number | undefined;
    try {
      const times = { headersTimeout: firstByteMs, bodyTimeout: firstByteMs };
      const response = await agentFor(connectMs).request({ ...dispatched(request, key), ...times, signal });
      status = response.statusCode;
      const headers = headerValues(response.headers);
      const bound: Bound = isSuccess(status)
        ? { most: mostBytes, whole: true }
        : { most: MOST_ERROR_BYTES, whole: false };
      const body = await readBody(response.body as Readable, headers, bound);
      signal.throwIfAborted();
      return { status, headers, body };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw sendFailureOf(error, status);
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...agents.values()].map((agent) => agent.close()));
  }

  let closed: Promise<void> | undefined;
  return { send, close: () => (closed ??= close()) };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The request as undici takes it, with the key in its place and the URL's bytes as they were built. */
function dispatched(request: HttpRequest, key: Key | undefined) {
  const [origin] = /^\w+:\/\/[^/?]+/.exec(request.url)!;
  const path = request.url.slice(origin.length) || "/";
  const headers: Record<string, string> = {
    accept: "application/json, */*;q=0.1",
    "accept-encoding": "gzip",
    "user-agent": "standpipe",
    ...lowerCased(request.headers),
  };
  const sent = { origin, path, method: request.method, headers, body: request.body };
  if (!key) return sent;
  const { placement } = key;
  const value = placement.prefix + key.value;
  if (placement.in === "header")
    return { ...sent, headers: { ...headers, [placement.name.toLowerCase()]: value } };
  const pair = `${encodeURIComponent(placement.name)}=${encodeURIComponent(value)}`;
  return { ...sent, path: path + (path.includes("?") ? "&" : "?") + pair };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function headerValues(headers: Record<string, string | string[] | undefined>): HeaderValues {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
