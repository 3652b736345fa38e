import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git, makeClone } from "../../fixtures/clone.js";
import { run, ROOT, read } from "./kit.js";

describe("the jobs that compare the tools", () => {
  it.each([
    ["ci.yml", "diff"],
    ["spec-update.yml", "update"],
  ])("%s keeps the whole report as an artefact and links it", async (file, job) => {
    const { steps } = (await read(file)).jobs[job]!;
    const scripts = steps.map(({ run }) => run ?? "").join("\n");
    expect(scripts).toContain('"$RUNNER_TEMP/whole-report.txt"');
    expect(scripts).toContain('--full-report "$page"');
    const kept = steps.find((step) => step.with?.["name"] === "whole-report");
    expect(kept).toMatchObject({ with: { path: "${{ runner.temp }}/whole-report.txt" } });
    expect(kept!.uses).toMatch(/^actions\/upload-artifact@/);
  });
});

describe("the job that comments on pull requests", () => {
  it("runs no code of the branch; the job that runs it has no write access", async () => {
    const { permissions, jobs } = await read("ci.yml");
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs["diff"]!.permissions).toBeUndefined();
    expect(jobs["comment"]!.permissions).toEqual({ "pull-requests": "write" });
    expect(jobs["comment"]!.steps.some(({ uses }) => uses?.startsWith("actions/checkout"))).toBe(false);
  });
});

