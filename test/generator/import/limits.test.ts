import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { importDocument } from "../../../generator/load/import.js";
import { type Loose, answering, write } from "./kit.js";

describe("limits", () => {
  it("count the bytes of all files together", async () => {
    await write("large/b.json", { type: "string", description: "x".repeat(2000) });
    const path = await write("large/a.json", answering({ $ref: "b.json" }));
    await expect(importDocument(path, { maxBytes: 2000 })).rejects.toThrow(
      "it is larger than 2000 bytes in all",
    );
    await expect(importDocument(path, { maxBytes: 4000 })).resolves.toBeDefined();
  });

  it("cover the time for processing the files", async () => {
    const properties = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${index}`, {}]));
    const path = await write("slow.json", answering({ properties }));
    await expect(importDocument(path, { timeoutMs: 1 })).rejects.toThrow("it took longer than 0.001 s");
  });

  it("refuse YAML aliases that multiply", async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = Array(10).fill(level === 0 ? "{}" : `*a${level - 1}`);
      return `  a${level}: &a${level} { allOf: [${items.join(", ")}] }\n`;
    });
    const path = await write("bomb.yaml", `${JSON.stringify(answering({ $ref: "bombs.yaml#/x/a8" }))}`);
    await write("bombs.yaml", `x:\n${levels.join("")}`);
    await expect(importDocument(path)).rejects.toThrow("it has too many values");
  });

  it("refuse endless nesting", async () => {
    const path = await write("loop.json", answering({ $ref: "loop.yaml#/a" }));
    await write("loop.yaml", "a: &a\n  items: *a\n");
    await expect(importDocument(path)).rejects.toThrow("nested more than 200 levels deep");
    const deep = `${'{"items":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
    const other = await write("deep.json", JSON.stringify(answering("DEEP")).replace('"DEEP"', deep));
    await expect(importDocument(other)).rejects.toThrow("nested more than 200 levels deep");
  });
});

describe("servers", () => {
  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  const servers: Server[] = [];

  afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

  async function serve(handler: Handler): Promise<string> {
    const server = createServer(handler).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const serveFiles = (files: Record<string, unknown>, seen: string[] = []) =>
    serve((request, response) => {
      seen.push(request.url!);
      const file = files[request.url!];
      response.writeHead(file === undefined ? 404 : 200).end(JSON.stringify(file));
    });

  const redirect = (to: string) => serve((_, response) => response.writeHead(302, { location: to }).end());

  it("follows references on the document's own server", async () => {
    const origin = await serveFiles({
      "/api/openapi.json?key=k": answering({ $ref: "pet.json#/Pet" }),
      "/api/pet.json": { Pet: { type: "object" } },
    });
    const { document }: Loose = await importDocument(`${origin}/api/openapi.json?key=k`);
    expect(document.components.schemas).toEqual({ Pet: { type: "object" } });
  });

  it("never reads from another server or the disk", async () => {
    const asked: string[] = [];
    const other = await serveFiles({ "/pet.json": {} }, asked);
    for (const ref of [`${other}/pet.json`, "file:///etc/hostname", "ftp://127.0.0.1/pet.json"]) {
      const origin = await serveFiles({ "/openapi.json": answering({ $ref: ref }) });
      await expect(importDocument(`${origin}/openapi.json`), ref).rejects.toThrow("it is at another origin");
    }
    expect(asked).toEqual([]);
  });

  it("follows a redirect only within the origin", async () => {
    const asked: string[] = [];
    const other = await serveFiles({ "/openapi.json": answering({}) }, asked);
    await expect(importDocument(await redirect(`${other}/openapi.json`))).rejects.toThrow(
      `it redirects to another origin, ${other}`,
    );
    expect(asked).toEqual([]);
    const moved = await serve((request, response) => {
      if (request.url === "/new") response.end(JSON.stringify(answering({})));
      else response.writeHead(301, { location: "/new" }).end();
    });
    await expect(importDocument(`${moved}/old`)).resolves.toBeDefined();
    await expect(importDocument(await redirect("/again"))).rejects.toThrow("it redirects more than 5 times");
  });

  it("stops reading from a server that never ends or never begins", async () => {
    const endless = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
      response.on("close", () => clearInterval(timer));
    });
    await expect(importDocument(endless, { maxBytes: 50_000 })).rejects.toThrow("larger than 50000 bytes");
    await expect(importDocument(endless, { timeoutMs: 100 })).rejects.toThrow("it took longer than 0.1 s");
    await expect(importDocument(await serve(() => {}), { timeoutMs: 100 })).rejects.toThrow(
      "took longer than 0.1 s",
    );
  });

  it("reports what the server answered", async () => {
    const origin = await serveFiles({});
    await expect(importDocument(`${origin}/openapi.json`)).rejects.toThrow("the server answered 404");
    await expect(importDocument("http://name:secret@pets.example/")).rejects.toThrow(/^(?!.*secret)/);
  });
});
