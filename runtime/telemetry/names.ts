/*
 * The names of spans and attributes, by OpenTelemetry's semantic conventions: those for MCP and generative AI of
 * November 2026, which are still in development, and the stable ones for HTTP. Only this file knows them.
 */

/** Names of spans. */
export const spans = {
  /** With the name of the tool behind it, if the tool exists. */
  callTool: "tools/call",
  admit: "admit",
  resolve: "resolve",
  consent: "consent",
  pace: "pace",
  store: "store",
} as const;

export const attributes = {
  mcpMethod: "mcp.method.name",
  operation: "gen_ai.operation.name",
  tool: "gen_ai.tool.name",
  transport: "network.transport",
  httpMethod: "http.request.method",
  httpRoute: "http.route",
  httpStatus: "http.response.status_code",
  resends: "http.request.resend_count",
  urlTemplate: "url.template",
  serverAddress: "server.address",
  serverPort: "server.port",
  errorType: "error.type",
  /** Standpipe's own. */
  faultKind: "standpipe.fault.kind",
  requestId: "standpipe.request.id",
  storeWork: "standpipe.store.work",
} as const;

/** The value of `gen_ai.operation.name` for a call of a tool. */
export const EXECUTE_TOOL = "execute_tool";

/** A result with `isError`, in `error.type`. */
export const TOOL_ERROR = "tool_error";
