import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { buildProduct } from "../build/product.js";
import { together } from "./kit/measure.js";
import { startUrls } from "./kit/gateway.js";
import { startHttp, startStdio, type Built } from "./kit/served.js";
import { startStub } from "./kit/stub.js";
import { incident } from "./rooms/calls.js";

/*
 * `make profile` shows where a call's processor time goes: by source file, and by function. It builds the product with
 * readable names, calls it many times under V8's profiler, and leaves out the start. OVER=http profiles HTTP,
 * OVER=traced HTTP with OpenTelemetry, and OVER=gateway a server URL on SQLite.
 */
const CALLS = 8_000;
const WAYS = 8;
const LINES = 30;
/** How the names of the bundle's parts begin. */
const PART = "standpipe/";
/** The first samples belong to the start and to code that V8 has not compiled yet. */
const LEFT_OUT = 0.35;

interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

const starts = {
  stdio: startStdio,
  http: startHttp,
  gateway: (base: string, built: Built) => startUrls(base, { built }),
  traced: (base: string, built: Built) =>
    startHttp(base, { ...built, variables: { OTEL_EXPORTER_OTLP_ENDPOINT: base } }),
} as const;
const over = process.argv[2] ?? "stdio";
if (!Object.hasOwn(starts, over))
  throw new Error(`Cannot profile ${over}. Use ${Object.keys(starts).join(", ")}.`);

// Within the project, so that the built product finds its packages.
const folder = await mkdtemp(fileURLToPath(new URL("../node_modules/.cache/profile-", import.meta.url)));
try {
  const built = join(folder, "built");
  await buildProduct(built, { minify: false });
  await run(built);
  for (const name of await readdir(folder))
    if (name.endsWith(".cpuprofile"))
      await print(JSON.parse(await readFile(join(folder, name), "utf8")) as Profile, built);
} finally {
  await rm(folder, { recursive: true });
}

async function run(built: string): Promise<void> {
  const stub = await startStub();
  const nodeFlags = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval", "200"];
  const entry = join(built, "standpipe.mjs");
  const server = await starts[over as keyof typeof starts](stub.url, { entry, nodeFlags });
  await together(CALLS, WAYS, () => server.ask("tools/call", incident()));
  await server.close();
  stub.close();
}

async function print({ nodes, samples, timeDeltas }: Profile, built: string): Promise<void> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const sources = await sourcesOf(nodes, built);
  const [files, functions] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, name: string, time: number) =>
    to.set(name, (to.get(name) ?? 0) + time);
  let total = 0;
  for (let at = Math.floor(samples.length * LEFT_OUT); at < samples.length; at++) {
    const node = byId.get(samples[at]!)!;
    const { functionName } = node.callFrame;
    if (functionName === "(idle)") continue;
    total += timeDeltas[at]!;
    add(
      functions,
      `${functionName || "(anonymous)"} ${sources(node) ?? node.callFrame.url}`,
      timeDeltas[at]!,
    );
    // Time of Node's own code counts for the file that called it.
    let caller: Node | undefined = node;
    while (caller && sources(caller) === undefined) caller = byId.get(parents.get(caller.id) ?? -1);
    add(files, caller ? sources(caller)! : functionName, timeDeltas[at]!);
  }
  list("by file, with what it calls in Node", files, total);
  list("by function", functions, total);
}

function list(title: string, times: ReadonlyMap<string, number>, total: number): void {
  console.log(`\n${title}`);
  const most = [...times].sort(([, one], [, other]) => other - one).slice(0, LINES);
  for (const [name, time] of most) console.log(`${((time / total) * 100).toFixed(1).padStart(6)} %  ${name}`);
}

/** Finds the source file of a function in a bundle, where esbuild notes each file in a comment. */
async function sourcesOf(nodes: readonly Node[], built: string): Promise<(node: Node) => string | undefined> {
  const names = new Set(nodes.map(({ callFrame }) => callFrame.url).filter((url) => url.startsWith(PART)));
  const texts = await Promise.all(
    [...names].map(
      async (name) => [name, await readFile(join(built, name.slice(PART.length)), "utf8")] as const,
    ),
  );
  const files = new Map(texts.map(([name, text]) => [name, text.split("\n")]));
  return ({ callFrame: { url, lineNumber } }) => {
    const lines = files.get(url);
    if (!lines) return undefined;
    for (let line = lineNumber; line >= 0; line--) {
      const found = /^\/\/! ((?:\w[\w-]*\/)+\S+\.\w+)$/.exec(lines[line]!);
      if (found) return found[1]!.replace(/^node_modules\/((?:@[^/]+\/)?[^/]+)\/.*/, "$1");
    }
    return undefined;
  };
}
