import type { IncomingHttpHeaders } from "node:http";
import { canShowForms } from "../mcp/asking.js";
import { canOpenPages } from "../mcp/pages.js";
import { legacyRevisions, metaKeys } from "../mcp/protocol.js";
import { asksToWait, takesTasks } from "../mcp/tasks.js";
import type { TraceHeaders } from "../contract/trace.js";
import { traceHeadersIn } from "../telemetry/trace-headers.js";
import { isRecord, type Fields } from "../values/record.js";

/** A valid tools/list or tools/call in its revision of the protocol. */
export interface PlainRequest {
  /** `modern` from revision 2026-07-28 on. */
  readonly era: "legacy" | "modern";
  readonly id: string | number;
  /** The tool to call; absent for a list. */
  readonly tool?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly progressToken?: string | number;
  /** The client's trace in `_meta`. */
  readonly traceHeaders?: TraceHeaders;
  /** Whether the client can show a form, according to the request; only modern requests say so. */
  readonly showsForms: boolean;
  /** Whether the client can open a page for its person; only modern requests say so. */
  readonly opensPages: boolean;
}

/**
 * Recognises a request that can be answered here, in a third of the time that the SDK needs. Anything unusual, wrong or
 * new is undefined and left to the SDK.
 */
export function plainRequest(headers: IncomingHttpHeaders, message: unknown): PlainRequest | undefined {
  if (!isRecord(message) || !isId(message["id"]) || message["jsonrpc"] !== "2.0") return undefined;
  const { id, method, params = {} } = message;
  if (method !== "tools/list" && method !== "tools/call") return undefined;
  if (!isRecord(params)) return undefined;
  const { _meta: meta = {}, name, arguments: args = {}, ...others } = params;
  if (!isRecord(meta) || !isRecord(args) || Object.keys(others).length > 0) return undefined;
  const isCall = method === "tools/call";
  if (isCall ? typeof name !== "string" : "name" in params || "arguments" in params) return undefined;
  const era = eraOf(headers, meta, method, name as string | undefined);
  if (asksToWait(args) && takesTasks(meta[metaKeys.clientCapabilities])) return undefined;
  const { progressToken } = meta;
  if (era === undefined || (progressToken !== undefined && !isId(progressToken))) return undefined;
  const capabilities = era === "modern" ? meta[metaKeys.clientCapabilities] : undefined;
  const [showsForms, opensPages] = [canShowForms(capabilities), canOpenPages(capabilities)];
  const traceHeaders = traceHeadersIn(meta);
  const tool = name as string | undefined;
  return { era, id, tool, args, progressToken, traceHeaders, showsForms, opensPages };
}

function eraOf(headers: IncomingHttpHeaders, meta: Fields, method: string, name: string | undefined) {
  const version = headers["mcp-protocol-version"];
  const reserved = Object.keys(meta).filter((key) => key.startsWith("io.modelcontextprotocol/"));
  if (reserved.length === 0) {
    const isKnown = version === undefined || legacyRevisions.includes(version as string);
    return isKnown ? "legacy" : undefined;
  }
  const isWhole =
    version === modernRevision &&
    meta[metaKeys.protocolVersion] === modernRevision &&
    headers["mcp-method"] === method &&
    headers["mcp-name"] === name &&
    isRecord(meta[metaKeys.clientCapabilities]) &&
    isClientInfo(meta[metaKeys.clientInfo]) &&
    reserved.every((key) => modernKeys.has(key));
  return isWhole ? "modern" : undefined;
}

const modernRevision = "2026-07-28";
const modernKeys = new Set<string>([
  metaKeys.protocolVersion,
  metaKeys.clientCapabilities,
  metaKeys.clientInfo,
]);

function isClientInfo(value: unknown): boolean {
  return (
    value === undefined ||
    (isRecord(value) && typeof value["name"] === "string" && typeof value["version"] === "string")
  );
}

function isId(value: unknown): value is string | number {
  return typeof value === "string" || Number.isSafeInteger(value);
}
