import { textOf } from "../answer/outcome-text.js";
import type { CallOutcome, ResultMeta } from "../contract/outcome.js";

/** The result of tools/call: one text block of compact JSON. */
export interface ToolResult {
  readonly content: readonly [{ readonly type: "text"; readonly text: string }];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
  readonly _meta?: ResultMeta;
}

/** Makes the text of an outcome that leaves this server. */
export function resultOf(outcome: CallOutcome): ToolResult {
  const content = [{ type: "text", text: textOf(outcome) }] as const;
  const meta = outcome.meta && { _meta: outcome.meta };
  if (outcome.fault) return { content, ...meta, isError: true };
  const structuredContent = outcome.structured && (outcome.value as Readonly<Record<string, unknown>>);
  return { content, ...(structuredContent ? { structuredContent } : {}), ...meta };
}
