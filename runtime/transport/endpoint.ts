import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import {
  createMcpHandler,
  isJsonContentType,
  ProtocolError,
  ProtocolErrorCode,
  SERVER_INFO_META_KEY,
} from "@modelcontextprotocol/server";
import type { CallOutcome } from "../contract/outcome.js";
import type { Asking, Reply } from "../contract/question.js";
import { answerOf, askingRequest, askingResult, replyIn } from "../mcp/asking.js";
import { createMcpServer, listTtlMs } from "../mcp/server.js";
import { parsedJson } from "../values/json.js";
import type { McpService } from "../mcp/service.js";
import { allowanceHeaders } from "./allowance.js";
import { readBody } from "./body.js";
import {
  createCancellable,
  isAskable,
  ownCancels,
  sessionFor,
  sessionHeader,
  type Cancels,
} from "./legacy-clients.js";
import { carrying, clientOf, requestOf, withRequest, type ServedRequest } from "./served-request.js";
import { openExchange, sendJson, type Exchange } from "./exchange.js";
import { plainRequest, type PlainRequest } from "./fast-path.js";

/** Stateless Streamable HTTP of one service, for every revision of the protocol that the SDK speaks. */
export interface McpEndpoint {
  /** @param scope goes into the context of each call that the request makes */
  handle(request: IncomingMessage, response: ServerResponse, scope?: unknown): Promise<void>;
  close(): Promise<void>;
}

/** Largest request body, in bytes. */
const bodyLimit = 1_048_576;
/** Calls of one batch run at the same time. */
const mostInBatch = 20;

/** Takes a person's reply to a question that was sent while a call waits. `state` names the question. */
export type ReplyListener = (state: string, reply: Reply, scope: unknown) => Promise<void>;

/**
 * @param report takes every error that is not the client's doing alone
 * @param answered takes replies of clients of revisions before 2026-07-28; without it they are not asked
 * @param cancels carries their cancellations; by default within this endpoint
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
  const sdkHandler = toNodeHandler(sdk, { onerror: report, maxRequestBodySize: bodyLimit });
  const lists = listBodies(service);
  const cancellable = createCancellable(cancels);

  const handle: McpEndpoint["handle"] = async (request, response, scope) => {
    if (request.method !== "POST" || !isJsonContentType(request.headers["content-type"] ?? null)) {
      return sdkHandler(request, response);
    }
    const body = await readBody(request, bodyLimit);
    if ("failed" in body) {
      if (body.failed === "too-large")
        sendError(response, 413, -32000, `A request is at most ${bodyLimit} bytes.`);
      return;
    }
    const message = parsedJson(body.text);
    if (message === undefined)
      return sendError(response, 400, ProtocolErrorCode.ParseError, "Parse error: Invalid JSON");
    if (Array.isArray(message) && message.length > mostInBatch)
      return sendError(
        response,
        400,
        ProtocolErrorCode.InvalidRequest,
        `A batch has at most ${mostInBatch} messages.`,
      );
    const reply = answered && replyIn(message);
    if (reply) await answered(reply.id, answerOf(reply.result), scope);
    if (reply || cancellable.cancel(request.headers, message)) return void response.writeHead(202).end();
    const session = sessionFor(message, answered !== undefined);
    if (session !== undefined) response.setHeader(sessionHeader, session);
    const plain = plainRequest(request.headers, message);
    const served: ServedRequest = { scope, client: clientOf(request), response };
    if (plain === undefined) return sdkHandler(carrying(request, served), response, message);
    if (plain.tool === undefined) return sendList(response, plain, lists[plain.era]);
    const canAsk = answered !== undefined && isAskable(request.headers);
    const exchange = openExchange(response);
    const settled = cancellable.add(request.headers, plain.id, exchange.cancel);
    return answerCall({ service, plain, tool: plain.tool, canAsk, exchange, served, report }).finally(
      settled,
    );
  };
  return { handle, close: () => sdk.close() };
}

interface PlainCall {
  readonly service: McpService;
  readonly plain: PlainRequest;
  readonly tool: string;
  readonly canAsk: boolean;
  readonly exchange: Exchange;
  readonly served: ServedRequest;
  readonly report: (error: Error) => void;
}

async function answerCall({
  service,
  plain,
  tool,
  canAsk,
  exchange,
  served,
  report,
}: PlainCall): Promise<void> {
  const { era, id, args, progressToken, showsForms } = plain;
  const { signal, notify, end } = exchange;
  const progress = (update: object) =>
    notify({ jsonrpc: "2.0", method: "notifications/progress", params: { progressToken, ...update } });
  const legacyAsking: Asking = { way: "message", send: (question) => notify(askingRequest(question)) };
  const asking: Asking | undefined = showsForms
    ? { way: "outcome" }
    : canAsk && era === "legacy"
      ? legacyAsking
      : undefined;
  try {
    const outcome = await service.callTool(tool, args, {
      signal,
      client: served.client,
      scope: served.scope,
      ...(progressToken === undefined ? {} : { progress }),
      ...(asking ? { asking } : {}),
    });
    const result = era === "modern" ? modernResult(outcome, service) : service.resultOf(outcome);
    end({ jsonrpc: "2.0", id, result }, allowanceHeaders(outcome));
  } catch (error) {
    if (!(error instanceof ProtocolError)) report(error as Error);
    end({ jsonrpc: "2.0", id, error: errorOf(error) });
  }
}

/** Revision 2026-07-28 has every result say that it is whole and who gives it. */
function modernResult(outcome: CallOutcome, { info, resultOf }: McpService): object {
  const own = { [SERVER_INFO_META_KEY]: info };
  if (outcome.fault && outcome.question) return { ...askingResult(outcome.question), _meta: own };
  const result = resultOf(outcome);
  return { ...result, resultType: "complete", _meta: { ...result._meta, ...own } };
}

function errorOf(error: unknown): object {
  if (!(error instanceof ProtocolError))
    return { code: ProtocolErrorCode.InternalError, message: "Internal error" };
  return { code: error.code, message: error.message };
}

interface ListBody {
  readonly legacy: Buffer;
  readonly modern: Buffer;
}

/** The result of tools/list as bytes: with all tools listed, writing it anew would be most of an answer's time. */
function listBodies(service: McpService): ListBody {
  const result = service.lists["tools/list"];
  const modern = {
    ...result,
    resultType: "complete",
    ttlMs: listTtlMs,
    cacheScope: "private",
    _meta: { [SERVER_INFO_META_KEY]: service.info },
  };
  return { legacy: Buffer.from(JSON.stringify(result)), modern: Buffer.from(JSON.stringify(modern)) };
}

function sendList(response: ServerResponse, { id }: PlainRequest, result: Buffer): void {
  const before = Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`);
  const length = before.length + result.length + 1;
  response.writeHead(200, { "content-type": "application/json", "content-length": length });
  response.write(before);
  response.write(result);
  response.end("}");
}

/** Answers with an error that belongs to no request. */
export function sendError(response: ServerResponse, status: number, code: number, message: string): void {
  // What is left of a body that is too large is not read.
  if (status === 413) response.setHeader("connection", "close");
  sendJson(response, status, JSON.stringify({ jsonrpc: "2.0", id: null, error: { code, message } }));
}
