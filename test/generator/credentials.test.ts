import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runGenerateFromDocument, type DocumentFlags } from "../../cli/generate/generate-from-document.js";
import { json, listen, type Listening } from "../runtime/kit/stub.js";

/* Generated servers, as a new user runs them: one file, credentials from the environment or files. */

let scratch: string;
let provider: Listening;
let other: Listening;
let folders = 0;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "credentials-"));
  provider = await listen((request, response) => json(response, { id: 1, seen: request.headers }));
  other = await listen((request, response) => json(response, { id: 2, seen: request.headers }));
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
beforeEach(() => {
  vi.mocked(console.error).mockClear();
  for (const { requests } of [provider, other]) requests.length = 0;
});
afterAll(async () => {
  await Promise.all([provider.close(), other.close()]);
  await rm(scratch, { recursive: true });
});

type Document = Record<string, unknown>;

/** A document with one operation at the provider, and more. */
function documentOf(schemes: object | undefined, more: Document = {}): Document {
  const get = (operationId: string, rest: object = {}) => ({
    get: { operationId, responses: { 200: { description: "ok" } }, ...rest },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: provider.url }],
    paths: { "/pets": get("listPets"), "/open": get("readOpen", { security: [] }) },
    ...(schemes ? { components: { securitySchemes: schemes } } : {}),
    ...more,
  };
}

interface Made {
  readonly code: number;
  readonly folder: string;
  readonly said: string;
}

async function generated(
  document: Document,
  flags: Partial<DocumentFlags> & { settings?: string } = {},
): Promise<Made> {
  const folder = join(scratch, `out-${folders++}`);
  const spec = `${folder}.json`;
  await writeFile(spec, JSON.stringify(document));
  const { settings, ...rest } = flags;
  if (settings !== undefined) {
    await (await import("node:fs/promises")).mkdir(folder, { recursive: true });
    await writeFile(join(folder, "standpipe.yaml"), settings);
  }
  const code = await runGenerateFromDocument({ spec, name: "acme", out: folder, bundle: true, ...rest });
  return { code, folder, said: vi.mocked(console.error).mock.calls.join("\n") };
}

/** Calls tools of a generated server, and gives all that it said. */
async function calls(
  { folder }: Made,
  env: Record<string, string>,
  names: readonly string[],
): Promise<{ readonly answers: readonly string[]; readonly logged: string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(folder, "server.mjs")],
    env: { PATH: process.env["PATH"]!, ...env },
    stderr: "pipe",
  });
  let logged = "";
  transport.stderr!.on("data", (part) => (logged += String(part)));
  const client = new Client({ name: "test", version: "1" });
  try {
    await client.connect(transport);
    const answers: string[] = [];
    for (const name of names) answers.push(JSON.stringify(await client.callTool({ name, arguments: {} })));
    return { answers, logged };
  } finally {
    await client.close();
  }
}

