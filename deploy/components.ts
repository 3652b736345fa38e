import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The parts of a CycloneDX list of components that we use. References are `name@version`. */
interface Bom {
  readonly components: readonly { readonly "bom-ref": string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Lock {
  /** By path from the project's folder. The project itself has an empty path. */
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
}

/**
 * The packages of the product with versions, licences and digests, from the lockfile. The lockfile also says which
 * packages are only for building or testing. npm's own --omit=dev also omits packages that both need.
 */
export async function componentsOf(root: string): Promise<Bom> {
  const args = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only"];
  const { stdout } = await run("npm", args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as Lock;
  return within(JSON.parse(stdout) as Bom, shippedIn(lock));
}

function shippedIn({ packages }: Lock): ReadonlySet<string> {
  const shipped = Object.entries(packages).filter(([, { dev }]) => !dev);
  return new Set(shipped.map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`));
}

function within(bom: Bom, shipped: ReadonlySet<string>): Bom {
  const gone = new Set(bom.components.map((one) => one["bom-ref"]).filter((ref) => !shipped.has(ref)));
  return {
    ...bom,
    components: bom.components.filter((one) => !gone.has(one["bom-ref"])),
    dependencies: bom.dependencies
      .filter(({ ref }) => !gone.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !gone.has(one)) })),
  };
}
