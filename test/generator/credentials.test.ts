import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { beforeAll, describe, expect, it } from "vitest";
import { json } from "../runtime/kit/stub.js";
import { scratch, provider, documentOf, type Made, generated, calls, headerOf } from "./kit/credentials.js";

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
    expect(settings).toContain("## Guessed from its description or its name: the prefix of api_key.");
    expect(settings).toContain("#    prefix: Token token=");
  });
});

describe("several credentials", () => {
  const two = {
    apiKeyAuth: { type: "apiKey", in: "header", name: "DD-API-KEY" },
    appKeyAuth: { type: "apiKey", in: "header", name: "DD-APPLICATION-KEY" },
  };
  const env = { ACME_API_KEY: "one-1111", ACME_APP_KEY: "two-2222" };

  it("are sent together, and a start without one names it", async () => {
    const made = await generated(documentOf(two, { security: [{ apiKeyAuth: [], appKeyAuth: [] }] }));
    await calls(made, env, ["list_pets"]);
    expect(headerOf(provider, "dd-api-key")).toEqual(["one-1111"]);
    expect(headerOf(provider, "dd-application-key")).toEqual(["two-2222"]);
    const { code, said } = starts(made, [], { ACME_API_KEY: "one-1111" });
    expect([code, said]).toEqual([1, expect.stringContaining("ACME_APP_KEY is not set")]);
    expect(said).not.toContain("one-1111");
  });

  it("are the API's keys where OAuth is another way; ways that differ in scopes alone are one", async () => {
    const flow = { tokenUrl: `${provider.url}/token`, scopes: {} };
    const schemes = { login: { type: "oauth2", flows: { authorizationCode: flow } }, ...two };
    const security = [{ apiKeyAuth: [], appKeyAuth: [] }, { login: ["read"] }, { login: ["write"] }];
    const made = await generated(documentOf(schemes, { security }));
    expect(await readFile(join(made.folder, "AUTH.md"), "utf8")).toContain(
      "Calls are sent with: apiKeyAuth and appKeyAuth, or login.",
    );
    expect(starts(made, []).said).toContain(
      "ACME_API_KEY and ACME_APP_KEY are not set. Acme needs ACME_API_KEY and ACME_APP_KEY; or ACME_ACCESS_TOKEN, or",
    );
    await calls(made, env, ["list_pets"]);
    expect(headerOf(provider, "dd-api-key")).toEqual(["one-1111"]);
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
