import type { IncomingMessage, ServerResponse } from "node:http";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { pagePrefix } from "../contract/page-to-open.js";
import type { Reply } from "../contract/question.js";
import type { Span } from "../contract/trace.js";
import { answerOf, replyIn } from "../mcp/asking.js";
import { hasOpened } from "../mcp/pages.js";
import { createMcpServer } from "../mcp/server.js";
import type { McpService } from "../mcp/service.js";
import type { Fields } from "../values/record.js";
import type { Accepted } from "./accept.js";
import { admitBatch, invalidParams, invalidRequest } from "./admission.js";
import { batchRefusals } from "./batches.js";
import { answerCall } from "./call-answer.js";
import { openExchange, sendError, sendJson } from "./exchange.js";
import { plainRequest } from "./fast-path.js";
import { admitRequest, bodyLimit, hasBatches } from "./http-admission.js";
import {
  createCancellable,
  isAskable,
  ownCancels,
  sessionFor,
  sessionHeader,
  type Cancels,
} from "./legacy-clients.js";
import { openingFor } from "./page-openings.js";
import { listBodies, sendList } from "./list-answer.js";
import { answerBySdk, type ForSdk } from "./sdk-answer.js";
import { carrying, clientOf, requestOf, withRequest } from "./served-request.js";

/** Stateless Streamable HTTP of one service, for every revision of the protocol that the SDK speaks. */
export interface McpEndpoint {
  handle(request: IncomingMessage, response: ServerResponse, about?: AboutRequest): Promise<void>;
  close(): Promise<void>;
}

interface AboutRequest {
  /** Added to the context of each call of the request. */
  readonly scope?: unknown;
  /** The span of the request, if it is traced. */
  readonly trace?: Span;
  /** Reserves memory for bytes of the body. Returns false when there is none. */
  readonly hold?: (bytes: number) => boolean;
}

/** Calls of one batch run in parallel. */
const mostInBatch = 20;

/** Receives a person's reply to a question during a call. `state` identifies the question. */
export type ReplyListener = (state: string, reply: Reply, scope: unknown) => Promise<void>;

/**
 * @param report receives every error that is not only the client's fault
 * @param answered receives replies of clients of revisions before 2026-07-28; without it they are not asked
 * @param cancels sends their cancellations; by default within this endpoint
 */
export function createMcpEndpoint(
  service: McpService,
  report: (error: Error) => void,
  answered?: ReplyListener,
  cancels: Cancels = ownCancels(),
): McpEndpoint {
  const sdk = createMcpHandler(({ authInfo }) => createMcpServer(withRequest(service, requestOf(authInfo))), {
    onerror: report,
    maxRequestBodySize: bodyLimit,
  });
  const lists = listBodies(service);
  const cancellable = createCancellable(cancels);

  async function answerMessage(message: Fields, accepted: Accepted, asked: Asked): Promise<void> {
    const { request, response, scope, trace } = asked;
    const { headers } = request;
    const reply = answered && replyIn(message);
    if (reply?.id.startsWith(pagePrefix)) {
      if (!hasOpened(reply.result)) cancellable.end(headers, reply.id);
    } else if (reply) await answered(reply.id, answerOf(reply.result), scope);
    if (reply || cancellable.cancel(headers, message)) return void response.writeHead(202).end();
    const session = sessionFor(message, answered !== undefined);
    if (session !== undefined) response.setHeader(sessionHeader, session);
    const plain = plainRequest(headers, message);
    if (plain === undefined) return passOn({ message, refusals: [], accepted }, asked);
    if (plain.tool === undefined) return sendList(response, plain, lists(plain.era));
    const canStream = accepted === "stream";
    const canAsk = answered !== undefined && canStream && isAskable(headers);
    const exchange = openExchange(response, canStream);
    const settled = cancellable.add(headers, plain.id, exchange.cancel);
    const served = { scope, trace, client: clientOf(request), response, transport: "tcp" } as const;
    const opening = openingFor(plain, headers, canStream ? exchange : undefined, cancellable);
    const call = { service, plain, tool: plain.tool, canAsk, opening, exchange, served, report };
    return answerCall(call).finally(settled);
  }

  async function answerBatch(batch: readonly unknown[], accepted: Accepted, asked: Asked): Promise<void> {
    const { request, response } = asked;
    if (!hasBatches(request.headers)) return sendJson(response, 400, JSON.stringify(batchRefusals(batch)));
    if (batch.length > mostInBatch) {
      const message = `A batch has at most ${mostInBatch} messages. Send several batches.`;
      return sendError(response, { status: 400, code: invalidRequest, message });
    }
    const { messages, refusals } = admitBatch(batch);
    if (messages.length === 0) return sendJson(response, 400, JSON.stringify(refusals));
    return passOn({ message: messages, refusals, accepted }, asked);
  }

  function passOn(given: ForSdk, { request, response, scope, trace }: Asked): Promise<void> {
    const served = { scope, trace, client: clientOf(request), response };
    return answerBySdk(sdk, report, [carrying(request, served), response], given);
  }

  const handle: McpEndpoint["handle"] = async (request, response, { scope, trace, hold } = {}) => {
    const given = await admitRequest(request, hold);
    if ("refusal" in given) return sendError(response, given.refusal);
    const { admitted, accepted } = given;
    const asked = { request, response, scope, trace };
    if ("refusals" in admitted) return refuse(response, admitted.refusals);
    if ("batch" in admitted) return answerBatch(admitted.batch, accepted, asked);
    return answerMessage(admitted.message, accepted, asked);
  };
  return { handle, close: () => sdk.close() };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly scope: unknown;
  readonly trace: Span | undefined;
}

/** Faulty parameters are answered with an error for that request. Other faults make the whole HTTP request wrong. */
function refuse(response: ServerResponse, [refusal]: readonly object[]): void {
  const { error } = refusal as { readonly error: { readonly code: number } };
  sendJson(response, error.code === invalidParams ? 200 : 400, JSON.stringify(refusal));
}
