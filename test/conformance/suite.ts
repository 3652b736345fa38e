import { execFile } from "node:child_process";
import { join } from "node:path";
import { scratchInstall } from "../fixtures/scratch-install.js";

/** The protocol's own conformance suite, pinned, and a newer Node for it if this one is too old. */
const suite = { "@modelcontextprotocol/conformance": "0.2.0-alpha.12" };
const nodePackage = `node-${process.platform}-${process.arch}`;
const nodeVersion = "24.21.0";
const isRecent = Number(process.versions.node.split(".")[0]) >= 24;

/** Revisions of the protocol, each with its scenarios. */
export const revisions = ["2025-11-25", "2026-07-28"] as const;

/** The result of a run of the suite. */
export interface Verdict {
  readonly passed: boolean;
  /** Scenarios and checks that failed as expected. */
  readonly failedAsExpected: readonly string[];
  /** All that the suite printed. */
  readonly output: string;
}

/**
 * Runs the scenarios of a revision. It throws for an unexpected failure, and for an expected failure that did not
 * happen.
 */
export function runRevision(url: string, revision: string, expectedFailures: string): Promise<Verdict> {
  return runSuite(url, ["--requirements", revision, "--expected-failures", expectedFailures]);
}

/** Runs a scenario that belongs to no revision. */
export function runScenario(url: string, scenario: string, revision: string): Promise<Verdict> {
  return runSuite(url, ["--scenario", scenario, "--spec-version", revision]);
}

async function runSuite(url: string, flags: readonly string[]): Promise<Verdict> {
  const packages = await installed();
  const node = isRecent ? process.execPath : join(packages, nodePackage, "bin/node");
  const entry = join(packages, "@modelcontextprotocol/conformance/dist/index.js");
  return new Promise((resolve) =>
    execFile(node, [entry, "server", "--url", url, ...flags], { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const failedAsExpected = [...stdout.matchAll(/^ {2}~ (\S+)$/gm)].map(([, name]) => name!);
      resolve({ passed: error === null, failedAsExpected, output: stdout + stderr });
    }),
  );
}

function installed(): Promise<string> {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/conformance");
  return scratchInstall(folder, isRecent ? suite : { ...suite, [nodePackage]: nodeVersion });
}
