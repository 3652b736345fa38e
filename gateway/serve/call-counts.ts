import type { ToolModule } from "../../runtime/index.js";
import type { Metrics } from "../ops/metrics.js";
import { tokensOfBytes } from "../ops/tokens.js";

interface EndedCall {
  readonly tool: ToolModule;
  readonly outcome: string;
  readonly durationMs: number;
  readonly resultBytes: number;
  /** Of all answers of the API. */
  readonly answerBytes: number;
}

/** Counts the calls of an account in metrics. */
export function createCallCounts(metrics: Metrics, account: string): (call: EndedCall) => void {
  return ({ tool: { name, access }, outcome, durationMs, resultBytes, answerBytes }) => {
    const labels = metrics.callLabels({ tool: name, access, outcome, account });
    metrics.calls.inc(labels);
    metrics.toolSeconds.inc(labels, durationMs / 1000);
    metrics.callSeconds.observe({ access, outcome }, durationMs / 1000);
    metrics.resultTokens.inc({ stage: "answer" }, tokensOfBytes(answerBytes));
    metrics.resultTokens.inc({ stage: "result" }, tokensOfBytes(resultBytes));
  };
}
