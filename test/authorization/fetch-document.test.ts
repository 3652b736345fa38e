import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFetchDocument } from "../../gateway/authorization/fetch-document.js";
import { makeCertificate } from "../runtime/outage/certificate.js";

/** A public address, which the test's connections lead to this machine. */
const somewhere = "93.184.216.34";

describe("the document of a client", () => {
  const { cert, key } = makeCertificate();
  const asked: string[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    asked.push(request.url!);
    if (request.url === "/silent") return;
    if (request.url === "/endless") {
      response.writeHead(200);
      const more = setInterval(() => response.write(" "), 100);
      return response.once("close", () => clearInterval(more));
    }
    if (request.url === "/broken") {
      response.writeHead(200, { "content-length": 100 }).write("{");
      return setTimeout(() => request.socket.destroy(), 50);
    }
    const { status = 200, headers = {}, body = "{}" } = answers[request.url!] ?? {};
    response.writeHead(status, headers).end(body);
  });
  const answers: Record<string, { status?: number; headers?: Record<string, string>; body?: string }> = {
    "/kept": { headers: { "cache-control": "public, max-age=7200" }, body: '{"a":1}' },
    "/briefly": { headers: { "cache-control": "max-age=0" } },
    "/moved": { status: 302, headers: { location: "/kept" } },
    "/big": { body: JSON.stringify("x".repeat(70_000)) },
    "/text": { body: "not JSON" },
    "/missing": { status: 404 },
  };
  const connected: string[] = [];
  let addresses: readonly string[] = [somewhere];
  const fetchDocument = createFetchDocument({
    resolve: async (hostname) => (hostname === "unanswered.example" ? new Promise(() => {}) : addresses),
    connect: (options) => {
      connected.push(options.host!);
      const { port } = server.address() as AddressInfo;
      // The certificate of the test is for this machine.
      const trust = { ca: cert, checkServerIdentity: () => undefined };
      return connect({ ...options, host: "127.0.0.1", port, ...trust });
    },
  });

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("is fetched at the address that was checked, and kept as long as it says, within a day", async () => {
    expect(await fetchDocument("https://client.example/kept")).toEqual({
      value: { a: 1 },
      keepSeconds: 7200,
    });
    expect((await fetchDocument("https://client.example/briefly")).keepSeconds).toBe(60);
    expect(new Set(connected)).toEqual(new Set([somewhere]));
  });

  it.each([
    ["/moved", "its host answers 302"],
    ["/big", "does not answer with a small document"],
    ["/broken", "does not answer with a small document"],
    ["/text", "it is not JSON"],
    ["/missing", "its host answers 404"],
  ])("is not followed, not large, whole and JSON: %s", async (path, words) => {
    await expect(fetchDocument(`https://client.example${path}`)).rejects.toThrow(words);
    expect(asked.at(-1)).toBe(path);
  });

  it.concurrent.each([
    "https://client.example/silent",
    "https://client.example/endless",
    "https://unanswered.example/kept",
  ])("is given up after some seconds: %s", async (url) => {
    await expect(fetchDocument(url)).rejects.toThrow("does not answer with a small document");
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "2001:db8::1",
  ])("is never fetched from %s, whatever its name", async (address) => {
    const before = connected.length;
    const host = address.includes(":") ? `[${address}]` : address;
    await expect(fetchDocument(`https://${host}/kept`)).rejects.toThrow("not on the internet");
    addresses = [somewhere, address];
    await expect(fetchDocument("https://rebound.example/kept")).rejects.toThrow("not on the internet");
    addresses = [somewhere];
    expect(connected.length).toBe(before);
  });

  it.each(["http://client.example/kept", "file:///etc/passwd", "data:application/json,{}"])(
    "is not fetched by %s",
    async (url) => {
      await expect(fetchDocument(url)).rejects.toThrow("not an https URL");
    },
  );
});