function starts(
  { folder }: Made,
  args: readonly string[],
  env: Record<string, string> = {},
): { code: number; said: string } {
  const options = { env: { PATH: process.env["PATH"]!, ...env }, encoding: "utf8", stdio: "pipe" } as const;
  try {
    return { code: 0, said: execFileSync(process.execPath, [join(folder, "server.mjs"), ...args], options) };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

const headerOf = ({ requests }: Listening, name: string) =>
  requests.map(({ headers }: IncomingMessage) => headers[name]);

describe("a key with a prefix", () => {
  const keyed = {
    api_key: {
      type: "apiKey",
      in: "header",
      name: "Authorization",
      description: "The key, sent as `Token token=<API_KEY>`. Make one under Integrations.",
    },
  };
  let made: Made;
  beforeAll(async () => {
    made = await generated(
      documentOf(keyed, {
        security: [{ api_key: [] }],
        externalDocs: { url: "https://docs.acme.example/keys" },
      }),
    );
  });

  it.each([["k-123456789"], ["Token token=k-123456789"]])(
    "is sent of %j, and nothing repeats it",
    async (value) => {
      const { answers, logged } = await calls(made, { ACME_API_KEY: value }, ["list_pets", "read_open"]);
      expect(headerOf(provider, "authorization")).toEqual(["Token token=k-123456789", undefined]);
      expect(answers.join() + logged).not.toContain("k-123456789");
    },
  );

  it("comes from a file, by either way to name it", async () => {
    const file = join(scratch, "key.txt");
    await writeFile(file, "k-123456789\n");
    await calls(made, { ACME_API_KEY_FILE: file }, ["list_pets"]);
    await calls(made, { ACME_API_KEY: `file:${file}` }, ["list_pets"]);
    expect(headerOf(provider, "authorization")).toEqual(Array(2).fill("Token token=k-123456789"));
  });

  it("is named by AUTH.md, the help, and a start without it, with where to get it", async () => {
    const page = await readFile(join(made.folder, "AUTH.md"), "utf8");
    const [help, start] = [starts(made, ["--help"]), starts(made, [])];
    expect([help.code, start.code]).toEqual([0, 1]);
    expect(start.said).toContain("ACME_API_KEY is not set");
    for (const text of [page, help.said, start.said]) {
      expect(text).toContain("ACME_API_KEY");
      expect(text).toContain("Make one under Integrations.");
      expect(text).toContain("https://docs.acme.example/keys");
    }
  });

  it("that can't be read or sent is refused at the start, without being repeated", () => {
    expect(starts(made, [], { ACME_API_KEY_FILE: "/nowhere" }).said).toMatch(
      /ACME_API_KEY_FILE names a file that can't be read/,
    );
    expect(starts(made, [], { ACME_API_KEY: "a", ACME_API_KEY_FILE: "b" }).said).toContain("are both set");
    const { code, said } = starts(made, [], { ACME_API_KEY: "s3cret-ö" });
    expect([code, said]).toEqual([1, expect.not.stringContaining("s3cret")]);
  });

  it("was guessed, and the settings say so", async () => {
    const settings = await readFile(join(made.folder, "standpipe.yaml"), "utf8");
    expect(settings).toContain("## Guessed from its description: the prefix of api_key.");
    expect(settings).toContain("#    prefix: Token token=");
  });
});

describe("several credentials", () => {
  const two = {
    apiKeyAuth: { type: "apiKey", in: "header", name: "DD-API-KEY" },
    appKeyAuth: { type: "apiKey", in: "header", name: "DD-APPLICATION-KEY" },
  };
  const env = { ACME_API_KEY_AUTH: "one-1111", ACME_APP_KEY_AUTH: "two-2222" };

  it("are sent together, and a start without one names it", async () => {
    const made = await generated(documentOf(two, { security: [{ apiKeyAuth: [], appKeyAuth: [] }] }));
    await calls(made, env, ["list_pets"]);
    expect(headerOf(provider, "dd-api-key")).toEqual(["one-1111"]);
    expect(headerOf(provider, "dd-application-key")).toEqual(["two-2222"]);
    const { code, said } = starts(made, [], { ACME_API_KEY_AUTH: "one-1111" });
    expect([code, said]).toEqual([1, expect.stringContaining("ACME_APP_KEY_AUTH is not set")]);
    expect(said).not.toContain("one-1111");
  });

  it("of a document without schemes come from --auth or standpipe.yaml", async () => {
    const flag = await generated(documentOf(undefined), { auth: ["header:Authorization:GenieKey "] });
    await calls(flag, { ACME_API_KEY: "k-123456789" }, ["list_pets"]);
    const file = await generated(documentOf(undefined), {
      settings: "auth: [header:DD-API-KEY, query:app]\n",
    });
    await calls(file, { ACME_DD_API_KEY: "one-1111", ACME_APP: "two-2222" }, ["list_pets"]);
    expect(headerOf(provider, "authorization")).toEqual(["GenieKey k-123456789", undefined]);
    expect(headerOf(provider, "dd-api-key")).toEqual([undefined, "one-1111"]);
    expect(provider.requests[1]!.url).toBe("/pets?app=two-2222");
  });
});

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

describe("mutual TLS", () => {
  it("presents the certificate of a file", async () => {
    const path = (name: string) => join(scratch, name);
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    for (const name of ["server", "client"])
      execFileSync(
        "openssl",
        [
          "req",
          "-x509",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-days",
          "2",
          "-keyout",
          path(`${name}.key`),
          "-out",
          path(`${name}.crt`),
          ...subject,
        ],
        { stdio: "ignore" },
      );
    const read = (name: string) => readFile(path(name), "utf8");
    const seen: string[] = [];
    const server = createServer(
      {
        key: await read("server.key"),
        cert: await read("server.crt"),
        ca: await read("client.crt"),
        requestCert: true,
      },
      (request, response) => {
        seen.push(String((request.socket as TLSSocket).getPeerCertificate().subject?.CN));
        json(response, {});
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    const made = await generated(
      documentOf({ mtls: { type: "mutualTLS" } }, { servers: [{ url }], security: [{ mtls: [] }] }),
    );
    const env = { ACME_CLIENT_CERT_FILE: path("client.crt"), NODE_EXTRA_CA_CERTS: path("server.crt") };
    await calls(made, { ...env, ACME_CLIENT_KEY_FILE: path("client.key") }, ["list_pets"]);
    expect(seen).toEqual(["localhost"]);
    expect(starts(made, [], { ...env, ACME_CLIENT_KEY_FILE: path("server.key") }).said).toContain(
      "belong together",
    );
    expect(starts(made, [], env).said).toContain("ACME_CLIENT_KEY is not set");
    server.closeAllConnections();
    server.close();
  });
});
