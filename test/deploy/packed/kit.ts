import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";
import { parse } from "yaml";
import { version } from "../../../cli/version.js";
import { makeClone } from "../../fixtures/clone.js";
import { startApiStub, type ApiStub } from "../../gateway/kit/api-stub.js";

/*
 * The packing steps of the release workflow run unchanged in a scratch clone, except `npm ci`, because the installed
 * packages are linked there. The packed files are then installed and started like users would.
 */
export const run = promisify(execFile);
export const ROOT = join(import.meta.dirname, "../../..");
export const signing = generateKeyPairSync("ed25519");
export let folder: string;
export let release: string;
export let stub: ApiStub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  release = join(folder, "clone/release");
  stub = await startApiStub();
  await makeClone(join(folder, "clone"), join(folder, "origin.git"));
  for (const step of await stepsOf("files")) {
    if (!step.startsWith("npm ci")) await runStep(step);
  }
}, 240_000);

afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true });
});

interface Workflow {
  readonly permissions: object;
  readonly jobs: Record<
    string,
    { readonly permissions: object; readonly steps: { readonly run?: string }[] }
  >;
}

export async function workflow(): Promise<Workflow> {
  return parse(await readFile(join(ROOT, ".github/workflows/release.yml"), "utf8"));
}

export async function stepsOf(job: string): Promise<string[]> {
  return (await workflow()).jobs[job]!.steps.flatMap((step) => step.run ?? []);
}

/** Runs a step like a runner, with programs in `bin` first. */
export async function runStep(step: string, tag = `v${version}`, bin = folder): Promise<void> {
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    GH_TOKEN: "token",
    GITHUB_ACTOR: "someone",
    GITHUB_REPOSITORY: "example/standpipe",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456",
    STANDPIPE_SIGNING_KEY: signing.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    TAG: tag,
  };
  await run("bash", ["-eo", "pipefail", "-c", step], { cwd: join(folder, "clone"), env });
}
