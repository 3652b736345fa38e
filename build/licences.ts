import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Licence {
  /** Name, version and licence of a package, on a line. */
  readonly title: string;
  /** The text in the package; a few packages have none. */
  readonly text: string;
}

/**
 * The licences of all bundled packages, which they require to be included.
 * @param root the folder that the inputs' paths start from
 * @param inputs paths of bundled files, from esbuild's metafile
 */
export async function licencesOf(root: string, inputs: Iterable<string>): Promise<string> {
  const folders = new Set([...inputs].flatMap((path) => packageFolder(path) ?? []));
  const all = await Promise.all([...folders].sort().map((folder) => readLicence(join(root, folder))));
  const titles = new Map<string, Set<string>>();
  for (const { title, text } of all) titles.set(text, (titles.get(text) ?? new Set()).add(title));
  return [...titles].map(([text, titles]) => [...titles, "", text, ""].join("\n")).join(`${line}\n`);
}

const line = "-".repeat(80);

/** The innermost package of a file. */
function packageFolder(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

async function readLicence(folder: string): Promise<Licence> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  const { name, version, license } = JSON.parse(text) as Record<"name" | "version" | "license", string>;
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return { title: `${name} ${version} (${license})`, text: texts.map((text) => text.trim()).join("\n\n") };
}
