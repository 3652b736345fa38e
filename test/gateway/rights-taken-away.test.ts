import { describe, expect, it } from "vitest";
import { call, makeServer, pace } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import {
  makeBusyServer,
  oldStream,
  on,
  rows,
  shownFor,
  stub,
  useGatewayOn,
  type BusyServer,
} from "./kit/rights.js";

/* What opened a call or a stream is checked again: while the call waits, before it is sent, and while the stream is open. */

const settingsOf = useStores();

describe.each(storeKinds)("when a right is taken away on %s", (kind) => {
  useGatewayOn(kind, settingsOf);

  /** Uses up the account's pace until the stub answers again. */
  async function busy({ account }: BusyServer): Promise<() => Promise<void>> {
    const crowd = await makeServer(on, account);
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const before = Array.from({ length: pace.requests }, () => call(crowd.url, "list_incidents"));
    await expect.poll(() => stub.arrived.length).toBe(pace.requests);
    return async () => {
      release();
      await Promise.all(before);
    };
  }

  it.each(Object.entries(rows))("a write that waits for its turn is not sent: %s", async (_name, row) => {
    const server = await makeBusyServer(row.config);
    const release = await busy(server);
    const waiting = call(server.url, "create_incident", { name: "Late" }, shownFor(row, server));
    // It has begun once its intent is in the log.
    await expect
      .poll(async () => (await logged(server, "create_incident"))[0])
      .toMatchObject({ outcome: "unknown" });
    await row.take(on, server);
    const { value } = await waiting;
    expect(value).toMatchObject({
      error: { kind: "cancelled", message: expect.stringMatching(row.says), next: expect.any(String) },
    });
    expect(JSON.stringify(value)).toContain("not sent");
    await release();
    expect(stub.arrived.filter(({ method }) => method === "POST")).toEqual([]);
    expect(await logged(server, "create_incident")).toMatchObject([{ outcome: "cancelled" }]);
  });

  async function logged({ id }: BusyServer, tool: string): Promise<{ outcome: string }[]> {
    const query = `/log?server_id=${id}&kind=call&tool=${tool}`;
    return (await on.ask<{ result: { outcome: string }[] }>("GET", query)).body.result;
  }

  it("a read that the API asked to wait is not sent a second time", async () => {
    const server = await makeBusyServer();
    stub.reply = () => ({ status: 429, value: { detail: "wait" } });
    const waiting = call(server.url, "list_incidents");
    await expect.poll(() => stub.arrived.length).toBe(1);
    await rows["the server URL is revoked"]!.take(on, server);
    expect((await waiting).value).toMatchObject({ error: { kind: "cancelled" } });
    expect(stub.arrived.length).toBe(1);
  });

  it("a write that was sent is answered", async () => {
    const server = await makeBusyServer();
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const sent = call(server.url, "create_incident", { name: "Sent" });
    await expect.poll(() => stub.arrived.length).toBe(1);
    await rows["the server URL is revoked"]!.take(on, server);
    // The end of another stream shows that a round of checks has passed.
    const other = await makeBusyServer();
    const stream = await oldStream(other.url.replace("/mcp/", "/sse/"));
    await rows["the server URL is revoked"]!.take(on, other);
    await stream.ended;
    release();
    expect((await sent).isOk).toBe(true);
  });
});
