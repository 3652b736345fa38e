import { PassThrough } from "node:stream";
import { Client } from "@modelcontextprotocol/client";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { McpService } from "../../../runtime/mcp/service.js";
import { serveHttp } from "../../../runtime/transport/http.js";
import { serveStdio } from "../../../runtime/transport/stdio.js";
import { httpClient } from "../../fixtures/clients.js";

/** A service over both transports in this process, with a client for each. */
export interface ServedTwice {
  readonly clients: Readonly<Record<"HTTP" | "stdio", Client>>;
  /** Its URL over HTTP. */
  readonly url: string;
  close(): Promise<void>;
}

export async function serveTwice(service: McpService): Promise<ServedTwice> {
  const report = () => undefined;
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report });
  const http = await httpClient("client 2.x, 2026-07-28", serving.url);
  const [input, output] = [new PassThrough(), new PassThrough()];
  const stdio = serveStdio(service, async () => service, { input, output, report });
  const client = new Client({ name: "test", version: "1" });
  // Lines of JSON on a pair of streams, the same in both directions.
  await client.connect(new StdioServerTransport(output, input));
  return {
    clients: { HTTP: http.client, stdio: client },
    url: serving.url,
    async close() {
      await Promise.all([http.close(), client.close()]);
      await Promise.all([serving.drain(0), stdio.drain(0)]);
    },
  };
}
