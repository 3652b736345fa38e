import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import type { McpService } from "../../runtime/index.js";
import { answerOf, hasOpened, replyIn } from "../../runtime/serving.js";
import { GatewayError } from "../error.js";
import { noRoom, type Rooms } from "../ops/rooms.js";
import { pathOf } from "../ops/public-path.js";
import type { RequestContext } from "../request-context.js";
import type { Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Consent } from "./consent.js";
import { nothingHere } from "./admission.js";
import { asAnswer, ownerOf, type Doorkeeper } from "./doorkeeper.js";
import type { OpenRequests } from "./open-requests.js";
import type { Shown } from "./shown.js";
import { readPosted } from "./sse-message.js";
import { serveStream, type Stream } from "./sse-stream.js";
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
    const service = await serviceOf(views, grant);
    const stream: Stream = { transport, shown, authorization, grant, scope, service, pages: new Map() };
    streams.set(transport.sessionId, stream);
    response.once("close", () => streams.delete(transport.sessionId));
    response.once("close", openRequests.add(openFor(stream, report)));
    await serveStream(stream, response, views, report);
  }

  async function post(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
    const id = new URL(request.url ?? "", "http://localhost").searchParams.get("sessionId") ?? "";
    const stream = streams.get(id);
    if (!stream?.transport.isOpen) throw noStream();
    // A message may omit the stream's credentials, but may not have others.
    const authorization = request.headers.authorization ?? stream.authorization;
    const asOpened = { headers: { ...request.headers, authorization } } as IncomingMessage;
    const { grant, scope } = await doorkeeper.admit(stream.shown, asOpened, context);
    if (grant.server.id !== stream.grant.server.id || !isSame(scope, stream.scope)) throw nothingHere();
    const visit = doorkeeper.enter(grant);
    response.once("close", visit.leave);
    const { messages, refusals } = await readPosted(request, stream.revision, visit.hold);
    Object.assign(stream, { authorization, grant, scope, service: await serviceOf(views, grant) });
    for (const refusal of refusals) await stream.transport.send(refusal).catch(() => {});
    for (const message of messages) await take(stream, message);
    response.writeHead(202).end("Accepted");
  }

  async function take(stream: Stream, message: JSONRPCMessage): Promise<void> {
    const { scope, transport, pages } = stream;
    const reply = consent && replyIn(message);
    const refusePage = reply && pages.get(reply.id);
    if (refusePage) return hasOpened(reply.result) ? undefined : refusePage();
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

async function serviceOf(views: Views, grant: Grant): Promise<McpService> {
  try {
    return await views.use(grant, async ({ service }) => service);
  } catch (error) {
    throw asAnswer(error);
  }
}

/** When a stream must end. */
function openFor(stream: Stream, report: (error: Error) => void): Parameters<OpenRequests["add"]>[0] {
  return {
    isOver: async () => (await stream.scope.standing()).lapse !== undefined,
    end: () => void stream.transport.close().catch(report),
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
