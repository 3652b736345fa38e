import type { ServerResponse } from "node:http";
import { SSEServerTransport } from "@modelcontextprotocol/server-legacy/sse";
import { eventHeaders, type McpService, type Question } from "../../runtime/index.js";
import { askingRequest, createMcpServer } from "../../runtime/serving.js";
import { badRequest } from "../error.js";
import type { Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Shown } from "./doorkeeper.js";
import type { Views } from "./views.js";

/** What a stream knows of its client. Each message brings it up to date. */
export interface StreamClient {
  readonly authorization: string | undefined;
  readonly grant: Grant;
  readonly scope: CallScope;
  /** The server URL's as it stood at the last message. */
  readonly service: McpService;
  /** The protocol's revision, as the client asked for it first. */
  readonly revision?: unknown;
}

/** One client of HTTP+SSE. */
export interface Stream {
  readonly id: string;
  /** How it was opened. Each message is checked against it. */
  readonly shown: Shown;
  readonly client: () => StreamClient;
  update(client: StreamClient): void;
  /** Connects the server, which begins the response. */
  open(): Promise<void>;
  /** Sends a message that no call makes. */
  send(message: object): Promise<void>;
  /** Takes a message of the client. @throws GatewayError 400 for one that is not JSON-RPC */
  take(message: unknown): Promise<void>;
  close(): Promise<void>;
}

/** Some proxies end a connection on which nothing is sent for a minute or less. */
const KEEPALIVE_MS = 15_000;

export interface StreamParts {
  readonly views: Views;
  readonly shown: Shown;
  /** Where the client posts its messages. */
  readonly postPath: string;
  readonly response: ServerResponse;
  /** Called when the connection is closed. */
  readonly closed: () => void;
  readonly report: (error: Error) => void;
}

export function createStream(first: StreamClient, parts: StreamParts): Stream {
  const { views, shown, response, closed, report } = parts;
  let client = first;
  const transport = new SSEServerTransport(parts.postPath, withOwnHeaders(response));
  const send = (question: Question) =>
    void transport.send(askingRequest(question) as Parameters<typeof transport.send>[0]);
  const server = createMcpServer(liveService(() => client, views, send));
  return {
    id: transport.sessionId,
    shown,
    client: () => client,
    update: (latest) => void (client = latest),
    async open() {
      const heartbeat = setInterval(() => response.write(": keepalive\n\n"), KEEPALIVE_MS);
      response.once("close", () => {
        clearInterval(heartbeat);
        closed();
        void server.close().catch(report);
      });
      await server.connect(transport);
    },
    send: (message) => transport.send(message as Parameters<typeof transport.send>[0]),
    async take(message) {
      await transport.handleMessage(message).catch(() => {
        throw badRequest("body: is not a JSON-RPC message");
      });
    },
    close: () => transport.close(),
  };
}

/**
 * The parts of a response that the transport uses. The transport would set `cache-control` to `no-cache`, but the URL of
 * a stream may hold a token, so no cache may store it.
 */
function withOwnHeaders(response: ServerResponse): ServerResponse {
  const used: Pick<ServerResponse, "on" | "end" | "write" | "writeHead"> = {
    on: response.on.bind(response),
    end: response.end.bind(response),
    write: response.write.bind(response),
    writeHead: (status: number) => response.writeHead(status, eventHeaders),
  };
  return used as ServerResponse;
}

/** A service that answers as the server URL stands at each message, although the stream was opened earlier. */
function liveService(
  client: () => StreamClient,
  views: Views,
  send: (question: Question) => void,
): McpService {
  // These clients get a question as a message while the call waits.
  const callTool: McpService["callTool"] = (name, args, context) => {
    const { grant, scope } = client();
    const asking = context.asking && ({ way: "message", send } as const);
    return views.use(grant, ({ service }) => service.callTool(name, args, { ...context, asking, scope }));
  };
  const readResource: McpService["readResource"] = (uri, context) => {
    const { service, scope } = client();
    return service.readResource(uri, { ...context, scope });
  };
  const calling: Partial<McpService> = { callTool, readResource };
  return new Proxy(client().service, {
    get: (_opened, part: keyof McpService) => calling[part] ?? client().service[part],
  });
}
