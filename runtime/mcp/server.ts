import {
  MissingRequiredClientCapabilityError,
  Server,
  type ListToolsResult,
  type ServerContext,
  type Transport,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { CallContext } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import { askingResult } from "./asking.js";
import { errorCodes, metaKeys, ProtocolError } from "./protocol.js";
import { pageError, pageResult } from "./pages.js";
import { askingOf, openingOf } from "./sdk-asking.js";
import { traceHeadersIn } from "../telemetry/trace-headers.js";
import { withIcons } from "./introduction.js";
import { withPlainError } from "./plain-error.js";
import type { McpService } from "./service.js";
import { listTtlMs, tasksExtension, type Lists } from "./shown.js";
import { asksToWait, takesTasks } from "./tasks.js";
import type { CancelSignal } from "../contract/cancellation.js";

/** An SDK server for one connection or one request. The service has all answers ready. */
export function createMcpServer(service: McpService): Server {
  const server = new PlainServer(service.info, {
    capabilities: service.capabilities,
    instructions: service.instructions,
    jsonSchemaValidator: noValidator,
    cacheHints: {
      "tools/list": kept,
      "prompts/list": kept,
      "resources/list": kept,
      "resources/templates/list": kept,
      "server/discover": kept,
    },
  });
  serveLists(server, service);
  serveCalls(server, service);
  serveTasks(server, service);
  serveReading(server, service);
  return server;
}

/** Sends each error as one line, where the SDK would send a list of zod's issues, and icons with its introduction. */
class PlainServer extends Server {
  override connect(transport: Transport): Promise<void> {
    const send = transport.send.bind(transport);
    transport.send = (message, options) => send(withIcons(withPlainError(message)), options);
    return super.connect(transport);
  }
}

const kept = { ttlMs: listTtlMs, cacheScope: "private" as const };

// `asking.ts` checks a person's answers. The SDK's own validator would be created for each request and take half of its
// time.
const noValidator = {
  getValidator(): never {
    throw new Error("Nothing is checked against a schema here.");
  },
};

/**
 * Lists have one page, so no cursor can come from here. Each is read on request, because a service's content may change
 * during a connection.
 */
function serveLists(server: Server, service: McpService): void {
  for (const method of Object.keys(service.lists) as (keyof Lists)[]) {
    server.setRequestHandler(method, ({ params }) => {
      if (params?.cursor !== undefined) throw new ProtocolError(errorCodes.invalidParams, "Invalid cursor");
      const result = service.lists[method];
      if (!result) throw new ProtocolError(errorCodes.methodNotFound, "Method not found");
      return { ...(result as ListToolsResult) };
    });
  }
}

function serveCalls(server: Server, service: McpService): void {
  server.setRequestHandler("tools/call", async ({ params }, context) => {
    const args = params.arguments ?? {};
    const asTask = isTaskTaker(context) && asksToWait(args);
    // A task's answer is not awaited by a person, so it cannot ask one.
    const capabilities = server.getClientCapabilities();
    const asking = asTask ? undefined : askingOf(capabilities, context);
    const opening = openingOf(capabilities, context);
    const call = (signal: CancelSignal) =>
      service.callTool(params.name, args, { ...callContext(context), signal, asking, opening });
    const { signal } = context.mcpReq;
    const outcome = await (asTask ? service.tasks.run(call, signal) : call(signal));
    // The SDK also checks this result against the format of a finished call's.
    if ("taskId" in outcome) return { ...outcome, resultType: "task", content: [] };
    if (asking?.way === "outcome" && asking.answered) refuseUnknownAnswer(outcome);
    if (outcome.fault && outcome.question) return askingResult(outcome.question);
    if (outcome.fault && outcome.page) {
      if (!context.mcpReq.envelope) throw pageError(outcome.page);
      return pageResult(outcome.page);
    }
    const result = service.resultOf(outcome);
    return { ...result, content: [...result.content], _meta: result._meta && { ...result._meta } };
  });
}

/** For the protocol, a state that does not belong to this call is a wrong request, not a failed call. */
function refuseUnknownAnswer({ fault }: CallOutcome): void {
  if (fault?.kind === "unknown_answer")
    throw new ProtocolError(errorCodes.invalidParams, `${fault.message} ${fault.next ?? ""}`.trim());
}

/** The methods of the extension. There are no updates, because a client never has to answer for a task. */
function serveTasks(server: Server, { tasks }: McpService): void {
  const params = z.object({ taskId: z.string() });
  const serve = (method: string, answer: (taskId: string) => Promise<object>) =>
    server.setRequestHandler(method, { params }, async ({ taskId }, context) => {
      if (!isTaskTaker(context)) throw new MissingRequiredClientCapabilityError({ requiredCapabilities });
      return (await answer(taskId)) as Record<string, unknown>;
    });
  serve("tasks/get", (taskId) => tasks.get(taskId));
  serve("tasks/update", (taskId) => tasks.get(taskId).then(() => ({})));
  serve("tasks/cancel", (taskId) => tasks.cancel(taskId).then(() => ({})));
}

const requiredCapabilities = { extensions: { [tasksExtension]: {} } };

/** Only requests that declare the capability use tasks. */
function isTaskTaker({ mcpReq }: ServerContext): boolean {
  const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
  return takesTasks(envelope[metaKeys.clientCapabilities]);
}

function serveReading(server: Server, service: McpService): void {
  server.setRequestHandler("resources/read", ({ params }, context) =>
    service.readResource(params.uri, callContext(context)),
  );
  if (!service.lists["prompts/list"]) return;
  server.setRequestHandler("prompts/get", ({ params }) =>
    service.getPrompt(params.name, params.arguments ?? {}),
  );
}

function callContext({ mcpReq }: ServerContext): CallContext {
  const progressToken = mcpReq._meta?.progressToken;
  const traceHeaders = traceHeadersIn(mcpReq._meta ?? {});
  if (progressToken === undefined) return { signal: mcpReq.signal, traceHeaders };
  return {
    signal: mcpReq.signal,
    traceHeaders,
    // Progress is sent as far as possible. A disconnected client aborts the signal.
    progress: (update) =>
      void mcpReq
        .notify({ method: "notifications/progress", params: { progressToken, ...update } })
        .catch(() => {}),
  };
}
