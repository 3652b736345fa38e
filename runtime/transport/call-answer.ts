import type { CallContext } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { Opening } from "../contract/page-to-open.js";
import type { Asking } from "../contract/question.js";
import { askingRequest, askingResult } from "../mcp/asking.js";
import { pageError, pageResult } from "../mcp/pages.js";
import { errorCodes, metaKeys, ProtocolError } from "../mcp/protocol.js";
import type { McpService } from "../mcp/service.js";
import { allowanceHeaders } from "./allowance.js";
import type { Exchange } from "./exchange.js";
import type { PlainRequest } from "./fast-path.js";
import type { ServedRequest } from "./served-request.js";

export interface PlainCall {
  readonly service: McpService;
  readonly plain: PlainRequest;
  readonly tool: string;
  /** Whether a client of a revision before 2026-07-28 can be asked. */
  readonly canAsk: boolean;
  /** How the client's person can be asked to open a page. */
  readonly opening?: Opening;
  readonly exchange: Exchange;
  readonly served: Pick<ServedRequest, "client" | "scope" | "trace"> & Pick<CallContext, "transport">;
  /** Asks the person at a client that can show forms. Without it only clients of revision 2026-07-28 are asked. */
  readonly ask?: () => void;
  readonly report: (error: Error) => void;
}

/** Answers a tools/call without the SDK. */
export async function answerCall(call: PlainCall): Promise<void> {
  const { service, plain, tool, canAsk, opening, exchange, served, ask, report } = call;
  const { era, id, args, progressToken, traceHeaders, showsForms } = plain;
  const { signal, notify, end } = exchange;
  const progress = (update: object) =>
    notify({ jsonrpc: "2.0", method: "notifications/progress", params: { progressToken, ...update } });
  const legacyAsking: Asking = { way: "message", send: (question) => notify(askingRequest(question)) };
  const asking: Asking | undefined =
    showsForms || ask ? { way: "outcome" } : canAsk && era === "legacy" ? legacyAsking : undefined;
  try {
    const outcome = await service.callTool(tool, args, {
      signal,
      client: served.client,
      scope: served.scope,
      trace: served.trace,
      traceHeaders,
      transport: served.transport,
      ...(progressToken === undefined ? {} : { progress }),
      ...(asking ? { asking } : {}),
      ...(opening ? { opening } : {}),
    });
    if (ask && outcome.fault && outcome.question) return ask();
    if (era === "legacy" && outcome.fault && outcome.page) throw pageError(outcome.page);
    const result = era === "modern" ? modernResult(outcome, service) : service.resultOf(outcome);
    end({ jsonrpc: "2.0", id, result }, allowanceHeaders(outcome));
  } catch (error) {
    if (!(error instanceof ProtocolError)) report(error as Error);
    end({ jsonrpc: "2.0", id, error: errorOf(error) });
  }
}

/** In revision 2026-07-28 every result says that it is complete and which server sent it. */
function modernResult(outcome: CallOutcome, { info, resultOf }: McpService): object {
  const own = { [metaKeys.serverInfo]: info };
  if (outcome.fault && outcome.question) return { ...askingResult(outcome.question), _meta: own };
  if (outcome.fault && outcome.page) return { ...pageResult(outcome.page), _meta: own };
  const result = resultOf(outcome);
  return { ...result, resultType: "complete", _meta: { ...result._meta, ...own } };
}

function errorOf(error: unknown): object {
  if (!(error instanceof ProtocolError)) return { code: errorCodes.internal, message: "Internal error" };
  const { code, message, data } = error;
  return { code, message, ...(data === undefined ? {} : { data }) };
}
