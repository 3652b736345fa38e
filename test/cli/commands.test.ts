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
 * Several commands run in parallel. A line that several rows share runs once.
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

function run(given: string | Line): Promise<Ended> {
  const { line, until, env } = typeof given === "string" ? { line: given } : given;
  const known = running.get(line);
  if (known) return known;
  const ended = slot(() => scene.run(line, { until, env }));
  running.set(line, ended);
  return ended;
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
  const groups = [...new Set([...defined.keys()].map((name) => name.split(" ")[0]!))];
  it.concurrent.each([...new Set([...groups, ...defined.keys()])])("%s", async (name) => {
    const { code, stdout, stderr } = await run(`${name} --help`);
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
    const { code, stderr } = await run(good);
    expect(stderr).not.toMatch(stack);
    const wanted = (typeof good === "object" ? good.code : undefined) ?? 0;
    expect({ code, stderr: code === wanted ? "" : stderr }).toEqual({ code: wanted, stderr: "" });
  });
});

describe("a bad value of", () => {
  it.concurrent.each(all)("%s --%s", { timeout: 240_000 }, async (command, flag, { bad }) => {
    const { code, stdout, stderr } = await run(bad);
    const fix = typeof bad === "object" ? bad.fix : undefined;
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
