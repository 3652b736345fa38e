import type { ToolModule } from "../../runtime/index.js";
import type { Core } from "../core.js";
import type { Metrics } from "../ops/metrics.js";
import type { ServerRow } from "../store/schema.js";
import { tokensOfBytes } from "../ops/tokens.js";

interface Counters {
  readonly core: Core;
  readonly metrics: Metrics;
}

interface EndedCall {
  readonly actor: string;
  readonly tool: ToolModule;
  readonly outcome: string;
  readonly durationMs: number;
  readonly resultBytes: number;
  /** Of all answers of the API. */
  readonly answerBytes: number;
}

/** Counts the calls of a server URL, in metrics and in the numbers of the hour. */
export function createCallCounts({ core, metrics }: Counters, server: ServerRow): (call: EndedCall) => void {
  const { id: serverId, account_id: account } = server;
  return ({ tool: { name, access }, actor, outcome, durationMs, resultBytes, answerBytes }) => {
    const labels = metrics.callLabels({ tool: name, access, outcome, account });
    const tokens = tokensOfBytes(resultBytes);
    metrics.calls.inc(labels);
    metrics.toolSeconds.inc(labels, durationMs / 1000);
    metrics.callSeconds.observe({ access, outcome }, durationMs / 1000);
    metrics.resultTokens.inc({ stage: "answer" }, tokensOfBytes(answerBytes));
    metrics.resultTokens.inc({ stage: "result" }, tokens);
    // A call that waits for a person did not fail.
    const isError = outcome !== "ok" && outcome !== "approval_needed";
    core.usage.add({ accountId: account, serverId, actor, tool: name, isError, tokens, ms: durationMs });
  };
}
