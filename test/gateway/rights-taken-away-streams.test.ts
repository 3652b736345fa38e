import { describe, expect, it } from "vitest";
import { storeKinds, useStores } from "./kit/stores.js";
import { makeBusyServer, oldStream, on, rows, shownFor, useGatewayOn } from "./kit/rights.js";

/* What opened a call or a stream is checked again: while the call waits, before it is sent, and while the stream is open. */

const settingsOf = useStores();
const ending = Object.entries(rows).filter(([, { endsStreams }]) => endsStreams);

describe.each(storeKinds)("streams when a right is taken away on %s", (kind) => {
  useGatewayOn(kind, settingsOf);

  it.each(ending)("a stream of HTTP+SSE ends: %s", async (_name, row) => {
    const server = await makeBusyServer(row.config);
    const { ended } = await oldStream(server.url.replace("/mcp/", "/sse/"), shownFor(row, server));
    await row.take(on, server);
    await ended;
  });

  it("a subscription to changes of lists ends at once, because the lists of a server URL announce none", async () => {
    const { url } = await makeBusyServer();
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": "subscriptions/listen",
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "subscriptions/listen",
        params: {
          notifications: { toolsListChanged: true },
          _meta: {
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
            "io.modelcontextprotocol/clientCapabilities": {},
          },
        },
      }),
    });
    const text = await response.text();
    expect(text).toContain('"notifications/subscriptions/acknowledged","params":{"notifications":{}');
    expect(text).toContain('"resultType":"complete"');
  });

  it("a GET of Streamable HTTP opens no stream that could stay open", async () => {
    const { url } = await makeBusyServer();
    expect((await fetch(url, { headers: { accept: "text/event-stream" } })).status).toBe(405);
  });
});
