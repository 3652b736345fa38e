import { execFile } from "node:child_process";
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { placeBundle } from "../fixtures/shared-build.js";
import { freePort } from "../fixtures/free-port.js";
import { startCommand } from "./kit/start.js";
import { sourceVariables } from "../../gateway/accounts/references/settings.js";

/*
 * The commands of docs/deploying.md run unchanged, one after another. A script replaces the container engine and starts
 * processes. Another one replaces the cluster and records its calls.
 */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const page = await readFile(join(ROOT, "docs/deploying.md"), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w*)(?: [^\n]+)?\n(.*?)^```$/gms)].flatMap(([, kind, text]) =>
    kind === language ? [text!] : [],
  );

const has = (program: string, ...args: string[]) =>
  run(program, args).then(
    () => true,
    () => false,
  );
const hasKubectl = await has("kubectl", "version", "--client");

describe("the commands", () => {
  let folder: string;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-deploying-"));
    port = await freePort();
    for (const name of ["bin", "state/app", "here"]) await mkdir(join(folder, name), { recursive: true });
    await copyFile(join(import.meta.dirname, "kit/docker.sh"), join(folder, "bin/docker"));
    for (const name of ["kubectl", "helm"])
      await writeFile(join(folder, "bin", name), `#!/bin/sh\nprintf '%s\\n' "$*" >> "$STATE/cluster"\n`);
    // A machine with only Node and make has none. The commands use it for random text.
    if (!(await has("openssl", "version"))) {
      const random = `process.stdout.write(crypto.randomBytes(+process.argv[3]).toString("base64") + "\\n")`;
      await writeFile(join(folder, "bin/openssl"), `#!/bin/sh\nexec node -e '${random}' "$@"\n`, {
        mode: 0o755,
      });
    }
    for (const name of ["docker", "kubectl", "helm"]) await chmod(join(folder, "bin", name), 0o755);
    await symlink(join(ROOT, "deploy"), join(folder, "here/deploy"));
    await placeBundle(join(folder, "state/app"));
  });

  afterAll(async () => {
    // Processes that the page started keep running.
    await shell("docker stop standpipe").catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });

  it("work in the documented order", { timeout: 120_000 }, async () => {
    const said: string[] = [];
    for (const block of blocks("")) said.push(await shell(block));
    const all = said.join("");
    expect(all).toMatch(/Acme/);
    expect(all).toMatch(/https:\/\/standpipe\.example\.com\/mcp\/sp_/);
  });

  it("make a backup that a gateway can start from", async () => {
    const backup = join(folder, "here/backup");
    expect(await readdir(backup)).toEqual(expect.arrayContaining(["secret.key", "standpipe.db"]));
    const args = ["gateway", "--port", "0", "--data", backup];
    const env = { ...process.env, STANDPIPE_ADMIN_TOKEN: "another-token-of-the-operators" };
    const program = join(folder, "state/app/dist/standpipe.mjs");
    const restored = await startCommand(process.execPath, [program, ...args], /API: (http:\S+)\//, { env });
    const listed = await run(process.execPath, [program, "account", "list", "--url", restored.said[1]!], {
      env,
    });
    expect(listed.stdout).toContain("Acme");
    expect(await restored.stop()).toBe(0);
  });

  it("create the secret that the manifests read, and apply manifests that exist", async () => {
    const told = (await readFile(join(folder, "state/cluster"), "utf8")).trim().split("\n");
    expect(told).toHaveLength(4);
    expect(told[0]).toBe("create namespace standpipe");
    const keys = [...told[1]!.matchAll(/--from-literal=([\w-]+)=\S{24,}/g)].map(([, key]) => key);
    const { spec } = parse(await readFile(join(ROOT, "deploy/kubernetes/deployment.yaml"), "utf8")).spec
      .template;
    const read = spec.containers[0].env.map(({ value }: { value: string }) => value);
    const [{ mountPath }] = spec.containers[0].volumeMounts;
    expect(read).toEqual(keys.map((key) => `${mountPath}/${key}`));
    expect(spec.volumes[0].secret.secretName).toBe("standpipe");
    const [, path] = /^apply --kustomize (\S+)$/.exec(told[2]!)!;
    expect(await readdir(join(ROOT, path!))).toContain("kustomization.yaml");
    const [, chart] = /^install standpipe (\S+) --namespace standpipe --values /.exec(told[3]!)!;
    expect(await readdir(join(ROOT, chart!))).toContain("Chart.yaml");
  });

  async function shell(block: string): Promise<string> {
    const env = {
      ...process.env,
      PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`,
      STATE: join(folder, "state"),
      PORT: String(port),
      FIREHYDRANT_API_KEY: "fhb-acme",
      DATABASE_URL: "postgres://standpipe:secret@postgres/standpipe",
    };
    const done = run("bash", ["-eo", "pipefail", "-c", block], { cwd: join(folder, "here"), env });
    done.child.stdin!.end();
    return (await done).stdout;
  }
});

if (!hasKubectl)
  console.warn("SKIPPED: kubectl isn't installed, so the overlay is only compared with the manifests.");

describe("the overlay", () => {
  const overlay = parse(blocks("yaml")[0]!);
  const read = async (name: string) => parse(await readFile(join(ROOT, "deploy/kubernetes", name), "utf8"));

  it("changes fields that the manifests have", async () => {
    const base = await read("kustomization.yaml");
    expect(overlay.images[0].name).toBe(base.images[0].name);
    const [settings] = overlay.configMapGenerator;
    expect(settings).toMatchObject({ name: base.configMapGenerator[0].name, behavior: "merge" });
    const names = (literals: string[]) => literals.map((line) => line.split("=")[0]);
    expect(names(base.configMapGenerator[0].literals)).toEqual(
      expect.arrayContaining(names(settings.literals)),
    );
    const [{ path }] = parse(overlay.patches[0].patch) as [{ path: string }];
    const policy = await read("network-policy.yaml");
    const found = path
      .slice(1)
      .split("/")
      .reduce((at, key) => at?.[key], policy);
    expect(found).toBe("10.0.0.0/8");
  });

  it.runIf(hasKubectl)("matches the output of kustomize", async () => {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-overlay-"));
    await cp(join(ROOT, "deploy/kubernetes"), join(folder, "standpipe/deploy/kubernetes"), {
      recursive: true,
    });
    await mkdir(join(folder, "overlay"));
    await writeFile(join(folder, "overlay/kustomization.yaml"), blocks("yaml")[0]!);
    const { stdout } = await run("kubectl", ["kustomize", join(folder, "overlay")]);
    expect(stdout).toMatch(/image: registry\.example\.com\/standpipe:\d/);
    expect(stdout).toContain("STANDPIPE_PUBLIC_URL: https://standpipe.acme.example\n");
    expect(stdout).toContain("STANDPIPE_METRICS_PORT: ");
    expect(stdout).toContain("cidr: 10.20.30.0/24\n");
    await rm(folder, { recursive: true });
  });
});

describe("the table of settings", () => {
  it("lists all variables that the gateway reads, and no others", async () => {
    const listed = [...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
    const settings = await readFile(join(ROOT, "gateway/settings.ts"), "utf8");
    const read = [...settings.matchAll(/^ {2}((?:STANDPIPE|DATABASE)_\w+):/gm)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(10);
    const others = [...sourceVariables, "STANDPIPE_SECRET_KEY", "STANDPIPE_SECRET_KEY_PREVIOUS"];
    expect(listed.sort()).toEqual([...read, ...others].sort());
  });

  it("says correctly which of them can be read from files", async () => {
    const files = await readFile(join(ROOT, "gateway/secrets/secret-files.ts"), "utf8");
    const read = [...files.matchAll(/^ {2}"(\w+)",$/gm)].map(([, name]) => name);
    const [, sentence = ""] = /^These can also be files: (.*?)\. /m.exec(page) ?? [];
    const listed = [...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(listed.sort()).toEqual(read.sort());
  });
});
