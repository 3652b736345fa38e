import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST } from "../cli/verify/release-manifest.js";
import { version } from "../cli/version.js";
import { componentsOf } from "./components.js";
import { packDesktopBundle } from "./desktop-bundle.js";
import { packPackage } from "./package.js";
import { registryEntry } from "./registry-entry.js";
import { repositoryOf } from "./repository.js";

/** `make release`: fills `release/` with all files of a release except the container's image. */
async function layRelease(root: string): Promise<void> {
  const into = join(root, "release");
  await rm(into, { recursive: true, force: true });
  await mkdir(into);
  const repository = repositoryOf(process.env["GITHUB_REPOSITORY"] ?? "OWNER/standpipe");

  await packPackage(root, into, repository);
  const name = await packDesktopBundle(root, into, version);
  const bundle = { name, sha256: await digest(join(into, name)) };
  await write("server.json", registryEntry({ version, repository, bundle }));
  await cp(join(root, "dist", MANIFEST), join(into, `standpipe-${version}.manifest.json`));
  await write(`standpipe-${version}.cdx.json`, await componentsOf(root));

  const names = (await readdir(into)).sort();
  const sums = await Promise.all(names.map(async (file) => `${await digest(join(into, file))}  ${file}\n`));
  await writeFile(join(into, "SHA256SUMS"), sums.join(""));
  console.log(`release/ holds ${[...names, "SHA256SUMS"].join(", ")}.`);

  async function write(file: string, value: object): Promise<void> {
    await writeFile(join(into, file), `${JSON.stringify(value, undefined, 2)}\n`);
  }
}

async function digest(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

await layRelease(fileURLToPath(new URL("..", import.meta.url)));
