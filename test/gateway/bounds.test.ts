import { describe, expect, it } from "vitest";
import { call, makeAccount, makeServer, rpc, startTestGateway } from "./kit/gateway.js";
import { on, stub, server, raw } from "./kit/operated.js";

describe("bounds", () => {
  it("refuse what is too much at once, with Retry-After", async () => {
    const accounts = await Promise.all(["A", "B", "C", "D"].map((name) => makeAccount(on, stub.url, name)));
    const urls = await Promise.all(
      [...accounts, ...accounts].map(async (account) => (await makeServer(on, account)).url),
    );
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const refused: Awaited<ReturnType<typeof call>>[] = [];
    const asked = Array.from({ length: 40 }, async (_, at) => {
      const answer = await call(urls[at % 8]!, "list_incidents");
      if (answer.status === 503) refused.push(answer);
      return answer;
    });
    // Of 20 requests a server URL gets a quarter, and an account half.
    await expect.poll(() => refused.length).toBe(20);
    const health = await raw("/healthz", {});
    release();
    stub.held = undefined;
    expect(refused[0]!.headers.get("retry-after")).toBe("1");
    expect((await Promise.all(asked)).filter(({ status }) => status === 200)).toHaveLength(20);
    expect(health.status).toBe(200);
    expect((await call(server.url, "list_incidents")).status).toBe(200);
  });

  it("leave room for others, whatever one server URL or one account takes", async () => {
    const [one, other] = await Promise.all(["One", "Other"].map((name) => makeAccount(on, stub.url, name)));
    const [first, second, third] = await Promise.all(
      [one, one, one, other].map(async (account) => (await makeServer(on, account!)).url),
    );
    const elsewhere = (await makeServer(on, other!)).url;
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    stub.arrived.length = 0;
    const [ofFirst, ofSecond, ofThird] = [first, second, third].map((url) =>
      Promise.all(Array.from({ length: 8 }, () => call(url!, "list_incidents"))),
    );
    // Of 20 requests a server URL gets a quarter, and an account half.
    while (stub.arrived.length < 10) await new Promise((resolve) => setTimeout(resolve, 10));
    const free = call(elsewhere, "list_incidents");
    while (stub.arrived.length < 11) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
    stub.held = undefined;
    expect((await free).status).toBe(200);
    const taken = (await Promise.all([ofFirst, ofSecond, ofThird])).map(
      (answers) => answers!.filter(({ status }) => status === 200).length,
    );
    // They arrive in any order.
    expect(Math.max(...taken)).toBe(5);
    expect(taken.reduce((sum, count) => sum + count)).toBe(10);
    expect(stub.arrived).toHaveLength(11);
  });

  it("limit bodies to 1 MB, in one piece or as a stream", async () => {
    const large = "x".repeat(1_100_000);
    expect((await rpc(server.url, "tools/call", { name: large }).catch(() => ({ status: 413 }))).status).toBe(
      413,
    );
    const stream = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 20; part++)
          controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
        controller.close();
      },
    });
    const chunked = await fetch(`${on.url}/api-tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${on.adminToken}`, "content-type": "application/json" },
      body: stream,
      duplex: "half",
    }).then(
      ({ status }) => status,
      () => 413,
    );
    expect(chunked).toBe(413);
  });
});

describe("shutdown", () => {
  it("answers running calls, and accepts no new ones", async () => {
    const own = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const { url } = await makeServer(own, await makeAccount(own, stub.url));
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    stub.arrived.length = 0;
    const underWay = call(url, "create_incident", { name: "x" });
    await expect.poll(() => stub.arrived.length).toBe(1);
    const stopped = own.stop();
    const isRefused = () =>
      rpc(url, "tools/list").then(
        () => false,
        () => true,
      );
    await expect.poll(isRefused).toBe(true);
    release();
    stub.held = undefined;
    expect((await underWay).status).toBe(200);
    await stopped;
  });

  it("completes while a client holds a stream open", async () => {
    const own = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const { token } = await makeServer(own, await makeAccount(own, stub.url));
    const stream = await fetch(`${own.url}/sse/${token}`);
    const [, text] = await Promise.all([own.stop(), stream.text()]);
    expect(text, "ended by the gateway, not cut off").toContain("event: endpoint");
  });
});
