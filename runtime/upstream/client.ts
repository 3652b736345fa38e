import { Pool } from "undici";
import { isFileType } from "../answer/decode.js";
import { MOST_TEXT_BYTES } from "../answer/weight.js";
import type { HttpRequest } from "../request/build.js";
import type { Bound } from "./body.js";
import type { Answer, HeaderValues } from "../contract/answer.js";
import { createAuthoriser, secretsOfAll, type OriginCredentials } from "./auth/authoriser.js";
import type { PlacedCredentials } from "./auth/placed.js";
import { receive } from "./receive.js";
import type { CancelSignal } from "../contract/cancellation.js";
import { put } from "../values/record.js";

export interface ClientOptions {
  /** The API's name, for messages. */
  readonly title?: string;
  /** Credentials by origin. A request to any other origin carries none. */
  readonly credentials?: readonly OriginCredentials[];
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
  /**
   * @throws SendFailure when no usable answer came, Fault where credentials are missing or no token can be fetched, and
   * the signal's reason when it aborted
   */
  send(request: HttpRequest, signal: CancelSignal, limits?: RequestLimits): Promise<Answer>;
  /** Texts that no answer, log or error may show. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

/** Maximum bytes of a file, which is never parsed. */
const MOST_FILE_BYTES = 10_000_000;
/** Node's own limit. undici would load Node's HTTP server to ask for it. */
const MOST_HEADER_BYTES = 16_384;
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
export function createClient({ title = "The API", credentials = [] }: ClientOptions = {}): Client {
  const authorisers = new Map(
    credentials.map((one) => [new URL(one.url).origin, createAuthoriser(one, title)] as const),
  );
  const holders = [...authorisers.values()];
  const boundOf =
    (mostMs: number) =>
    (status: number, headers: HeaderValues): Bound => {
      if (status < 200 || status >= 300) return { most: MOST_ERROR_BYTES, whole: false };
      return isEventStream(headers)
        ? { most: STREAM_BYTES, whole: false, withinMs: Math.min(STREAM_MS, mostMs) }
        : { most: isFileType(headers["content-type"]) ? MOST_FILE_BYTES : MOST_TEXT_BYTES, whole: true };
    };
  // The time for a connection belongs to a pool, and so does a certificate.
  const pools = new Map<string, Pool>();

  function poolFor(origin: string, connectMs: number): Pool {
    const name = `${connectMs} ${origin}`;
    const known = pools.get(name);
    if (known) return known;
    const certificate = authorisers.get(origin)?.certificate;
    const connect = { timeout: connectMs, ...certificate };
    const pool = new Pool(origin, { connect, connections: 64, maxHeaderSize: MOST_HEADER_BYTES });
    pools.set(name, pool);
    return pool;
  }

  async function send(
    request: HttpRequest,
    signal: CancelSignal,
    limits: RequestLimits = {},
  ): Promise<Answer> {
    const { connectMs = 5_000, firstByteMs = 30_000 } = limits;
    signal.throwIfAborted();
    const times = { headersTimeout: firstByteMs, bodyTimeout: firstByteMs };
    const origin = originOf(request.url);
    const authoriser = authorisers.get(origin) ?? authorisers.get(new URL(request.url).origin);
    const signed = { method: request.method, uri: request.url.slice(origin.length) || "/" };
    const placed = () => authoriser?.place(request.ways, signal, signed);
    const sent = (credentials: PlacedCredentials | undefined) => {
      const dispatched = { ...dispatching(request, origin, credentials), ...times };
      return receive(poolFor(origin, connectMs), dispatched, signal, boundOf(firstByteMs));
    };
    try {
      const first = await placed();
      const answer = await sent(first);
      if (answer.status !== 401 || !first || !authoriser?.renew(request.ways, first, answer.headers))
        return answer;
      // A 401 did nothing, so even a write may be sent again with what the API takes now.
      return await sent(await placed());
    } finally {
      signal.throwIfAborted();
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...pools.values()].map((pool) => pool.close()));
  }

  let closed: Promise<void> | undefined;
  return { send, secrets: () => secretsOfAll(holders), close: () => (closed ??= close()) };
}

const OWN_HEADERS = {
  accept: "application/json, */*;q=0.1",
  "accept-encoding": "gzip",
  "user-agent": "standpipe",
};

function originOf(url: string): string {
  return /^\w+:\/\/[^/?]+/.exec(url)![0];
}

/** Makes a request into what undici takes, with the credentials in their places and the URL's bytes as they were built. */
function dispatching(
  { url, method, headers: given, body }: HttpRequest,
  origin: string,
  placed: PlacedCredentials | undefined,
) {
  const own: Record<string, string> = { ...OWN_HEADERS };
  for (const [name, value] of Object.entries(given)) put(own, name.toLowerCase(), value);
  Object.assign(own, placed?.headers);
  const pairs = placed?.pairs ?? [];
  const path = url.slice(origin.length) || "/";
  const query = pairs.length === 0 ? "" : (path.includes("?") ? "&" : "?") + pairs.join("&");
  return { origin, path: path + query, method, headers: withCookies(own, placed?.cookies ?? []), body };
}

function withCookies(headers: Record<string, string>, cookies: readonly string[]): Record<string, string> {
  if (cookies.length === 0) return headers;
  return { ...headers, cookie: [headers["cookie"], ...cookies].filter(Boolean).join("; ") };
}
