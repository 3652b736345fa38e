/** Carries JSON-RPC messages between a line-wise client and a server that speaks stateless Streamable HTTP. */
export interface Bridge {
  /** Takes one message of the client's; answers come by `write`, in whatever order they are ready. */
  take(line: string): void;
  /** Fulfils when everything taken so far is answered. */
  settled(): Promise<void>;
}

export interface BridgeOptions {
  readonly url: string;
  readonly apiToken?: string;
  readonly write: (message: object) => void;
}

interface Message {
  readonly id?: string | number;
  readonly method?: string;
  readonly params?: {
    readonly name?: unknown;
    readonly uri?: unknown;
    readonly requestId?: unknown;
    readonly _meta?: object;
  };
  readonly result?: { readonly protocolVersion?: unknown };
}

export function createBridge({ url, apiToken, write }: BridgeOptions): Bridge {
  const underWay = new Set<Promise<void>>();
  const cancels = new Map<string | number, AbortController>();
  /** What initialize agreed on; later revisions say it in each message. */
  let agreed: string | undefined;
  let initialising: Promise<void> | undefined;

  async function post(message: Message): Promise<void> {
    // Clients may not wait for the answer to initialize; what it agrees on counts for all that follows.
    if (message.method !== "initialize") await initialising;
    const cancel = new AbortController();
    if (message.id !== undefined && message.method !== undefined) cancels.set(message.id, cancel);
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: headersOf(message, agreed, apiToken),
        body: JSON.stringify(message),
        redirect: "error",
        signal: cancel.signal,
      });
      await forward(response, message);
    } catch (error) {
      // A call that the client cancelled wants no answer.
      if (!cancel.signal.aborted) fail(message, `The server can't be reached: ${reasonOf(error)}.`);
    } finally {
      if (message.id !== undefined) cancels.delete(message.id);
    }
  }

  async function forward(response: Response, message: Message): Promise<void> {
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/event-stream")) return forwardEvents(response);
    const text = await response.text();
    if (text === "" && response.ok) return;
    const answer = parsed(text);
    if (answer && "jsonrpc" in answer) return pass(answer);
    const said =
      answer && "message" in answer ? String(answer.message) : `The server answered ${response.status}.`;
    fail(message, said);
  }

  async function forwardEvents(response: Response): Promise<void> {
    for await (const data of eventsOf(response.body!)) {
      const answer = parsed(data);
      if (answer) pass(answer);
    }
  }

  function pass(answer: object): void {
    const { protocolVersion } = (answer as Message).result ?? {};
    if (typeof protocolVersion === "string") agreed = protocolVersion;
    write(answer);
  }

  function fail({ id, method }: Message, message: string): void {
    if (id === undefined || method === undefined) return void console.error(`standpipe: ${message}`);
    write({ jsonrpc: "2.0", id, error: { code: -32000, message } });
  }

  function cancel({ params }: Message): void {
    const { requestId } = params ?? {};
    if (typeof requestId === "string" || typeof requestId === "number") cancels.get(requestId)?.abort();
  }

  return {
    take(line) {
      const message = parsed(line) as Message | undefined;
      if (!message)
        return write({
          jsonrpc: "2.0",
          id: null,
          error: { code: -32700, message: "Parse error: Invalid JSON" },
        });
      // The server keeps nothing between requests: a call is cancelled by ending its own.
      if (message.method === "notifications/cancelled") return cancel(message);
      const posted = post(message);
      if (message.method === "initialize") initialising = posted;
      underWay.add(posted);
      void posted.finally(() => underWay.delete(posted));
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

const versionKey = "io.modelcontextprotocol/protocolVersion";

function headersOf({ method, params }: Message, agreed: string | undefined, apiToken: string | undefined) {
  const meta = (params?._meta ?? {}) as Readonly<Record<string, unknown>>;
  const modern = typeof meta[versionKey] === "string" ? meta[versionKey] : undefined;
  const name = params?.name ?? params?.uri;
  return {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    ...(apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` }),
    ...((modern ?? agreed) ? { "mcp-protocol-version": (modern ?? agreed)! } : {}),
    ...(modern && method ? { "mcp-method": method } : {}),
    ...(modern && typeof name === "string" ? { "mcp-name": headerText(name) } : {}),
  };
}

/** A header holds visible ASCII alone; the protocol wraps all else. */
function headerText(text: string): string {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)
    ? text
    : `=?base64?${Buffer.from(text).toString("base64")}?=`;
}

/** The data of each event of a stream. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let text = "";
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop()!;
    for (const event of events) {
      const lines = event.split(/\r?\n/).filter((line) => line.startsWith("data:"));
      if (lines.length > 0) yield lines.map((line) => line.slice(5).trimStart()).join("\n");
    }
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Node's own words for it, which don't hold the URL. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "the request failed";
}
