import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { leftOut } from "../build/product.js";
import { registryName, type Repository } from "./repository.js";

const run = promisify(execFile);

interface Description {
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/**
 * Packs what `npx standpipe` installs: the bundle, and only the dependencies that the bundle does not contain. The
 * project's own package.json lists all bundled packages, so it is private.
 * @param root the project's folder, with a built `dist/`
 * @param into the folder for the tarball
 * @returns the tarball's name
 */
export async function packPackage(root: string, into: string, repository: Repository): Promise<string> {
  const own = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Description;
  const folder = await mkdtemp(join(tmpdir(), "standpipe-package-"));
  try {
    for (const name of [...own.files, "README.md", "LICENSE"]) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    await writeFile(join(folder, "package.json"), JSON.stringify(published(own, repository), undefined, 2));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", into], { cwd: folder });
    return (JSON.parse(stdout) as { filename: string }[])[0]!.filename;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function published(own: Description, repository: Repository): object {
  const { private: _private, scripts: _scripts, devDependencies: _tools, dependencies, ...kept } = own;
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (dependencies[name] ? [[name, dependencies[name]]] : [])));
  return {
    ...kept,
    // The registry of MCP servers uses this to check that package and entry have the same owner.
    mcpName: registryName(repository),
    repository: { type: "git", url: `git+${repository.url}.git` },
    dependencies: only(leftOut.native),
    peerDependencies: only(leftOut.generator),
    peerDependenciesMeta: Object.fromEntries(leftOut.generator.map((name) => [name, { optional: true }])),
  };
}
