import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { listServers } from "../../gateway/servers/server-lists.js";
import { testGateway } from "../gateway/page/kit.js";
import { httpClient } from "../fixtures/clients.js";

/** A server URL that lists the team tools, on a gateway with the sandbox. */
export interface Served {
  readonly url: string;
  readonly toolCount: number;
  /** The first team, as `list_teams` with `limit: 1` answers it. */
  readonly teamId: string;
  /** How many messages of MCP came so far. */
  messages(): number;
  close(): Promise<void>;
}

export async function startServed(): Promise<Served> {
  const gateway = await testGateway();
  const made = await gateway.serverUrl({ methods: ["read"], tags: ["teams"], surface: "full" }, "Clients");
  const client = await httpClient("client 2.x", made.url);
  const { text } = await client.call("list_teams", { limit: 1 });
  await client.close();
  const { tool_count } = (await listServers(gateway.core, gateway.accountId, {})).result[0]!;
  const front = await startFront(gateway.url);
  return {
    url: made.url.replace(gateway.url, front.url),
    toolCount: tool_count,
    teamId: (JSON.parse(text) as { items: { id: string }[] }).items[0]!.id,
    messages: front.messages,
    async close() {
      front.close();
      await gateway.close();
    },
  };
}

/** Passes every request on, and counts the messages of MCP. */
async function startFront(target: string) {
  let count = 0;
  const server = createServer((asked, answer) => {
    const { method, headers } = asked;
    // A client that looks for a sign-in sends others.
    if (method === "POST") count += 1;
    const on = request(new URL(asked.url!, target), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode!, answered.headers);
      answered.pipe(answer);
    });
    on.on("error", () => answer.destroy());
    answer.on("close", () => on.destroy());
    asked.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    messages: () => count,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
