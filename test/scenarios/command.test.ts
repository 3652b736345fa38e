import { readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { command } from "../../cli/eval/eval.js";
import type { Outcome } from "../../cli/eval/report.js";

const scripted = `node --import tsx ${join(import.meta.dirname, "scripted-agent.ts")}`;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("standpipe eval", () => {
  it("runs scenarios with an agent, and counts its calls and the tokens of its model", async () => {
    const [declared, named] = await evaluate(
      "--scenarios",
      "declare-and-page",
      "who-is-on-call",
      "--agent",
      scripted,
    );
    expect(named).toMatchObject({ scenario: "who-is-on-call", solved: true, calls: 1, sideEffects: [] });
    expect(declared).toMatchObject({ scenario: "declare-and-page", solved: true, calls: 2, missing: [] });
    // The curated tool list and the instructions alone cost some thousands.
    expect(declared!.tokensIn).toBeGreaterThan(5_000);
    expect(declared!.tokensOut).toBeGreaterThan(named!.tokensOut);
  });

  it("reports what an agent did besides its scenario, and what it left out", async () => {
    vi.stubEnv("MODE", "slips");
    const { stdout } = await printed("--scenarios", "declare-and-page", "--agent", scripted);
    expect(stdout).toMatch(/declare-and-page +no +2 +\d+ +\d+ +2\n/);
    expect(stdout).toContain("not done: the page went elsewhere");
    expect(stdout).toContain("forbidden: paged Checkout");
    expect(stdout).toMatch(/\n0 of 1 solved, 2 calls, \d+ tokens in, \d+ out, 2 forbidden side effects\.\n$/);
  });

  it("counts a failing agent as unsolved, whatever it did, and reports why", async () => {
    const done = `${scripted} && echo the model is gone >&2 && exit 3`;
    const [solved] = await evaluate("--scenarios", "who-is-on-call", "--agent", done);
    expect(solved).toMatchObject({
      solved: false,
      failure: "ended with code 3: the model is gone",
      missing: [],
    });
    const [unknown] = await evaluate("--scenarios", "who-is-on-call", "--agent", "no-such-agent");
    expect(unknown!.failure).toMatch(/^ended with code 127: .*no-such-agent/);
  });

  it("stops an agent at its time limit, with all its child processes", async () => {
    const agent = "sleep 600 & wait";
    const [stopped] = await evaluate("--scenarios", "who-is-on-call", "--time-limit", "1", "--agent", agent);
    expect(stopped).toMatchObject({ solved: false, failure: "took longer than 1 s and was stopped" });
  });

  it("does not wait for processes that an agent left running", async () => {
    const [left] = await evaluate(
      "--scenarios",
      "who-is-on-call",
      "--agent",
      "sleep 600 & echo ANSWER: nobody",
    );
    expect(left!.missing).toEqual([expect.stringContaining("answered “nobody”")]);
  });

  it("gives the scenario on stdin, and the URL and the scenario's id in the environment", async () => {
    const folder = await mkdtemp(join(tmpdir(), "eval-"));
    const agent = `cat > ${folder}/prompt; echo "$STANDPIPE_SCENARIO $STANDPIPE_MCP_URL" > ${folder}/given`;
    await evaluate("--scenarios", "who-is-on-call", "--agent", agent);
    const prompt =
      "Who is on call for Payments right now?\n\nEnd with one line that reads\nANSWER: <full name>";
    expect(await readFile(join(folder, "prompt"), "utf8")).toBe(prompt);
    expect(await readFile(join(folder, "given"), "utf8")).toMatch(
      /^who-is-on-call http:\/\/127\.0\.0\.1:\d+\/mcp\n$/,
    );
    await rm(folder, { recursive: true });
  });

  it("compares surfaces and filters: a smaller one costs fewer tokens", async () => {
    const tokens = async (...flags: string[]) =>
      (await evaluate("--scenarios", "who-is-on-call", "--agent", "true", ...flags))[0]!.tokensIn;
    const [curated, discover, few] = [
      await tokens(),
      await tokens("--surface", "discover"),
      await tokens("--surface", "full", "--tags", "roles"),
    ];
    expect(discover).toBeLessThan(curated / 5);
    expect(few).toBeLessThan(curated);
  });

  it("compares single calls with programs, without an agent", async () => {
    const { stdout } = await printed("--programs", "--scenarios", "declare-and-page", "runbook-run");
    expect(stdout).toMatch(/\nrunbook-run +yes +\d+ +9 +\d+ +yes +2 +9 +\d+\n/);
    expect(stdout).toContain("\n2 of 2 solved by programs.");
    expect(stdout).toMatch(/tokens: \d+ instead of \d+, 0\.\d\d of them \(aim: 0\.50\)/);
    const { stderr } = await printed("--programs", "--scenarios", "who-is-on-call");
    expect(stderr).toContain("None of these scenarios has a program.");
  });

  it("lists the scenarios if no agent is given", async () => {
    const { stdout } = await printed("--scenarios", "page-*");
    expect(stdout).toMatch(/^scenario +prompt\npage-person +Wake Hana Sato/);
  });

  it.each([
    [["--scenarios", "paeg-person"], 'no scenario is called "paeg-person". Did you mean "page-person"?'],
    [["--agnt", "x"], 'There is no flag "--agnt". Did you mean --agent?'],
    [["--agent", " "], "--agent takes a command"],
    [["--agent", "true", "--time-limit", "0"], "--time-limit takes a whole number from 1"],
    [["--agent", "true", "--tags", "incident"], 'Did you mean "incidents"?'],
  ])("%j are refused with the fix", async (given, want) => {
    const { stderr, code } = await printed(...given);
    expect(stderr).toContain(want);
    expect(code).toBe(1);
  });
});

async function evaluate(...flags: string[]): Promise<Outcome[]> {
  return JSON.parse((await printed(...flags, "--json")).stdout);
}

async function printed(...flags: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const lines = (method: "log" | "error") => {
    const said: string[] = [];
    vi.spyOn(console, method).mockImplementation((line: string) => void said.push(`${line}\n`));
    return said;
  };
  const [out, err] = [lines("log"), lines("error")];
  const code = await command.run(flags);
  return { stdout: out.join(""), stderr: err.join(""), code };
}
