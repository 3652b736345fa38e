/*
 * The runtime's main entry: the gateway, the command line, the benchmarks and the tests outside test/runtime import the
 * runtime from here. It does not load the MCP SDK, zod or undici; serving.ts does.
 */

// contract
export type { Answers } from "./contract/answers.js";
export { authLines } from "./contract/auth-words.js";
export {
  type Auth,
  type Credentials,
  isSet,
  type KeyScheme,
  keyStartsIn,
  sufficientFor,
  variablePrefix,
  wayFor,
} from "./contract/auth.js";
export { Cancellation, type CancelSignal, firstOf } from "./contract/cancellation.js";
export type { Arguments, CallContext, Caller, CallWatch, ProgramCall } from "./contract/caller.js";
export type {
  Catalogue,
  GeneratedApi,
  IndexEntry,
  JsonObjectSchema,
  ListedTool,
  Preset,
} from "./contract/catalogue.js";
export { Fault, faultFrom, type FaultKind } from "./contract/fault.js";
export { type CallOutcome, failed, type Failed } from "./contract/outcome.js";
export type { Opening, PageToOpen } from "./contract/page-to-open.js";
export { pagePrefix } from "./contract/page-to-open.js";
export type { Asking, Question, Reply } from "./contract/question.js";
export type { SignedManifest, Statement } from "./contract/signed-manifest.js";
export { listedOn, type Surface, surfaces } from "./contract/surfaces.js";
export { tokenCost } from "./contract/token-cost.js";
export type { Access, Hints, Method, ToolModule } from "./contract/tool.js";
export type { Span, Tracing } from "./contract/trace.js";

// answers
export { createOutputs, type Outputs } from "./answers/outputs.js";

// registry
export { discoverTools } from "./registry/discover-tools.js";
export { ownTools, ownToolsByName } from "./registry/own-tools.js";
export { programTitle } from "./registry/program-tools.js";
export { compileGlob } from "./registry/glob.js";
export { isInLevel, levelOf, levels, type Level, OTHER_GROUPS } from "./registry/levels.js";
export { accesses, methodGroups } from "./registry/methods.js";
export {
  createRegistry,
  type NameStyle,
  nameStyles,
  type Registry,
  usualSurface,
  type View,
} from "./registry/registry.js";
export { groupsOf, select, type Selection, SelectionError, tagsOf } from "./registry/selection.js";

// arguments
export { checkArguments, holdTooMany } from "./arguments/check.js";

// programs
export { MOST_PROGRAMS, MOST_RECORDED, type ProgramLimits, usualLimits } from "./programs/limits.js";
export { type ProgramRecord, type ProgramRecords, type Settled, writesIn } from "./programs/record.js";

// request
export { buildRequest, type HttpRequest } from "./request/build.js";
export { withoutTrailingSlashes } from "./request/trailing-slashes.js";

// pipeline
export type { ApiCallerOptions } from "./pipeline/api-caller.js";
export type { BeforeSend, ReadyCall, Resolved } from "./pipeline/before-send.js";

// upstream
export {
  type ApiTarget,
  credentialNames,
  originCredentials,
  originUrls,
  practiceTarget,
} from "./upstream/auth/api-credentials.js";
export { createAuthoriser, namesText, needsOf, type OriginCredentials } from "./upstream/auth/authoriser.js";
export { createConcealer } from "./upstream/auth/conceal.js";
export { CredentialError } from "./upstream/auth/senders.js";
export { writtenCredentials } from "./upstream/auth/written.js";
export type { Client } from "./upstream/client.js";
export type { PacingOptions } from "./upstream/pacing.js";
export type { On429 } from "./upstream/order.js";
export { SendFailure } from "./upstream/send-failure.js";
export { createSlots, type SlotStore } from "./upstream/slots.js";
export type { Upstream } from "./upstream/upstream.js";
export type { UpstreamWatch } from "./upstream/upstream-watch.js";

// answer
export { estimateTokens } from "./answer/budget.js";
export { textOf } from "./answer/outcome-text.js";
export { createRedactor, redactionOf } from "./answer/redact.js";
export { type Redactor, sanitise } from "./answer/sanitise.js";
export { hideJwts, secretPattern } from "./answer/secret-text.js";

// mcp
export { type Manifest, manifestUri } from "./mcp/manifest.js";
export { ProtocolError } from "./mcp/protocol.js";
export type { ToolResult } from "./mcp/result.js";
export type { McpService } from "./mcp/service.js";
export { createShown, type Shown } from "./mcp/shown.js";
export { changedTask, type TaskState, type TaskStore } from "./mcp/task-store.js";

// transport
export { admitBatch, admitText } from "./transport/admission.js";
export { batchRevision, noBatches } from "./transport/batches.js";
export { bearerOf } from "./transport/bearer.js";
export { bodyAnswers, readBody } from "./transport/body.js";
export { createCors } from "./transport/cors.js";
export type { McpEndpoint } from "./transport/endpoint.js";
export { eventHeaders, eventOf, isOpen, sendError, sendJson } from "./transport/exchange.js";
export { isLoopback } from "./transport/hosts.js";
export type { HttpOptions, HttpServing } from "./transport/http.js";
export { type Id, isId } from "./transport/id-scan.js";
export type { Cancels } from "./transport/legacy-clients.js";
export { type Line, lineOf, linesOf } from "./transport/lines.js";
export { listen, mostRequestMs } from "./transport/listening.js";
export { requestSpan } from "./transport/request-span.js";
export { UnguardedError } from "./transport/unguarded.js";

// telemetry
export { attributes, spans } from "./telemetry/names.js";
export { traced } from "./telemetry/traced.js";

// text
export { splitAtCommas } from "./text/comma-list.js";
export { suggestion } from "./text/nearest.js";

// values
export { canonical } from "./values/canonical.js";
export { parsedJson } from "./values/json.js";
export { randomForId } from "./values/random.js";
