import type { IncomingMessage, ServerResponse } from "node:http";
import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";
import { type McpService, type Question, readBody } from "../../runtime/index.js";
import { answerOf, askingRequest, createMcpServer, replyIn } from "../../runtime/serving.js";
import { largestBody } from "../app.js";
import { badRequest, GatewayError } from "../error.js";
import type { RequestContext } from "../request-context.js";
import type { Grant } from "../tokens/grants.js";
import { withinCallScope, type CallScope } from "./call-scope.js";
import type { Consent } from "./consent.js";
import { asAnswer, nothingHere, type Doorkeeper } from "./doorkeeper.js";
import type { OpenRequests } from "./open-requests.js";
import type { Shown } from "./shown.js";
import type { Views } from "./views.js";

/** HTTP+SSE, the transport of protocol revision 2024-11-05, for clients that still speak it. */
export interface SseStreams {
  readonly count: () => number;
  /** Opens a stream, on which all answers come. */
  open(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  /** Takes a message of the stream that the query names. */
  post(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void>;
  close(): void;
}

/** Where a stream has its client post. The session's id, which only the client knows, stands in the query. */
export const ssePostPath = "/sse/messages";

interface Stream {
  readonly transport: SSEServerTransport;
  /** How it was opened; each message is held to it anew. */
  readonly shown: Shown;
  authorization: string | undefined;
  grant: Grant;
  scope: CallScope;
  /** The server URL's as it stood at the last message. */
  service: McpService;
}

/** How often something is sent, so that no proxy cuts an open stream off, in milliseconds. */
const silenceMs = 15_000;

export interface SseParts {
  readonly doorkeeper: Doorkeeper;
  readonly views: Views;
  readonly openRequests: OpenRequests;
  readonly mostStreams: number;
  readonly report: (error: Error) => void;
  readonly consent?: Consent;
}

export function createSseStreams(parts: SseParts): SseStreams {
  const { doorkeeper, views, openRequests, mostStreams, report, consent } = parts;
  const streams = new Map<string, Stream>();
  async function open(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ) {
    const { grant, scope } = await doorkeeper.admit(shown, request, context);
    if (streams.size >= mostStreams)
      throw new GatewayError(503, "Too many streams are open.", { "retry-after": "5" });
    const prefix = new URL(context.publicUrl).pathname.replace(/\/$/, "");
    const transport = new SSEServerTransport(prefix + ssePostPath, response);
    const { authorization } = request.headers;
    const stream: Stream = { transport, shown, authorization, grant, scope, service: await serviceOf(grant) };
    const server = createMcpServer(liveService(views, stream));
    streams.set(transport.sessionId, stream);
    const closed = openRequests.add({
      isOver: async () => (await stream.scope.standing()).lapse !== undefined,
      end: () => void transport.close().catch(report),
    });
    const heartbeat = setInterval(() => response.write(": keepalive\n\n"), silenceMs);
    response.once("close", () => {
      clearInterval(heartbeat);
      closed();
      streams.delete(transport.sessionId);
      void server.close().catch(report);
    });
    // The two generations of the SDK have the same transports, in types of their own.
    await server.connect(transport);
  }

  async function serviceOf(grant: Grant): Promise<McpService> {
    try {
      return await views.use(grant, async ({ service }) => service);
    } catch (error) {
      throw asAnswer(error);
    }
  }

  async function handled({ scope, transport }: Stream, message: unknown): Promise<void> {
    await withinCallScope(scope, () => transport.handleMessage(message)).catch(() => {
      throw badRequest("body: is not a JSON-RPC message");
    });
  }

  async function post(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
    const id = new URL(request.url ?? "", "http://localhost").searchParams.get("sessionId") ?? "";
    const stream = streams.get(id);
    if (!stream) throw noStream();
    // Clients may leave out of a message what they showed when they opened the stream; nothing else may take its place.
    const authorization = request.headers.authorization ?? stream.authorization;
    const asOpened = { headers: { ...request.headers, authorization } } as IncomingMessage;
    const { grant, scope } = await doorkeeper.admit(stream.shown, asOpened, context);
    if (grant.server.id !== stream.grant.server.id || !isSame(scope, stream.scope)) throw nothingHere();
    const message = await readMessage(request);
    Object.assign(stream, { authorization, grant, scope, service: await serviceOf(grant) });
    const reply = consent && replyIn(message);
    if (reply) await consent.answered(reply.id, answerOf(reply.result), scope);
    else await handled(stream, message);
    response.writeHead(202).end("Accepted");
  }

  return {
    count: () => streams.size,
    open,
    post,
    close() {
      for (const { transport } of streams.values()) void transport.close();
    },
  };
}

function noStream(): GatewayError {
  return new GatewayError(
    404,
    "This process has no such stream: it has ended, or another replica has it. A proxy must keep each client of HTTP+SSE at one replica.",
  );
}

/** An access token may be renewed while a stream is open, but not for somebody else. */
function isSame({ subject: one }: CallScope, { subject: other }: CallScope): boolean {
  return one?.issuer === other?.issuer && one?.id === other?.id && one?.clientId === other?.clientId;
}

/** A service that answers as the server URL stands at each message, although the stream was opened earlier. */
function liveService(views: Views, stream: Stream): McpService {
  const send = (question: Question) =>
    void stream.transport.send(askingRequest(question) as Parameters<typeof stream.transport.send>[0]);
  // These clients get a question as a message while the call waits.
  const callTool: McpService["callTool"] = (name, args, context) => {
    const asking = context.asking && ({ way: "message", send } as const);
    return views.use(stream.grant, ({ service }) => service.callTool(name, args, { ...context, asking }));
  };
  return new Proxy(stream.service, {
    get: (_opened, part: keyof McpService) => (part === "callTool" ? callTool : stream.service[part]),
  });
}

async function readMessage(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, largestBody);
  if ("failed" in body) {
    if (body.failed === "aborted")
      throw badRequest("body: the connection closed before the body was complete");
    throw new GatewayError(413, `A message is at most ${largestBody} bytes.`, { connection: "close" });
  }
  try {
    return JSON.parse(body.text);
  } catch {
    throw badRequest("body: is not valid JSON");
  }
}
