import type { IncomingMessage, ServerResponse } from "node:http";
import type { McpService } from "../../runtime/index.js";
import { answerOf, replyIn } from "../../runtime/serving.js";
import { GatewayError } from "../error.js";
import { pathOf } from "../ops/public-path.js";
import { noRoom, type Rooms } from "../ops/rooms.js";
import type { RequestContext } from "../request-context.js";
import type { Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Consent } from "./consent.js";
import { asAnswer, nothingHere, ownerOf, type Doorkeeper, type Shown } from "./doorkeeper.js";
import { readPosted, revisionIn } from "./sse-message.js";
import { createStream, type Stream } from "./sse-stream.js";
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

export interface SseParts {
  readonly doorkeeper: Doorkeeper;
  readonly views: Views;
  readonly rooms: Rooms;
  readonly report: (error: Error) => void;
  readonly consent?: Consent;
}

/** How often the tokens of open streams are checked, in milliseconds. */
const CHECK_EVERY_MS = 500;

export function createSseStreams(parts: SseParts): SseStreams {
  const { doorkeeper, views, rooms, report, consent } = parts;
  const streams = new Map<string, Stream>();
  // All streams are checked in one round, with one question to the store.
  const checking = setInterval(() => streams.forEach((stream) => void endIfGone(stream)), CHECK_EVERY_MS);

  const open: SseStreams["open"] = async (shown, request, response, context) => {
    const { grant, scope } = await doorkeeper.admit(shown, request, context);
    const leave = rooms.streams.take(ownerOf(grant));
    if (!leave) throw noRoom("Too many streams are open on this server URL or its account. Close some.");
    response.once("close", leave);
    const { authorization } = request.headers;
    const stream: Stream = createStream(
      { authorization, grant, scope, service: await serviceOf(views, grant) },
      {
        views,
        shown,
        postPath: pathOf(context.publicUrl) + ssePostPath,
        response,
        closed: () => void streams.delete(stream.id),
        report,
      },
    );
    streams.set(stream.id, stream);
    await stream.open();
  };

  const post: SseStreams["post"] = async (request, response, context) => {
    const id = new URL(request.url ?? "", "http://localhost").searchParams.get("sessionId") ?? "";
    const stream = streams.get(id);
    if (!stream) throw noStream();
    const opened = stream.client();
    // A client may leave out what it showed when it opened the stream. Nothing else may replace it.
    const authorization = request.headers.authorization ?? opened.authorization;
    const asOpened = { headers: { ...request.headers, authorization } } as IncomingMessage;
    const { grant, scope } = await doorkeeper.admit(stream.shown, asOpened, context);
    if (grant.server.id !== opened.grant.server.id || !isSame(scope, opened.scope)) throw nothingHere();
    const visit = doorkeeper.enter(grant);
    response.once("close", visit.leave);
    const { messages, refusals } = await readPosted(request, opened.revision, visit.hold);
    const revision = opened.revision ?? revisionIn(messages);
    stream.update({ authorization, grant, scope, revision, service: await serviceOf(views, grant) });
    for (const refusal of refusals) await stream.send(refusal);
    for (const message of messages) {
      const reply = consent && replyIn(message);
      if (reply) await consent.answered(reply.id, answerOf(reply.result), scope);
      else await stream.take(message);
    }
    response.writeHead(202).end("Accepted");
  };

  return {
    count: () => streams.size,
    open,
    post,
    close() {
      clearInterval(checking);
      for (const stream of streams.values()) void stream.close();
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

/** Ends a stream whose token no longer holds. While the store does not answer, it stays open. */
async function endIfGone(stream: Stream): Promise<void> {
  const holds = await stream
    .client()
    .scope.stillHolds()
    .catch(() => true);
  if (!holds) await stream.close();
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
