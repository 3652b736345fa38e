import { structureOf, textOf } from "../answer/outcome-text.js";
import type { CallOutcome, Media, ResultMeta } from "../contract/outcome.js";

/** A block of a result's content. */
type ContentBlock =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image" | "audio"; readonly data: string; readonly mimeType: string }
  | {
      readonly type: "resource";
      readonly resource: { readonly uri: string; readonly mimeType: string; readonly blob: string };
    };

/** The result of tools/call: a text block of compact JSON, and the answer's file if it has one. */
export interface ToolResult {
  readonly content: readonly [{ readonly type: "text"; readonly text: string }, ...ContentBlock[]];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
  readonly _meta?: ResultMeta;
}

/** Makes the text of an outcome before it leaves the server. */
export function resultOf(outcome: CallOutcome): ToolResult {
  const text = { type: "text", text: textOf(outcome) } as const;
  const meta = outcome.meta && { _meta: outcome.meta };
  if (outcome.fault) return { content: [text], ...meta, isError: true };
  const structuredContent = outcome.structured && structureOf(outcome);
  const media = outcome.media ? [blockOf(outcome.media)] : [];
  return { content: [text, ...media], ...(structuredContent ? { structuredContent } : {}), ...meta };
}

function blockOf({ type, base64 }: Media): ContentBlock {
  if (/^image\/(png|jpeg|gif|webp)$/.test(type)) return { type: "image", data: base64, mimeType: type };
  if (/^audio\//.test(type)) return { type: "audio", data: base64, mimeType: type };
  return { type: "resource", resource: { uri: "standpipe://answer", mimeType: type, blob: base64 } };
}
