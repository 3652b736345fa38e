import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../cli/command/command.js";
import { commands } from "../../cli/commands.js";
import { buildBundle, type Bundle, type Ended } from "./kit/bundle.js";
import { limited } from "./kit/limit.js";
import { openScene, type Scene } from "./kit/scene.js";
import type { Line } from "./rows/row.js";
import { rows } from "./rows/rows.js";

/*
 * The built command line: every command with --help, and every flag of every command with a good and a bad value.
 * A line that several rows share runs once. Good lines that serve, generate or look at the machine have a process each,
 * and so has the first good line of every other command: it shows that the command ends by itself.
 */
let bundle: Bundle;
let scene: Scene;

const slot = limited(3);
const running = new Map<string, Promise<Ended>>();

beforeAll(async () => {
  bundle = await buildBundle();
  scene = await openScene(bundle);
}, 240_000);
afterAll(async () => {
  await scene?.close();
  await bundle?.remove();
});

/** Commands that only call the management API, or only print. */
const CLIENTS = new Set(
  ["account", "server", "token", "log", "usage", "service-token", "own-key", "connection", "role"].concat([
    "apply",
    "export",
    "logout",
    "client-config",
  ]),
);
/** Commands that may have a port or a database open when they fail. */
const STARTS = new Set(["gateway", "sandbox", "migrate", "backup", "admin-token"]);

const firstWord = (line: string) => line.split(" ")[0]!;
const firstGood = new Map(
  Object.entries(rows)
    .reverse()
    .map(([name, flags]) => [firstWord(name), Object.values(flags)[0]?.good]),
);

function runGood(good: string | Line): Promise<Ended> {
  const command = firstWord(lineOf(good).line);
  return run(good, !CLIENTS.has(command) || firstGood.get(command) === good);
}

function run(given: string | Line, isAlone: boolean): Promise<Ended> {
  const { line, until, env } = lineOf(given);
  const known = running.get(line);
  if (known) return known;
  const ended =
    isAlone || until ? slot(() => scene.run(line, { until, env })) : scene.runHosted(line, { env });
  running.set(line, ended);
  return ended;
}

function lineOf(given: string | Line): Line {
  return typeof given === "string" ? { line: given } : given;
}

/** All commands and actions by name, from their own definitions. */
async function definitions(): Promise<Map<string, Command>> {
  const found = new Map<string, Command>();
  for (const [name, { load }] of Object.entries(commands)) {
    const { command } = await load();
    if ("form" in command) found.set(name, command);
    else for (const [action, one] of Object.entries(command.actions)) found.set(`${name} ${action}`, one);
  }
  return found;
}

const defined = await definitions();

it("is in the table with every command and every flag", () => {
  const flags = (of: Iterable<[string, object]>) =>
    Object.fromEntries([...of].map(([name, one]) => [name, Object.keys(one).sort()]));
  expect(flags(Object.entries(rows))).toEqual(
    flags([...defined].map(([name, { form }]) => [name, form.flags])),
  );
  for (const [name, { form }] of defined) expect(form.name).toBe(`standpipe ${name}`);
});

describe("--help of", () => {
  const groups = [...new Set([...defined.keys()].map((name) => firstWord(name)))];
  it.concurrent.each([...new Set([...groups, ...defined.keys()])])("%s", async (name) => {
    const { code, stdout, stderr } = await run(`${name} --help`, false);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`standpipe ${name}`);
    for (const flag of Object.keys(defined.get(name)?.form.flags ?? {}))
      expect(stdout).toContain(`--${flag} `);
  });
});

const all = Object.entries(rows).flatMap(([command, flags]) =>
  Object.entries(flags).map(([flag, row]) => [command, flag, row] as const),
);

describe("a good value of", () => {
  it.concurrent.each(all)("%s --%s", { timeout: 240_000 }, async (_command, _flag, { good }) => {
    const { code, stderr } = await runGood(good);
    expect(stderr).not.toMatch(stack);
    const wanted = lineOf(good).code ?? 0;
    expect({ code, stderr: code === wanted ? "" : stderr }).toEqual({ code: wanted, stderr: "" });
  });
});

describe("a bad value of", () => {
  it.concurrent.each(all)("%s --%s", { timeout: 240_000 }, async (command, flag, { bad }) => {
    const { code, stdout, stderr } = await run(bad, STARTS.has(command));
    const { fix } = lineOf(bad);
    expect({ code, stdout }).toEqual({ code: failureOf(command), stdout: "" });
    expect(stderr).toMatch(new RegExp(`^standpipe: .*--(no-)?${flag}\\b`, "s"));
    expect(stderr).toMatch(fix ?? new RegExp(`\\nSee standpipe ${command} --help\\.\\n$`));
    expect(stderr).not.toMatch(stack);
  });
});

/** `diff` and `verify` use 1 for a difference, and `doctor` for a finding. */
function failureOf(command: string): number {
  return ["diff", "verify", "doctor"].includes(command) ? 2 : 1;
}

const stack = /^\s+at |node:internal|file:\/\//m;
