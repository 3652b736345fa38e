import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { Agent, fetch as undiciFetch } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "../../gateway/audit/read-log.js";
import { blocksOf } from "../docs/page.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { freePort } from "../fixtures/free-port.js";

/* The configurations in docs/proxies.md, with other ports and files, in front of a real gateway. */

const run = promisify(execFile);
const files = new Map(
  blocksOf("docs/proxies.md").flatMap((block) => (block.kind === "file" ? [[block.name, block.text]] : [])),
);

interface ProxyPaths {
  readonly folder: string;
  readonly port: number;
  readonly gateway: string;
}

const apacheModules = ["mpm_event", "authz_core", "headers", "proxy", "proxy_http", "ssl"];

/** For each proxy: the page's file, adapted to this machine, and the command that checks and runs it. */
const proxies: Record<
  string,
  {
    block: string;
    config: (text: string, at: ProxyPaths) => string;
    check: string[];
    start: string[];
    logs: string[];
  }
> = {
  nginx: {
    block: "standpipe.conf",
    config: (text, { folder, port, gateway }) =>
      `daemon off; pid ${folder}/pid; error_log ${folder}/main.log crit; events {} http {\n${text}}\n`
        .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
        .replace("server_name standpipe.example.com", "server_name 127.0.0.1")
        .replaceAll("/etc/ssl/standpipe", folder)
        .replaceAll("/var/log/nginx", folder)
        .replace("127.0.0.1:8808", gateway),
    check: ["nginx", "-t", "-c", "{config}"],
    start: ["nginx", "-c", "{config}"],
    logs: ["standpipe.log", "standpipe-error.log", "main.log"],
  },
  caddy: {
    block: "Caddyfile",
    config: (text, { folder, port, gateway }) =>
      `{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system ${folder}\n}\n${text}`
        .replace(
          "standpipe.example.com {",
          `https://127.0.0.1:${port} {\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
        )
        .replace("127.0.0.1:8808", gateway),
    check: ["caddy", "validate", "--adapter", "caddyfile", "--config", "{config}"],
    start: ["caddy", "run", "--adapter", "caddyfile", "--config", "{config}"],
    logs: ["output"],
  },
  haproxy: {
    block: "haproxy.cfg",
    config: (text, { folder, port, gateway }) =>
      `global\n  log stdout format raw local0\n${text}`
        .replace("mode http", "mode http\n  log global")
        .replace("bind :443", `bind 127.0.0.1:${port}`)
        .replace("/etc/ssl/standpipe", folder)
        .replace("127.0.0.1:8808", gateway),
    check: ["haproxy", "-c", "-f", "{config}"],
    start: ["haproxy", "-db", "-f", "{config}"],
    logs: ["output"],
  },
  apache2: {
    block: "standpipe-site.conf",
    config: (text, { folder, port, gateway }) =>
      [
        ...apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
        `ServerName 127.0.0.1\nListen 127.0.0.1:${port}\nDefaultRuntimeDir ${folder}`,
        `PidFile ${folder}/pid\nErrorLog ${folder}/main.log`,
        text,
      ]
        .join("\n")
        .replace("*:443", `127.0.0.1:${port}`)
        .replace("ServerName standpipe.example.com", "ServerName 127.0.0.1")
        .replaceAll("/etc/ssl/standpipe", folder)
        .replaceAll("/var/log/apache2", folder)
        .replace("127.0.0.1:8808", gateway),
    check: ["apache2", "-t", "-f", "{config}"],
    start: ["apache2", "-D", "FOREGROUND", "-f", "{config}"],
    logs: ["standpipe.log", "standpipe-error.log", "main.log"],
  },
};

const installed = new Set<string>();
for (const name of Object.keys(proxies)) {
  await run("sh", ["-c", `command -v ${name}`]).then(
    () => installed.add(name),
    () => console.warn(`SKIPPED: ${name} is not installed, so its block in docs/proxies.md is not tried.`),
  );
}

describe.each(Object.keys(proxies))("the configuration for %s", (name) => {
  const { block, config, check, start, logs } = proxies[name]!;
  let folder: string;
  let gateway: TestGateway;
  let stub: ApiStub;
  let proxy: ChildProcess;
  let output = "";
  let token: string;
  let url: string;
  let fetchThrough: typeof fetch;

  beforeAll(async () => {
    if (!installed.has(name)) return;
    folder = await mkdtemp(join(tmpdir(), "standpipe-proxy-"));
    const port = await freePort();
    url = `https://127.0.0.1:${port}`;
    const cert = await makeCertificate(folder);
    const dispatcher = new Agent({ connect: { ca: cert } });
    fetchThrough = ((input: string, init: object) =>
      undiciFetch(input, { ...init, dispatcher })) as unknown as typeof fetch;
    stub = await startApiStub();
    gateway = await startTestGateway({
      settings: { baseUrls: [stub.url], trustedProxies: ["127.0.0.1"], publicUrl: url },
    });
    ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url), { surface: "full" }));
    const path = join(folder, "config");
    const at = { folder, port, gateway: new URL(gateway.url).host };
    await writeFile(path, config(files.get(block)!, at));
    const withPath = (words: string[]) => words.map((word) => word.replace("{config}", path));
    const [checker, ...checkerArgs] = withPath(check);
    await run(checker!, checkerArgs);
    const [program, ...args] = withPath(start);
    proxy = spawn(program!, args, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [proxy.stdout!, proxy.stderr!])
      stream.on("data", (chunk) => (output += String(chunk)));
    const isUp = () =>
      fetchThrough(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      if (proxy.exitCode !== null) throw new Error(output);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  afterAll(async () => {
    proxy?.kill("SIGTERM");
    await gateway?.stop();
    await stub?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it.runIf(installed.has(name))(
    "forwards calls and streams, forwards the client's address, and logs no token",
    async () => {
      const client = new Client({ name: "test", version: "1" });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(`${url}/mcp/${token}`), { fetch: fetchThrough }),
      );
      const result = await client.callTool({ name: "list_teams", arguments: {} });
      expect(result.isError).toBeFalsy();
      await client.close();

      const old = new FirstClient({ name: "test", version: "1" });
      await old.connect(
        new SSEClientTransport(new URL(`${url}/sse/${token}`), {
          fetch: fetchThrough,
          eventSourceInit: { fetch: fetchThrough },
        }),
      );
      expect((await old.listTools()).tools.length).toBeGreaterThan(20);
      await old.close();

      const { result: entries } = await readLog(gateway.gateway.core, { tool: "list_teams" });
      expect(entries[0]).toMatchObject({ outcome: "ok", address: "127.0.0.1" });
      for (const log of logs) {
        const text = log === "output" ? output : await readFile(join(folder, log), "utf8").catch(() => "");
        expect(text, log).not.toContain(token);
      }
    },
  );
});

/** Writes a certificate for 127.0.0.1 under the names that the page uses. */
async function makeCertificate(folder: string): Promise<string> {
  const [certPath, keyPath] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  await run("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=standpipe test"],
    ...["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", keyPath, "-out", certPath],
  ]);
  const [cert, key] = [await readFile(certPath, "utf8"), await readFile(keyPath, "utf8")];
  await writeFile(join(folder, "haproxy.pem"), cert + key);
  return cert;
}
