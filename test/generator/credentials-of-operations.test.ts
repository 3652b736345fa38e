import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { provider, other, documentOf, generated, calls, headerOf } from "./kit/credentials.js";

describe("an argument that repeats the credential", () => {
  it("is asked of no model, and the problem says where it went; others of such a name stay", async () => {
    const parameter = (name: string, place: string, description: string) => ({
      name,
      in: place,
      description,
      schema: { type: "string" },
    });
    const body = {
      type: "object",
      properties: {
        client_id: { type: "string", description: "Your Acme API `client_id`, in place of the header." },
        secret: { type: "string", description: "Your Acme API `secret`." },
        token: { type: "string", description: "The device token that pushes go to." },
        name: { type: "string" },
      },
    };
    const post = {
      operationId: "makePet",
      parameters: [
        parameter("token", "query", "Authentication token. Requires scope: pets"),
        parameter("Authorization", "header", "Bearer token"),
        parameter("ACME-SECRET", "header", "The secret"),
        parameter("page_token", "query", "Where the next page begins"),
      ],
      requestBody: { content: { "application/json": { schema: body } } },
      responses: { 200: { description: "ok" } },
    };
    const schemes = {
      clientId: { type: "apiKey", in: "header", name: "ACME-CLIENT-ID" },
      secret: { type: "apiKey", in: "header", name: "ACME-SECRET" },
      login: { type: "http", scheme: "bearer" },
    };
    const document = documentOf(schemes, {
      security: [{ clientId: [], secret: [] }],
      paths: { "/pets": { post } },
    });
    const { folder, said } = await generated(document);
    const { tools } = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as {
      tools: { inputSchema: { properties: object } }[];
    };
    expect(Object.keys(tools[0]!.inputSchema.properties).sort()).toEqual(["name", "page_token", "token"]);
    expect(said).toContain("The argument body client_id of one operation repeats the API's credential.");
  });
});

describe("an operation at another origin", () => {
  const far = () => ({
    post: {
      operationId: "sendFile",
      servers: [{ url: `${other.url}/up` }],
      responses: { 200: { description: "ok" } },
    },
  });
  const document = () => {
    const base = documentOf(
      { key: { type: "apiKey", in: "header", name: "X-Key" } },
      { security: [{ key: [] }] },
    );
    return { ...base, paths: { ...(base["paths"] as object), "/files": far() } };
  };

  it("is left out unless it is allowed, and then has its origin's key alone", async () => {
    expect((await generated(document())).said).toContain("Allow it under origins: in standpipe.yaml.");
    const settings = `origins:\n  uploads:\n    url: ${other.url}\n    operations: [POST /files]\n    auth: header:X-Upload-Key\n`;
    const made = await generated(document(), { settings });
    expect(await readFile(join(made.folder, "AUTH.md"), "utf8")).toContain("ACME_UPLOADS_API_KEY");
    await calls(made, { ACME_API_KEY: "own-1111", ACME_UPLOADS_API_KEY: "far-2222" }, [
      "list_pets",
      "send_file",
    ]);
    expect([headerOf(provider, "x-key"), headerOf(provider, "x-upload-key")]).toEqual([
      ["own-1111"],
      [undefined],
    ]);
    expect([headerOf(other, "x-key"), headerOf(other, "x-upload-key")]).toEqual([[undefined], ["far-2222"]]);
    expect(other.requests[0]!.url).toBe("/up/files");
    // Without its key it is refused, and nothing is sent.
    const { answers, logged } = await calls(made, { ACME_API_KEY: "own-1111" }, ["send_file"]);
    expect(answers[0]).toContain("ACME_UPLOADS_API_KEY");
    expect(logged).toContain("set ACME_UPLOADS_API_KEY");
    expect(other.requests).toHaveLength(1);
  });

  it("that the document doesn't have is a problem at its line", async () => {
    const settings = `origins:\n  uploads:\n    url: ${other.url}\n    operations: [POST /file]\n`;
    const { code, said } = await generated(document(), { settings });
    expect([code, said]).toEqual([1, expect.stringContaining("standpipe.yaml:4")]);
  });
});
