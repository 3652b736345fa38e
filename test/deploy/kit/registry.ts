import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");

/** A registry of packages on loopback. */
export interface Registry {
  readonly url: string;
  close(): void;
}

/**
 * Serves packages as they are installed in the project, and no others, so that installing needs no network.
 * @param paths of the packages under `node_modules/`
 * @param folder for their tarballs
 */
export async function startRegistry(paths: readonly string[], folder: string): Promise<Registry> {
  await mkdir(folder);
  const answers = new Map<string, string | Buffer>();
  const server = createServer(({ url = "" }, response) => {
    const answer = answers.get(decodeURIComponent(url));
    response.writeHead(answer === undefined ? 404 : 200).end(answer ?? "{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const path of paths) {
    const { description, filename } = await pack(path, folder);
    const { name, version } = description;
    const versions = { [version]: { ...description, dist: { tarball: `${url}/${filename}` } } };
    answers.set(`/${name}`, JSON.stringify({ name, "dist-tags": { latest: version }, versions }));
    answers.set(`/${filename}`, await readFile(join(folder, filename)));
  }
  return { url, close: () => void server.close() };
}

async function pack(path: string, folder: string) {
  const installed = join(ROOT, "node_modules", path);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, installed];
  const [{ filename }] = JSON.parse((await run("npm", args)).stdout) as [{ filename: string }];
  const text = await readFile(join(installed, "package.json"), "utf8");
  return { description: JSON.parse(text) as { name: string; version: string }, filename };
}
