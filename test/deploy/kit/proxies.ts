import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Agent, fetch as undiciFetch } from "undici";
import { blocksOf } from "../../docs/page.js";
import { freePort } from "../../fixtures/free-port.js";

/* The configurations in docs/proxies.md, with other ports and files. */

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

interface ProxyKind {
  /** The page's file, and what adapts it to this machine. */
  readonly block: string;
  config(text: string, at: ProxyPaths): string;
  /** Commands that check the configuration and run the proxy. */
  readonly check: readonly string[];
  readonly start: readonly string[];
  readonly logs: readonly string[];
}

const kinds: Readonly<Record<string, ProxyKind>> = {
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
    logs: [],
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
    logs: [],
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

/** The proxies of the page that this machine has. */
export async function installedProxies(): Promise<ReadonlySet<string>> {
  const installed = new Set<string>();
  for (const name of Object.keys(kinds)) {
    await run("sh", ["-c", `command -v ${name}`]).then(
      () => installed.add(name),
      () => console.warn(`SKIPPED: ${name} is not installed, so its block in docs/proxies.md is not tried.`),
    );
  }
  return installed;
}

export const proxyNames = Object.keys(kinds);

/** A place for a proxy: its port, its certificate and its files. */
export interface ProxyPlace {
  readonly url: string;
  /** Trusts the proxy's certificate. */
  readonly fetch: typeof fetch;
  /** Checks the page's configuration, and starts the proxy in front of a gateway. */
  start(gateway: string, change?: (config: string) => string): Promise<RunningProxy>;
  remove(): Promise<void>;
}

export interface RunningProxy {
  /** What it wrote into its logs. */
  logged(): Promise<string>;
  stop(): Promise<void>;
}

export async function makeProxyPlace(name: string): Promise<ProxyPlace> {
  const { block, config, check, start, logs } = kinds[name]!;
  const folder = await mkdtemp(join(tmpdir(), "standpipe-proxy-"));
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const ca = await makeCertificate(folder);
  let dispatcher = new Agent({ connect: { ca } });
  const through = ((input: string, init: object) =>
    undiciFetch(input, { ...init, dispatcher })) as unknown as typeof fetch;
  const isUp = () =>
    through(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );

  return {
    url,
    fetch: through,
    async start(gateway, change = (text) => text) {
      const path = join(folder, "config");
      const withPath = (words: readonly string[]) => words.map((word) => word.replace("{config}", path));
      const at = { folder, port, gateway: new URL(gateway).host };
      await writeFile(path, change(config(files.get(block)!, at)));
      const [checker, ...checkerArgs] = withPath(check);
      await run(checker!, checkerArgs);
      const [program, ...args] = withPath(start);
      const proxy = spawn(program!, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
      const ended = new Promise((resolve) => proxy.once("close", resolve));
      let output = "";
      for (const stream of [proxy.stdout, proxy.stderr])
        stream.on("data", (chunk) => (output += String(chunk)));
      while (!(await isUp())) {
        if (proxy.exitCode !== null) throw new Error(output);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const read = (log: string) => readFile(join(folder, log), "utf8").catch(() => "");
      return {
        logged: async () => output + (await Promise.all(logs.map(read))).join(""),
        async stop() {
          await dispatcher.destroy();
          dispatcher = new Agent({ connect: { ca } });
          // Asked to stop, some wait a minute for connections. The group has the proxy's own processes too.
          process.kill(-proxy.pid!, "SIGKILL");
          await ended;
        },
      };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

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
