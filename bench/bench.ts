import { compareWithBaseline, saveBaseline } from "./kit/baseline.js";
import { benchCalls } from "./rooms/calls.js";
import { benchCost } from "./rooms/cost.js";
import { benchDiff } from "./rooms/diff.js";
import { benchGenerate } from "./rooms/generate.js";
import { benchLog } from "./rooms/log.js";
import { benchPipeline } from "./rooms/pipeline.js";
import { benchPrograms } from "./rooms/programs.js";
import { benchSandbox } from "./rooms/sandbox.js";
import { benchSize } from "./rooms/size.js";
import { benchStart } from "./rooms/start.js";
import { benchSteady } from "./rooms/steady.js";
import { benchStreams } from "./rooms/streams.js";
import { benchTracing } from "./rooms/tracing.js";
import { benchUsage } from "./rooms/usage.js";
import { benchUrls } from "./rooms/urls.js";
import { head, ratios } from "./kit/table.js";

/*
 * Prints one table. Each figure is the median of several runs, next to a baseline that was measured in turn with it,
 * because the machine may be busy. Everything is on loopback. Name parts to measure only them: `make bench ROOMS="start
 * calls"`. Ratios to a bare Node are compared with baseline.json. With `--save` they replace it, with `--check` a regression
 * ends the run with 1.
 */
const rooms: Readonly<Record<string, () => Promise<void>>> = {
  start: benchStart,
  calls: benchCalls,
  cost: benchCost,
  pipeline: benchPipeline,
  programs: benchPrograms,
  tracing: benchTracing,
  steady: benchSteady,
  sandbox: benchSandbox,
  diff: benchDiff,
  log: benchLog,
  urls: benchUrls,
  usage: benchUsage,
  streams: benchStreams,
  size: benchSize,
  generate: benchGenerate,
};

const flags = ["--save", "--check"];
const asked = process.argv.slice(2).filter((name) => !flags.includes(name));
const unknown = asked.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; the rooms are ${Object.keys(rooms).join(", ")}.`);
  process.exit(1);
}
head();
for (const name of asked.length > 0 ? asked : Object.keys(rooms)) await rooms[name]!();
if (process.argv.includes("--save")) await saveBaseline(ratios);
const worse = await compareWithBaseline(ratios);
for (const name of worse) console.error(`${name}: over 15 % more than in bench/baseline.json.`);
if (worse.length > 0 && process.argv.includes("--check")) process.exitCode = 1;
