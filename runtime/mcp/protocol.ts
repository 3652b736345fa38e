/*
 * What a plain call needs of MCP's SDK. Loading the SDK takes as long as a hundred calls, and most clients only call.
 * `test/runtime/protocol.test.ts` compares this with the SDK.
 */

/** Revisions of MCP in which a client begins with `initialize`. */
export const legacyRevisions: readonly string[] = [
  "2025-11-25",
  "2025-06-18",
  "2025-03-26",
  "2024-11-05",
  "2024-10-07",
];

/** Names in `_meta` of a request or a result. */
export const metaKeys = {
  clientCapabilities: "io.modelcontextprotocol/clientCapabilities",
  clientInfo: "io.modelcontextprotocol/clientInfo",
  protocolVersion: "io.modelcontextprotocol/protocolVersion",
  serverInfo: "io.modelcontextprotocol/serverInfo",
} as const;

export const errorCodes = {
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  pageRequired: -32042,
} as const;

/** A request that MCP answers with an error, not with a result. The SDK sends its code, message and data. */
export class ProtocolError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** @param uri a resource's URI that names nothing here */
export function resourceNotFound(uri: string): ProtocolError {
  return new ProtocolError(errorCodes.invalidParams, `Resource not found: ${uri}`, { uri });
}
