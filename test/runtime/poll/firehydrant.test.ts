import { search } from "@jmespath-community/jmespath";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pollOf, type Poll } from "../../../generator/describe/poll.js";
import { loadWords } from "../../../generator/describe/words.js";
import { ProblemList } from "../../../generator/model/problem.js";
import { describedOperations } from "../../generator/relations/operations.js";

describe("the polls of FireHydrant", async () => {
  const folder = new URL("../../../specs/firehydrant/", import.meta.url);
  const file = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const problems = new ProblemList();
  const operations = await describedOperations(problems);
  const files = readdirSync(new URL("tools/", folder)).map((name) => ({
    at: `specs/firehydrant/tools/${name}`,
    text: file(`tools/${name}`),
  }));
  const words = loadWords(files, problems);
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const nameOf = (key: string) => words.get(key)?.name;
  const polls = new Map<string, Poll>();
  for (const [key, { poll, at, name }] of words) {
    const operation = byKey.get(key);
    if (poll === undefined || !operation) continue;
    const found = pollOf(poll, { at, operation, nameOf, operations: byKey, problems });
    if (found) polls.set(name, found);
  }

  it("fit the contract", () => {
    expect(problems.all).toEqual([]);
    expect([...polls.keys()].sort()).toEqual([
      "close_incident",
      "create_page",
      "create_runbook_execution",
      "create_webhook",
      "export_incident_retrospectives",
      "generate_audience_summary",
      "ingest_catalog_data",
      "publish_hosted_status_page",
      "publish_post_mortem_report",
      "refresh_catalog",
      "refresh_integration_connection",
      "resolve_incident",
      "unpublish_hosted_status_page",
      "update_integration_connection",
      "update_runbook_execution_step",
    ]);
  });

  it.each([...polls])(
    "%s says in 25 to 55 words that it is accepted, and names only existing tools",
    (_, { says, plan }) => {
      const count = says.split(/\s+/).length;
      expect(count).toBeGreaterThanOrEqual(25);
      expect(count).toBeLessThanOrEqual(55);
      expect(says).toMatch(/accepted/i);
      const names = new Set([...words.values()].map(({ name }) => name));
      const tools = (says.match(/\b(get|list)_[a-z_]+/g) ?? []).filter((word) => !names.has(word));
      expect(tools).toEqual([]);
      if (plan) expect(says).toContain(`every ${plan.everySeconds} s`);
    },
  );

  function verdict(tool: string, states: { before?: unknown; now: unknown }): "done" | "failed" | "goes on" {
    const { done, failed } = polls.get(tool)!.plan!;
    const scope = { before: null, ...states } as never;
    if (failed !== undefined && search(scope, failed)) return "failed";
    return search(scope, done) ? "done" : "goes on";
  }

  const steps = (...states: (string | undefined)[]) => {
    return {
      steps: states.map((state, id) => ({ id: `s${id}`, ...(state ? { execution: { state } } : {}) })),
    };
  };
  const summary = { id: "1", content: "All is well.", created_at: "2026-04-01T00:00:00Z" };
  const checked = { checked_at: "2026-04-01T00:00:00Z", status: "ok" };
  const later = "2026-04-01T00:01:00Z";

  it.each([
    ["create_runbook_execution", "no steps yet", { now: { steps: null } }, "goes on"],
    ["create_runbook_execution", "an empty list of steps", { now: steps() }, "goes on"],
    [
      "create_runbook_execution",
      "a step without an execution",
      { now: steps("completed", undefined) },
      "goes on",
    ],
    ["create_runbook_execution", "a started step", { now: steps("completed", "started") }, "goes on"],
    ["create_runbook_execution", "all steps over", { now: steps("completed", "dismissed") }, "done"],
    [
      "create_runbook_execution",
      "one object for the steps",
      { now: { steps: steps("completed").steps[0] } },
      "done",
    ],
    ["create_runbook_execution", "an errored step", { now: steps("completed", "errored") }, "failed"],
    ["create_runbook_execution", "nothing", { now: null }, "goes on"],
    ["update_runbook_execution_step", "a scheduled step", { now: steps("scheduled", "initial") }, "goes on"],
    ["update_runbook_execution_step", "nothing in motion", { now: steps("completed", "initial") }, "done"],
    ["update_runbook_execution_step", "an errored step", { now: steps("errored") }, "failed"],
    ["generate_audience_summary", "the old summary", { before: summary, now: summary }, "goes on"],
    ["generate_audience_summary", "none yet", { now: null }, "goes on"],
    ["generate_audience_summary", "a first one", { now: summary }, "done"],
    [
      "generate_audience_summary",
      "a newer one",
      { before: summary, now: { ...summary, created_at: later } },
      "done",
    ],
    [
      "generate_audience_summary",
      "a newer one without text",
      { before: summary, now: { id: "2", content: null } },
      "goes on",
    ],
    ["create_page", "an open alert", { now: { status: "opened" } }, "goes on"],
    ["create_page", "a taken alert", { now: { status: "acknowledged" } }, "done"],
    ["create_page", "an expired alert", { now: { status: "expired" } }, "failed"],
    [
      "publish_hosted_status_page",
      "an unpublished page",
      { now: { publish_state: "unpublished" } },
      "goes on",
    ],
    ["publish_hosted_status_page", "a published page", { now: { publish_state: "published" } }, "done"],
    ["unpublish_hosted_status_page", "a published page", { now: { publish_state: "published" } }, "goes on"],
    [
      "unpublish_hosted_status_page",
      "an unpublished page",
      { now: { publish_state: "unpublished" } },
      "done",
    ],
    [
      "export_incident_retrospectives",
      "the same exports",
      { before: { data: [{ exports: ["a"] }] }, now: { data: [{ exports: ["a"] }] } },
      "goes on",
    ],
    [
      "export_incident_retrospectives",
      "one more export",
      { before: { data: [{ exports: [] }] }, now: { data: [{ exports: ["a"] }] } },
      "done",
    ],
    [
      "export_incident_retrospectives",
      "nothing known of before",
      { now: { data: [{ exports: ["a"] }] } },
      "goes on",
    ],
    ["refresh_integration_connection", "the old check", { before: checked, now: checked }, "goes on"],
    [
      "refresh_integration_connection",
      "a newer check",
      { before: checked, now: { ...checked, checked_at: later } },
      "done",
    ],
    [
      "refresh_integration_connection",
      "a newer check in a list",
      { before: [checked], now: [{ ...checked, checked_at: later }] },
      "done",
    ],
    [
      "refresh_integration_connection",
      "a newer error",
      { before: checked, now: { checked_at: later, status: "error" } },
      "failed",
    ],
    [
      "refresh_integration_connection",
      "an old error",
      { before: { ...checked, status: "error" }, now: { ...checked, status: "error" } },
      "goes on",
    ],
    ["refresh_integration_connection", "nothing known of before", { now: checked }, "goes on"],
  ] as const)("%s with %s", (tool, _, states, want) => {
    expect(verdict(tool, states)).toBe(want);
  });
});
