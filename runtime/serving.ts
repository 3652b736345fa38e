/*
 * The runtime's second entry: code that calls an API and speaks MCP. Importing it loads the MCP SDK, zod and undici,
 * which takes time. Code that runs before the first answer imports index.ts and lazy.ts instead.
 */

// discover
export { createDiscover } from "./discover/discover.js";
export { buildSearchIndex } from "./discover/search-options.js";

// pipeline
export { createApiCaller } from "./pipeline/api-caller.js";

// upstream
export { createClient } from "./upstream/client.js";
export { createUpstream } from "./upstream/upstream.js";

// mcp
export { answerOf, askingRequest, replyIn } from "./mcp/asking.js";
export { hasOpened, pageDone, pageRequest } from "./mcp/pages.js";
export { createMcpServer } from "./mcp/server.js";
export { createMcpService } from "./mcp/service.js";

// telemetry
export { createTracing } from "./telemetry/tracing.js";

// transport
export { createMcpEndpoint } from "./transport/endpoint.js";
export { createGuard } from "./transport/guard.js";
export { serveHttp } from "./transport/http.js";
