import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import type { McpService, Question } from "../../runtime/index.js";
import { answerOf, askingRequest, createMcpServer, replyIn } from "../../runtime/serving.js";
import { GatewayError } from "../error.js";
import { noRoom, type Rooms } from "../ops/rooms.js";
import { pathOf } from "../ops/public-path.js";
import type { RequestContext } from "../request-context.js";
import type { Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Consent } from "./consent.js";
import { asAnswer, nothingHere, ownerOf, type Doorkeeper } from "./doorkeeper.js";
import type { OpenRequests } from "./open-requests.js";
import type { Shown } from "./shown.js";
import { readPosted } from "./sse-message.js";
import { SseTransport } from "./sse-transport.js";
import type { Views } from "./views.js";

/** HTTP+SSE, the transport of protocol revision 2024-11-05, for old clients. */
export interface SseStreams {
  readonly count: () => number;
  /** Opens a stream for all answers. */
  open(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  /** Receives a message for the stream in the query. */
  post(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void>;
  close(): void;
}

/** The URL for a stream's messages. The query has the session's id, which only the client knows. */
export const ssePostPath = "/sse/messages";

interface Stream {
  readonly transport: SseTransport;
  /** The credentials of the stream. Each message must match them. */
  readonly shown: Shown;
  authorization: string | undefined;
  grant: Grant;
  scope: CallScope;
  /** The protocol revision that the client first requested. */
  revision?: unknown;
  /** The server URL's state at the last message. */
  service: McpService;
}

/** How often a comment is sent, so that no proxy closes an open stream, in milliseconds. */
const silenceMs = 15_000;

export interface SseParts {
  readonly doorkeeper: Doorkeeper;
  readonly views: Views;
  readonly rooms: Rooms;
  readonly openRequests: OpenRequests;
  readonly report: (error: Error) => void;
  readonly consent?: Consent;
}

export function createSseStreams(parts: SseParts): SseStreams {
  const { doorkeeper, views, rooms, openRequests, report, consent } = parts;
  const streams = new Map<string, Stream>();

  async function open(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ) {
    const { grant, scope } = await doorkeeper.admit(shown, request, context);
    const leave = rooms.streams.take(ownerOf(grant));
    if (!leave) throw noRoom("Too many streams are open on this server URL or its account. Close some.");
    response.once("close", leave);
    const transport = new SseTransport(response, pathOf(context.publicUrl) + ssePostPath);
    const { authorization } = request.headers;
    const stream: Stream = { transport, shown, authorization, grant, scope, service: await serviceOf(grant) };
    const server = createMcpServer(liveService(views, stream));
    streams.set(transport.sessionId, stream);
    const closed = openRequests.add({
      isOver: async () => (await stream.scope.standing()).lapse !== undefined,
      end: () => void transport.close().catch(report),
    });
    const heartbeat = setInterval(() => transport.beat(), silenceMs);
    response.once("close", () => {
      clearInterval(heartbeat);
      closed();
      streams.delete(transport.sessionId);
      void server.close().catch(report);
    });
    await server.connect(transport);
  }

  async function serviceOf(grant: Grant): Promise<McpService> {
    try {
      return await views.use(grant, async ({ service }) => service);
    } catch (error) {
      throw asAnswer(error);
    }
  }

  async function post(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
    const id = new URL(request.url ?? "", "http://localhost").searchParams.get("sessionId") ?? "";
    const stream = streams.get(id);
    if (!stream) throw noStream();
    // A message may omit the stream's credentials, but may not have others.
    const authorization = request.headers.authorization ?? stream.authorization;
    const asOpened = { headers: { ...request.headers, authorization } } as IncomingMessage;
    const { grant, scope } = await doorkeeper.admit(stream.shown, asOpened, context);
    if (grant.server.id !== stream.grant.server.id || !isSame(scope, stream.scope)) throw nothingHere();
    const visit = doorkeeper.enter(grant);
    response.once("close", visit.leave);
    const { messages, refusals } = await readPosted(request, stream.revision, visit.hold);
    Object.assign(stream, { authorization, grant, scope, service: await serviceOf(grant) });
    for (const refusal of refusals) await stream.transport.send(refusal);
    for (const message of messages) await take(stream, message);
    response.writeHead(202).end("Accepted");
  }

  async function take(stream: Stream, message: JSONRPCMessage): Promise<void> {
    const { scope, transport } = stream;
    const reply = consent && replyIn(message);
    if (reply) return consent.answered(reply.id, answerOf(reply.result), scope);
    if ("method" in message && message.method === "initialize")
      stream.revision ??= message.params?.["protocolVersion"];
    transport.take(message);
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

/** An access token may be renewed while a stream is open, but only for the same user. */
function isSame({ subject: one }: CallScope, { subject: other }: CallScope): boolean {
  return one?.issuer === other?.issuer && one?.id === other?.id && one?.clientId === other?.clientId;
}

/** A service that uses the server URL's state at each message, although the stream was opened earlier. */
function liveService(views: Views, stream: Stream): McpService {
  const send = (question: Question) => void stream.transport.send(askingRequest(question)).catch(() => {});
  // These clients get a question as a message while the call waits.
  const callTool: McpService["callTool"] = (name, args, context) => {
    const asking = context.asking && ({ way: "message", send } as const);
    const { grant, scope } = stream;
    return views.use(grant, ({ service }) => service.callTool(name, args, { ...context, asking, scope }));
  };
  const readResource: McpService["readResource"] = (uri, context) =>
    stream.service.readResource(uri, { ...context, scope: stream.scope });
  const calling: Partial<McpService> = { callTool, readResource };
  return new Proxy(stream.service, {
    get: (_opened, part: keyof McpService) => calling[part] ?? stream.service[part],
  });
}
