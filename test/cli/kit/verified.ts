import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { runVerify } from "../../../cli/verify/verify.js";
import { printSurfaceLock, surfaceLock } from "../../../generator/render/surface-lock.js";
import {
  type Catalogue,
  createRegistry,
  ownTools,
  type HttpServing,
  type ListedTool,
  type SignedManifest,
  type View,
} from "../../../runtime/index.js";
import { createMcpService, serveHttp } from "../../../runtime/serving.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi, smallCatalogue } from "../../fixtures/small-api.js";

export const ROOT = join(import.meta.dirname, "../../..");
export const LOCK = join(ROOT, "specs/firehydrant/surface.lock");

export let folder: string;
export let lockFile: string;
const servers: HttpServing[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"));
  lockFile = join(folder, "surface.lock");
  await writeFile(lockFile, printSurfaceLock(surfaceLock(smallCatalogue, ownTools), groupOf));
  const names = smallCatalogue.tools.flatMap(({ name }) => {
    const { operation, managed } = smallCatalogue.index[name]!;
    return [`${name} ${operation} of ${name}`, `${managed} ${operation} of ${name}`];
  });
  await writeFile(join(folder, "names.lock"), names.join("\n"));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((serving) => serving.drain(0)));
});

afterAll(() => rm(folder, { recursive: true }));

function groupOf(tool: string): string | undefined {
  return smallCatalogue.index[tool]?.group;
}

export async function verified(
  where: string,
  lock: string | null = lockFile,
  flags: { strict?: boolean; key?: string; api?: string } = {},
) {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const error = vi.spyOn(console, "error").mockReturnValue();
  const code = await runVerify(where, { api: "firehydrant", lock: lock ?? undefined, ...flags });
  const said = { code, output: log.mock.calls.flat().join("\n"), errors: error.mock.calls.flat() };
  vi.restoreAllMocks();
  return said;
}

interface Served {
  /** Changes each tool. */
  readonly change?: (tool: ListedTool) => ListedTool;
  readonly instructions?: string;
  /** A tool that the server lacks. */
  readonly without?: string;
  readonly index?: Catalogue["index"];
  readonly signed?: SignedManifest;
}

/** A server of the small API. */
export async function serve(
  view: View,
  { change = (tool) => tool, instructions = smallCatalogue.instructions, without, ...given }: Served = {},
): Promise<string> {
  const { index: all, signed: manifest } = { index: smallCatalogue.index, signed: undefined, ...given };
  const tools = smallCatalogue.tools.filter(({ name }) => name !== without).map(change);
  const index = Object.fromEntries(Object.entries(all).filter(([name]) => name !== without));
  const curated = smallCatalogue.curated.filter((name) => name !== without);
  const catalogue = { ...smallCatalogue, instructions, tools, index, curated };
  const api = { ...smallApi(), catalogue, signed: async () => manifest };
  const registry = createRegistry(catalogue, view);
  const service = createMcpService({ api, registry, caller: fakeCaller(), version: "0", report: () => {} });
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => {} });
  servers.push(serving);
  return serving.url;
}