describe("the nightly update", () => {
  let folder: string;
  let clone: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "update-"));
    clone = join(folder, "clone");
    await makeClone(clone, join(folder, "origin.git"));
    await makeTools(folder);
    await writeFile(join(folder, "upstream.json"), await changedContract());
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  it("opens a pull request with the diff as its body, the imported files and description templates", async () => {
    await runJob(join(folder, "upstream.json"));
    const body = await readFile(join(folder, "pull-request.md"), "utf8");
    expect(body).toMatch(
      /^<!-- standpipe diff -->\n## 1 breaking, 2 widening, 0 harmless, each tool once by its worst change\n/,
    );
    expect(body).toContain("1 added, 0 removed, 0 renamed, 2 changed.");
    expect(body).toContain("`summary` has maxLength 99");
    expect(body).toContain("Fill in the templates in `specs/firehydrant/tools/pages.yaml`");
    expect(await asked()).toEqual(["pr list", "pr list", "pr create", "workflow run"]);
    expect(body).toContain(
      "[The whole report](https://github.com/example/standpipe/actions/runs/7#artifacts)",
    );
    expect(await readFile(join(folder, "whole-report.txt"), "utf8")).toContain("rehearse_page is new");

    const branch = "spec-update";
    const changed = await git(clone, "diff", "--name-only", "main", `origin/${branch}`);
    expect(changed.split("\n")).toEqual([
      "specs/firehydrant/SOURCE.md",
      "specs/firehydrant/openapi.json",
      "specs/firehydrant/tools/pages.yaml",
    ]);
    const words = await git(clone, "show", `origin/${branch}:specs/firehydrant/tools/pages.yaml`);
    expect(words).toContain("  POST /v1/page/rehearsal:\n    name: rehearse_page\n    title:\n");
  }, 240_000);

  it("fails until the descriptions are written", async () => {
    const check = git(clone, "switch", "-q", "spec-update").then(() =>
      run("node", ["build/generate.mjs", "--check"], { cwd: clone }),
    );
    await expect(check).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("/title") });
  }, 120_000);

  it("keeps the descriptions in the pull request, and generates once they are complete", async () => {
    await writeWords(clone);
    await git(clone, "commit", "-qam", "Words");
    await git(clone, "push", "-q", "origin", "spec-update");
    await git(clone, "switch", "-q", "main");
    const upstream = JSON.parse(await readFile(join(folder, "upstream.json"), "utf8"));
    upstream.paths["/v1/ping"].get.operationId = "ping_again";
    await writeFile(join(folder, "upstream.json"), JSON.stringify(upstream));

    await runJob(join(folder, "upstream.json"));
    expect(await asked()).toEqual(["pr list", "pr list", "pr edit", "workflow run"]);
    const body = await readFile(join(folder, "pull-request.md"), "utf8");
    expect(body).toContain("1 added, 0 removed, 0 renamed, 2 changed.");
    expect(body).not.toContain("Nothing is generated yet");
    const changed = await git(clone, "diff", "--name-only", "main", "origin/spec-update");
    expect(changed).toContain("generated/firehydrant/tools/pages/rehearse_page.ts");
    expect(changed).toContain("specs/firehydrant/surface.lock");
  }, 240_000);

  it("does nothing if upstream did not change", async () => {
    await git(clone, "switch", "-q", "main");
    await writeFile(join(folder, "open"), "0");
    const contract = join(clone, "specs/firehydrant/openapi.json");
    await cp(contract, join(folder, "same.json"));
    await runJob(join(folder, "same.json"));
    expect(await asked()).toEqual(["pr list"]);
    expect(await git(clone, "status", "--porcelain", "specs", "generated")).toBe("");
  }, 120_000);

  /** Runs the job's steps like a runner: each in its own shell, with variables and outputs in files. */
  async function runJob(spec: string): Promise<void> {
    const { env, jobs } = await read("spec-update.yml");
    const outputs = join(folder, "output");
    const variables = join(folder, "env");
    await Promise.all([outputs, variables, join(folder, "asked")].map((file) => writeFile(file, "")));
    await git(clone, "switch", "-q", "main");
    const sha = await git(clone, "rev-parse", "HEAD");
    for (const step of jobs["update"]!.steps) {
      if (step.run === undefined || step.run.startsWith("npm ci")) continue;
      if (step.if !== undefined && !(await readFile(outputs, "utf8")).includes("changed=true")) continue;
      const handed = (await readFile(variables, "utf8"))
        .trim()
        .split("\n")
        .filter((line) => line !== "");
      await run("bash", ["-eo", "pipefail", "-c", step.run], {
        cwd: clone,
        env: {
          ...process.env,
          ...env,
          ...Object.fromEntries(handed.map((line) => line.split("=") as [string, string])),
          PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`,
          SPEC: spec,
          SCRATCH: folder,
          GITHUB_SERVER_URL: "https://github.com",
          GITHUB_REPOSITORY: "example/standpipe",
          GITHUB_RUN_ID: "7",
          GITHUB_SHA: sha,
          GITHUB_ENV: variables,
          GITHUB_OUTPUT: outputs,
          RUNNER_TEMP: folder,
        },
      });
    }
  }

  async function asked(): Promise<string[]> {
    const lines = (await readFile(join(folder, "asked"), "utf8")).trim().split("\n");
    return lines.map((line) => line.split(" ").slice(0, 2).join(" "));
  }
});

/** A `gh` that records its calls, keeps the body, and knows whether the pull request is open. */
async function makeTools(folder: string): Promise<void> {
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "open"), "0");
  const gh = `#!/usr/bin/env bash
set -euo pipefail
echo "$*" >> "$SCRATCH/asked"
case "$1 $2" in
  "pr list") cat "$SCRATCH/open" ;;
  "pr create" | "pr edit")
    echo 1 > "$SCRATCH/open"
    cp "\${@: -1}" "$SCRATCH/pull-request.md" ;;
esac
`;
  await writeFile(join(folder, "bin/gh"), gh);
  await chmod(join(folder, "bin/gh"), 0o755);
}

/** The contract with a new operation, a narrower argument and a wider one. */
async function changedContract(): Promise<string> {
  const contract = JSON.parse(await readFile(join(ROOT, "specs/firehydrant/openapi.json"), "utf8"));
  const schemas = contract.components.schemas;
  schemas.create_signals_page.properties.summary.maxLength = 99;
  contract.paths["/v1/runbooks"].get.parameters.push({
    name: "mood",
    in: "query",
    schema: { type: "string" },
  });
  contract.paths["/v1/page/rehearsal"] = {
    post: {
      operationId: "rehearse_page",
      requestBody: {
        content: {
          "application/json": { schema: { type: "object", properties: { note: { type: "string" } } } },
        },
      },
      responses: { "201": { description: "" } },
    },
  };
  return JSON.stringify(contract);
}

/** Fills in the description templates that the job left. */
async function writeWords(clone: string): Promise<void> {
  const folder = join(clone, "specs/firehydrant/tools");
  const fill = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), text.replace(from, to));
  };
  await fill(
    "pages.yaml",
    /    title:\n    description:\n    arguments:\n      note:/,
    `    title: Rehearse a page
    description: >-
      Goes through a page without waking anyone, so that a team can see what would happen to it at night. create_page
      pages people in earnest. Returns nothing.
    arguments:
      note: What is rehearsed.`,
  );
  await fill(
    "runbooks.yaml",
    /( {2}GET \/v1\/runbooks:\n(?: {4}.*\n)*? {4}arguments:\n)/,
    "$1      mood: Of the runbook.\n",
  );
}
