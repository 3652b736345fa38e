import { Agent } from "undici";
import { isFileType } from "../answer/decode.js";
import { MOST_TEXT_BYTES } from "../answer/weight.js";
import type { KeyPlacement } from "../contract/catalogue.js";
import type { HttpRequest } from "../request/build.js";
import type { Bound } from "./body.js";
import type { Answer, HeaderValues } from "../contract/answer.js";
import { receive } from "./receive.js";

/** An account's key and its placement. */
interface Key {
  readonly placement: KeyPlacement;
  readonly value: string;
}

export interface ClientOptions {
  readonly key?: Key;
}

/** Time limits of a request, in milliseconds. */
export interface RequestLimits {
  /** For a connection with TLS; 5,000. */
  readonly connectMs?: number;
  /** From the request to the answer's head, and between two chunks of its body; 30,000. */
  readonly firstByteMs?: number;
}

/** Sends single requests. One client serves one account. */
export interface Client {
  /** @throws SendFailure if no usable answer came, and the signal's reason if it aborted */
  send(request: HttpRequest, signal: AbortSignal, limits?: RequestLimits): Promise<Answer>;
  close(): Promise<void>;
}

/** Maximum bytes of a file, which is never parsed. */
const MOST_FILE_BYTES = 10_000_000;
/** Only the beginning of an error's answer is needed. */
const MOST_ERROR_BYTES = 65_536;

/** A stream of events may never end. This much of it is used. */
const STREAM_BYTES = 1_000_000;
const STREAM_MS = 10_000;

function isEventStream(headers: HeaderValues): boolean {
  return /^\s*text\/event-stream\b/i.test(headers["content-type"] ?? "");
}

/**
 * A client with its own connections. A redirect is an answer like any other: neither request nor key is sent elsewhere.
 */
export function createClient(options: ClientOptions = {}): Client {
  const { key } = options;
  const boundOf =
    (mostMs: number) =>
    (status: number, headers: HeaderValues): Bound => {
      if (status < 200 || status >= 300) return { most: MOST_ERROR_BYTES, whole: false };
      return isEventStream(headers)
        ? { most: STREAM_BYTES, whole: false, withinMs: Math.min(STREAM_MS, mostMs) }
        : { most: isFileType(headers["content-type"]) ? MOST_FILE_BYTES : MOST_TEXT_BYTES, whole: true };
    };
  if (key && /[^\x21-\x7e]/.test(key.value))
    throw new TypeError("The API key contains a character that is not allowed.");
  const dispatched = dispatching(key);
  // The connect timeout belongs to an agent. Callers of one account seldom differ in it.
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
    const times = { headersTimeout: firstByteMs, bodyTimeout: firstByteMs };
    try {
      return await receive(
        agentFor(connectMs),
        { ...dispatched(request), ...times },
        signal,
        boundOf(firstByteMs),
      );
    } finally {
      signal.throwIfAborted();
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...agents.values()].map((agent) => agent.close()));
  }

  let closed: Promise<void> | undefined;
  return { send, close: () => (closed ??= close()) };
}

const OWN_HEADERS = {
  accept: "application/json, */*;q=0.1",
  "accept-encoding": "gzip",
  "user-agent": "standpipe",
};

/** Converts requests for undici, with the key in its place and the URL's bytes unchanged. */
function dispatching(key: Key | undefined) {
  const { headers: keyHeaders = {}, pair }: PlacedKey = key
    ? keyPlaces[key.placement.in](key.placement.name, key.placement.prefix + key.value)
    : {};
  const usual = { ...OWN_HEADERS, ...keyHeaders };

  return ({ url, method, headers: given, body }: HttpRequest) => {
    const [origin] = /^\w+:\/\/[^/?]+/.exec(url)!;
    const path = url.slice(origin.length) || "/";
    // Most requests have no own headers, so they share this object.
    const isUsual = Object.keys(given).length === 0;
    const headers = isUsual ? usual : { ...OWN_HEADERS, ...lowerCased(given), ...keyHeaders };
    if (pair === undefined) return { origin, path, method, headers, body };
    return { origin, path: path + (path.includes("?") ? "&" : "?") + pair, method, headers, body };
  };
}

/** A key in a request: headers, or a pair for the query. */
interface PlacedKey {
  readonly headers?: Readonly<Record<string, string>>;
  readonly pair?: string;
}

/** How a key is sent, by its placement. */
const keyPlaces: Readonly<Record<KeyPlacement["in"], (name: string, text: string) => PlacedKey>> = {
  header: (name, text) => ({ headers: { [name.toLowerCase()]: text } }),
  query: (name, text) => ({ pair: `${encodeURIComponent(name)}=${encodeURIComponent(text)}` }),
};

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
