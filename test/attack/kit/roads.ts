import type { Client } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { startCommand } from "../../deploy/kit/start.js";
import { httpClient, stdioClient } from "../../fixtures/clients.js";
import { rpc } from "../../gateway/kit/requests.js";
import type { Target } from "./target.js";

/** A way from a client to the API. */
export interface Road {
  /** Everything that the client gets for a call, as it came. */
  call(tool: string, args: object): Promise<string>;
  close(): Promise<void>;
}

/**
 * Every way that an answer can take to a client.
 * @param url a server URL of the target's gateway, with a token
 */
export const roads: Record<string, (target: Target, url: string) => Promise<Road>> = {
  "a server URL": async (_, url) => ({
    call: async (name, args) => (await rpc(url, "tools/call", { name, arguments: args })).text,
    close: async () => {},
  }),
  "a server URL, revision 2026-07-28": async (_, url) =>
    roadOf(await httpClient("client 2.x, 2026-07-28", url)),
  "the old SSE transport": async (_, url) => {
    const client = new FirstClient({ name: "attack", version: "1" });
    await client.connect(new SSEClientTransport(new URL(url.replace("/mcp/", "/sse/"))));
    return roadOf({ client: client as unknown as Client, close: () => client.close() });
  },
  "connect, to a server URL": async ({ program }, url) =>
    roadOf(
      await stdioClient("sdk 1.x", process.execPath, [program, "connect"], {
        env: { ...environment(), STANDPIPE_SERVER_URL: url },
      }),
    ),
  "serve over stdio": async (target) =>
    roadOf(await stdioClient("client 2.x", process.execPath, serve(target), { env: withKey(target) })),
  "serve --http": async (target) => {
    const args = [...serve(target), "--http", "--port", "0"];
    const started = await startCommand(process.execPath, args, /http:\/\/127\.0\.0\.1:\d+\/mcp/, {
      env: withKey(target),
    });
    const road = roadOf(await httpClient("client 2.x", started.said[0]));
    return { ...road, close: () => road.close().then(async () => void (await started.stop())) };
  },
};

function serve({ program, upstream }: Target): string[] {
  return [program, "serve", "--surface", "full", "--base-url", upstream.url];
}

function withKey({ key }: Target): Record<string, string> {
  return { ...environment(), FIREHYDRANT_API_KEY: key };
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function roadOf({ client, close }: { readonly client: Client; close(): Promise<void> }): Road {
  return {
    call: async (name, args) =>
      JSON.stringify(
        await client.callTool({ name, arguments: { ...args } }).catch((error: unknown) => String(error)),
      ),
    close,
  };
}
