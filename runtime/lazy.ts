/*
 * The runtime's third entry: it loads parts of the runtime when they are needed, so that the first answer over stdio
 * comes sooner.
 */

export const loadStdio = async () => (await import("./transport/stdio.js")).serveStdio;
export const loadHttp = async () => (await import("./transport/http.js")).serveHttp;
export const loadMcpService = async () => (await import("./mcp/service.js")).createMcpService;
