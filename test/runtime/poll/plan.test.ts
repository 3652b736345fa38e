import { describe, expect, it } from "vitest";
import { pollOf } from "../../../generator/describe/poll.js";
import { strangeFields } from "../../../generator/describe/expression.js";
import type { Operation } from "../../../generator/model/operation.js";
import { ProblemList } from "../../../generator/model/problem.js";
import type { Shape } from "../../../generator/model/shape.js";
import { normalise } from "../../../generator/normalise/normalise.js";

const text = { type: "string" };

function answering(properties?: Record<string, unknown>) {
  const schema = { type: "object", properties };
  return { 200: { description: "", ...(properties ? { content: { "application/json": { schema } } } : {}) } };
}

const jobs = normalise(
  {
    openapi: "3.0.1",
    paths: {
      "/jobs": { post: { responses: answering({ id: text }) } },
      "/jobs/{job_id}": {
        get: {
          parameters: [{ name: "job_id", in: "path", required: true, schema: text }],
          responses: answering({ state: text, steps: { type: "object", properties: { state: text } } }),
        },
      },
      "/untyped": { get: { responses: answering() } },
    },
  },
  "openapi.yaml",
  new ProblemList(),
);

const sound = {
  tool: "GET /jobs/{job_id}",
  arguments: { job_id: "answer.id" },
  every_seconds: 5,
  at_most_seconds: 60,
  done: "now.state == 'done'",
  says: "Accepted, not finished. get_job shows it.",
};

function read(raw: unknown, operations: readonly Operation[] = jobs) {
  const problems = new ProblemList();
  const names: Record<string, string> = { "GET /jobs/{job_id}": "get_job", "GET /untyped": "get_untyped" };
  const poll = pollOf(raw, {
    at: "jobs.yaml#/operations/POST ~1jobs",
    operation: operations[0]!,
    nameOf: (key) => names[key],
    operations: new Map(operations.map((operation) => [operation.key, operation])),
    problems,
  });
  return { poll, problems: problems.all };
}

describe("pollOf", () => {
  it("gives a text and a plan with the served name of the tool", () => {
    const { poll, problems } = read({ ...sound, failed: "contains(to_array(now.steps)[].state, 'broken')" });
    expect(problems).toEqual([]);
    expect(poll).toEqual({
      says: "Accepted, not finished. get_job shows it. wait_seconds waits for that.",
      plan: {
        tool: "get_job",
        arguments: { job_id: "answer.id" },
        everySeconds: 5,
        atMostSeconds: 60,
        done: "now.state == 'done'",
        failed: "contains(to_array(now.steps)[].state, 'broken')",
      },
    });
  });

  it("gives only a text if nothing can be polled", () => {
    expect(read({ says: "Accepted;\n  nothing shows the end." })).toEqual({
      poll: { says: "Accepted; nothing shows the end." },
      problems: [],
    });
  });

  it("cannot check untyped parts of the contract", () => {
    const raw = { ...sound, tool: "GET /untyped", arguments: {}, says: "get_untyped shows it." };
    expect(read({ ...raw, done: "now.anything.goes" }).problems).toEqual([]);
  });

  it.each([
    {
      name: "a tool that doesn't exist",
      given: { ...sound, tool: "GET /job/{job_id}" },
      want: { code: "unknown-operation", fix: "did you mean GET /jobs/{job_id}?" },
    },
    {
      name: "words that don't name the tool",
      given: { ...sound, says: "Accepted; get_jobs shows it." },
      want: { code: "poll-unnamed", what: "The description does not name get_job, the tool to poll." },
    },
    {
      name: "a required argument that is left out",
      given: { ...sound, arguments: {} },
      want: { code: "poll-argument-missing", what: "get_job needs job_id." },
    },
    {
      name: "an argument that the tool doesn't take",
      given: { ...sound, arguments: { ...sound.arguments, jobid: "answer.id" } },
      want: { code: "unknown-argument", fix: "did you mean job_id?" },
    },
    {
      name: "an expression that isn't JMESPath",
      given: { ...sound, done: "now.state ==" },
      want: { code: "malformed-expression", at: "jobs.yaml#/operations/POST ~1jobs/poll/done" },
    },
    {
      name: "a field that the starting answer doesn't have",
      given: { ...sound, arguments: { job_id: "answer.uuid" } },
      want: { code: "unknown-field", what: '"answer.uuid" reads uuid, which the contract does not have.' },
    },
    {
      name: "a field that the polled answer doesn't have",
      given: { ...sound, done: "to_array(now.steps)[?status == 'done']" },
      want: { code: "unknown-field" },
    },
    {
      name: "something else than before and now",
      given: { ...sound, failed: "answer.state" },
      want: { code: "unknown-field", at: "jobs.yaml#/operations/POST ~1jobs/poll/failed" },
    },
    {
      name: "a plan without times",
      given: { tool: sound.tool, done: "now", says: "get_job" },
      want: { code: "malformed-source" },
    },
    { name: "half a plan", given: { says: "get_job", done: "now" }, want: { code: "malformed-source" } },
    { name: "no words", given: { says: " " }, want: { code: "malformed-source" } },
    { name: "no block", given: null, want: { code: "malformed-source" } },
  ])("reports $name", ({ given, want }) => {
    expect(read(given).problems[0]).toMatchObject(want);
  });
});

describe("strangeFields", () => {
  const state: Shape = {
    kind: "record",
    fields: [{ name: "state", required: true, shape: { kind: "text" } }],
  };
  const scope: Shape = {
    kind: "record",
    fields: [{ name: "steps", required: true, shape: { kind: "nullable", of: { kind: "list", of: state } } }],
    rest: undefined,
  };
  it.each([
    ["steps[].state", []],
    ["steps.state", []],
    ["steps[0].status", ["status"]],
    ["steps[?stat == 'x'].state", ["stat"]],
    ["[steps][].stat", ["stat"]],
    ["length(steps[].stat) > `0` || !stepz", ["stat", "stepz"]],
    ["steps | [0].stat", ["stat"]],
    ["steps[].state.deeper", ["deeper"]],
    ["map(&unknown, steps)", []],
  ])("%s: %j", (expression, want) => expect(strangeFields(expression, scope)).toEqual(want));
});
