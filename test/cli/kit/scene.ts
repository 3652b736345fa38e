import { generateKeyPairSync } from "node:crypto";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { startCommand, type Started } from "../../deploy/kit/start.js";
import { git } from "../../fixtures/clone.js";
import { startHost } from "./host.js";
import { runProgram, wordsOf, type Bundle, type Ended, type RunOptions } from "./bundle.js";

const PETS = join(import.meta.dirname, "../../generator/cases/_shared");
const adminToken = "admin-token-of-the-tests-0123456789";
const dead = "http://127.0.0.1:9";

/** The environment of the table's lines: a gateway with accounts and servers, and a small project for each command. */
export interface Scene {
  /** The values of $NAME in a line. */
  readonly values: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a line of the table in a process of its own. */
  run(line: string, options?: Partial<RunOptions>): Promise<Ended>;
  /** Runs it in a process that runs other lines too, one after the other. */
  runHosted(line: string, options?: Partial<Omit<RunOptions, "until">>): Promise<Ended>;
  close(): Promise<void>;
}

export async function openScene({ program, folder }: Bundle): Promise<Scene> {
  const DIR = join(folder, "work");
  await writeFile(join(DIR, "a-file"), "");
  await writeFile(join(DIR, "accepted.yaml"), "");
  await writeFile(join(DIR, "declared.yaml"), "servers: []\n");
  await writeFile(join(DIR, "key"), "fhb-from-a-file\n");
  const env = {
    PATH: process.env["PATH"]!,
    HOME: DIR,
    FIREHYDRANT_API_KEY: "fhb-from-the-environment",
    STANDPIPE_ADMIN_TOKEN: adminToken,
    STANDPIPE_BASE_URLS: dead,
    STANDPIPE_KEY_VARIABLES: `${dead}=REFERENCED_KEY`,
    REFERENCED_KEY: "fhb-from-a-reference",
    STANDPIPE_OAUTH_ISSUERS: `${dead}/issuer`,
    STANDPIPE_OIDC_ISSUER: `${dead}/issuer`,
    STANDPIPE_OIDC_CLIENT_ID: "standpipe",
    STANDPIPE_AUDIT_FILE: join(DIR, "audit.jsonl"),
  };
  const args = [program, "gateway", "--sandbox", "--port", "0", "--data", join(DIR, "gateway")];
  const gateway: Started = await startCommand(process.execPath, args, /API: (http:\S+)\//, { env });
  const values: Record<string, string> = { DIR, URL: gateway.said[1]!, DEAD: dead, ISSUER: `${dead}/issuer` };
  const folderOf = (line: string) => join(DIR, line.split(" ")[0]!);
  const host = startHost(program);
  const wordsWith = (line: string) =>
    wordsOf(line).map((word) => word.replace(/\$([A-Z\d_]+)/g, (_, name: string) => values[name]!));
  const optionsOf = (line: string, options: Partial<RunOptions> = {}) => ({
    cwd: folderOf(line),
    ...options,
    env: { ...env, STANDPIPE_URL: values["URL"]!, ...options.env },
  });
  const run: Scene["run"] = (line, options) =>
    runProgram(process.execPath, [program, ...wordsWith(line)], optionsOf(line, options));
  const runHosted: Scene["runHosted"] = (line, options) =>
    host.run(wordsWith(line), optionsOf(line, options));
  await makeProjects(DIR, run);
  await fillGateway(runHosted, values);
  const close = async () => {
    host.close();
    await gateway.stop();
  };
  return { values, env, run, runHosted, close };
}

/** Each command gets its own folder, so that commands that write do not affect others. */
async function makeProjects(folder: string, run: Scene["run"]): Promise<void> {
  const project = join(folder, "generate");
  const contract = JSON.stringify(parse(await readFile(join(PETS, "openapi.yaml"), "utf8")));
  await writeFile(join(folder, "pets.json"), contract);
  const { publicKey } = generateKeyPairSync("ed25519");
  await writeFile(join(folder, "key.pem"), publicKey.export({ type: "spki", format: "pem" }));
  await mkdir(join(project, "specs/pets/tools"), { recursive: true });
  await writeFile(join(project, "specs/pets/SOURCE.md"), "");
  await writeFile(join(project, "specs/pets/openapi.json"), contract);
  await cp(join(PETS, "tools.yaml"), join(project, "specs/pets/tools/pets.yaml"));
  for (const name of ["repairs.yaml", "surface.yaml", "common.yaml", "relations.yaml"])
    await cp(join(PETS, name), join(project, "specs/pets", name));
  await must(run("import $DIR/pets.json --api pets", { cwd: project }));
  await must(run("generate --api pets", { cwd: project }));
  const shop = "generate --spec $DIR/pets.json --name shop --out $DIR/shop --bundle";
  await must(run(shop, { cwd: project }));
  await git(project, "init", "-q", "-b", "main");
  await git(project, "add", "-A");
  await git(project, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-qm", "One");
  for (const name of ["describe", "diff", "update", "verify", "import"])
    await cp(project, join(folder, name), { recursive: true });
  for (const name of [
    "serve",
    "gateway",
    "migrate",
    "backup",
    "sandbox",
    "eval",
    "stats",
    "account",
    "server",
    "token",
    "log",
  ])
    await mkdir(join(folder, name), { recursive: true });
  for (const name of [
    "connect",
    "client-config",
    "doctor",
    "usage",
    "admin-token",
    "role",
    "service-token",
    "own-key",
    "connection",
    "login",
    "logout",
    "apply",
    "export",
  ])
    await mkdir(join(folder, name), { recursive: true });
}

async function fillGateway(run: Scene["runHosted"], values: Record<string, string>): Promise<void> {
  for (const name of ["Acme", "Gone", "Gone2"])
    await must(run(`account add ${name} --region sandbox --no-verify`));
  for (const name of ["Kept", "Signed", "Rotated", "Revoked"])
    await must(run(`server create ${name} --account Acme`));
  const token = async () =>
    (JSON.parse((await must(run("token create CI --json"))).stdout) as { readonly id: string }).id;
  values["API_TOKEN"] = await token();
  values["API_TOKEN2"] = await token();
  const service = "service-token create CI --role viewer --json";
  for (const name of ["SERVICE_TOKEN", "SERVICE_TOKEN2"])
    values[name] = (JSON.parse((await must(run(service))).stdout) as { readonly id: string }).id;
  const role = async (name: string) =>
    (
      JSON.parse((await must(run(`role give ${name} --role viewer --json`))).stdout) as {
        readonly id: string;
      }
    ).id;
  values["ROLE"] = await role("one");
  values["ROLE2"] = await role("two");
}

async function must(running: Promise<Ended>): Promise<Ended> {
  const ended = await running;
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended;
}
