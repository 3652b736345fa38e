import type { Span, Tracing } from "../contract/trace.js";
import { attributes, spans } from "../telemetry/names.js";
import { traceHeadersIn } from "../telemetry/trace-headers.js";
import { isRecord, type Fields } from "../values/record.js";
import { isId, type Id } from "./id-scan.js";

/** Records a span for each request of a stream of messages. A call of a tool has its own, with more in it. */
export interface MessageSpans {
  began(message: Fields): void;
  /** @param code of JSON-RPC's error; undefined for a result */
  answered(id: unknown, code?: number): void;
}

/** A client may send any method, so only those of the protocol become names. */
const METHODS: ReadonlySet<unknown> = new Set([
  ...["initialize", "ping", "server/discover", "tools/list", "prompts/list", "prompts/get"],
  ...["resources/list", "resources/templates/list", "resources/read", "subscriptions/listen"],
  ...["tasks/get", "tasks/update", "tasks/cancel"],
]);

/** Requests without an answer yet. A client that never reads answers must not fill the memory. */
const MOST_OPEN = 1_000;

export function createMessageSpans(tracing: Tracing | undefined): MessageSpans {
  const open = new Map<Id, Span>();
  if (!tracing) return { began: () => {}, answered: () => {} };
  return {
    began({ id, method, params }) {
      if (!isId(id) || method === spans.callTool || open.size >= MOST_OPEN) return;
      const name = METHODS.has(method) ? String(method) : "other";
      const meta = isRecord(params) && isRecord(params["_meta"]) ? params["_meta"] : {};
      const about = { [attributes.mcpMethod]: name, [attributes.transport]: "pipe" };
      open.set(id, tracing.begin(name, "server", { headers: traceHeadersIn(meta) }, about));
    },
    answered(id, code) {
      open.get(id as Id)?.end(code === undefined ? undefined : String(code));
      open.delete(id as Id);
    },
  };
}
