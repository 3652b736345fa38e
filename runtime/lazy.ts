/*
 * The runtime's third door: what loads the MCP SDK and its transports at the moment when it is needed. The first answer
 * over stdio then comes sooner.
 */

export const loadStdio = async () => (await import("./transport/stdio.js")).serveStdio;
export const loadHttp = async () => (await import("./transport/http.js")).serveHttp;
export const loadMcpService = async () => (await import("./mcp/service.js")).createMcpService;
