import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { structureOf } from "../../runtime/answer/outcome-text.js";
import { outputSchemaOf, typeSchema } from "../../runtime/answers/schema.js";
import { conciseTypeOf, wholeTypeOf } from "../../runtime/answers/types.js";
import type { Answers, AnswerType } from "../../runtime/contract/answers.js";
import { units } from "../../runtime/contract/units.js";
import type { Answered } from "../../runtime/contract/outcome.js";
import { createCaller } from "../../runtime/pipeline/call.js";
import { createUpstream } from "../../runtime/upstream/upstream.js";
import { practice } from "../sandbox/kit/client.js";
import type { Loose } from "../sandbox/kit/loose.js";
import { exercise, operations } from "../sandbox/kit/exercise.js";
import { argumentsOf } from "./wire/arbitrary.js";
import { withoutCommas } from "./wire/names-and-lists.js";

const answers: Answers = await api.answers!();
const { tools, index } = api.catalogue;
const toolOf = new Map(tools.map((tool) => [index[tool.name]!.operation, tool]));

/** Objects are closed: an undeclared field is a fault. Types with a name are defined once. */
const closed = {
  closed: true,
  levels: 100,
  named: (name: string) => ({ $ref: `answers#/$defs/${name}` }),
};
const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ $id: "answers", $defs: definitions() });
// A description is a unit, and the value must be one.
ajv.removeKeyword("description");
ajv.addKeyword({
  keyword: "description",
  validate: (unit: keyof typeof isIn, value: unknown) => value === null || isIn[unit](value),
});

const ofNumber = (value: unknown) => typeof value === "number" || /^\d+$/.test(String(value));

const isIn: Readonly<Record<(typeof units)[number], (value: unknown) => boolean>> = {
  milliseconds: ofNumber,
  seconds: ofNumber,
  percent: ofNumber,
  cents: Number.isInteger,
  "ISO 8601 duration": (value) => /^P(?=[\dT])(\d+[YMWD])*(T(\d+H)?(\d+M)?([\d.]+S)?)?$/.test(String(value)),
  "ISO 8601 time of day": (value) => /^\d\d:\d\d(:\d\d)?/.test(String(value)),
  "IANA time zone": (value) =>
    Intl.DateTimeFormat("en", { timeZone: String(value) }).resolvedOptions().timeZone !== "",
};

function definitions(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(answers.types).map(([name, type]) => [name, typeSchema(answers, type, closed)]),
  );
}

function faultOf(type: AnswerType, value: unknown): string | undefined {
  return ajv.validate(typeSchema(answers, type, closed), value) ? undefined : ajv.errorsText();
}

function textListsIn(args: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const isText = (item: unknown) => typeof item === "string";
  const lists = Object.entries(args).filter(([, value]) => Array.isArray(value) && value.every(isText));
  return new Set(lists.map(([name]) => name));
}

/** Replays the sandbox's raw answer to the runtime, so that it is read and shown as usual. */
let replay: { status: number; body: unknown };
let server: Server;
let call: (tool: string, args: object) => Promise<Answered>;
/** The results of every operation, in both views. */
const results = new Map<string, { concise: Answered; full: Answered }>();

beforeAll(async () => {
  server = createServer((_, response) => {
    const { status, body } = replay;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? "" : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const caller = createCaller({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upstream: createUpstream({ title: "FireHydrant", pacing: { limit: 1_000_000 } }),
    tokenBudget: 10_000_000,
  });
  call = async (tool, args) => {
    const context = { signal: new AbortController().signal };
    const outcome = await caller.call(await api.load(tool), { ...args, resolve_names: false }, context);
    if (outcome.fault) throw outcome.fault;
    return outcome;
  };
  const sandbox = practice();
  for (const operation of operations) {
    const { name, inputSchema } = toolOf.get(operation.key)!;
    replay = await exercise(sandbox, operation);
    const [sample] = fc.sample(argumentsOf(inputSchema as object as Record<string, unknown>, false), {
      numRuns: 1,
      seed: 474,
    });
    const { cursor: _, limit: _limit, ...given } = sample!;
    // A list of texts may be sent as one text, which cannot hold a comma.
    const args = withoutCommas(given, textListsIn(given));
    results.set(name, {
      concise: await call(name, args),
      full: await call(name, { ...args, view: "full" }),
    });
  }
}, 180_000);

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("the declared types of answers", () => {
  it("fit the full view of all 474 operations on the sandbox", () => {
    const wrong = [...results].flatMap(([tool, { full }]) => {
      const fault = faultOf(wholeTypeOf(answers, tool), full.value);
      return fault === undefined ? [] : [`${tool}: ${fault}`];
    });
    expect(wrong).toEqual([]);
    expect(results.size).toBe(474);
  });
  it("fit the concise view of all 474 operations on the sandbox", () => {
    const wrong = [...results].flatMap(([tool, { concise }]) => {
      const fault = faultOf(conciseTypeOf(answers, tool), concise.value);
      return fault === undefined ? [] : [`${tool}: ${fault}`];
    });
    expect(wrong).toEqual([]);
  });

  it("fit as output schemas, with both views", () => {
    const wrong = [...results].flatMap(([tool, views]) => {
      const fits = ajv.compile(outputSchemaOf(answers, tool));
      return Object.entries(views).flatMap(([view, outcome]) =>
        fits(structureOf(outcome)) ? [] : [`${tool}, ${view}: ${ajv.errorsText(fits.errors)}`],
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each<[string, string, (value: Loose) => void]>([
    ["another type", "get_incident", (value) => (value.number = "402")],
    ["an undeclared field", "get_incident", (value) => (value.nothing = 1)],
    [
      "a value outside of an enum",
      "get_incident",
      (value) => (value.role_assignments = [{ status: "gone" }]),
    ],
    ["a text that is not a date", "get_incident", (value) => (value.started_at = "yesterday")],
    [
      "a duration in another unit",
      "get_incident",
      (value) => (value.milestones = [{ duration: "10 minutes" }]),
    ],
    ["a wrong item", "list_incidents", (value) => (value.items[0].services = [{ id: 7 }])],
    ["an envelope without items", "list_incidents", (value) => delete value.items],
  ])("refuse %s", (_, tool, change) => {
    const value = structuredClone(results.get(tool)!.full.value) as Loose;
    expect(faultOf(wholeTypeOf(answers, tool), value)).toBeUndefined();
    change(value);
    expect(faultOf(wholeTypeOf(answers, tool), value)).toBeDefined();
  });
});

describe("units", () => {
  it("are declared for every time, duration and percentage", () => {
    const named = /duration|^mtt|percent|timeout|time_zone|_cents$|_(ms|iso8601)$|_time$|_interval$|_expiry$/;
    const without = Object.entries(answers.types).flatMap(([name, type]) =>
      typeof type === "object" && "fields" in type
        ? Object.entries(type.fields).flatMap(([field, one]) =>
            named.test(field) && /^(text|integer|number)\??$/.test(String(one)) ? [`${name}.${field}`] : [],
          )
        : [],
    );
    expect(without.sort()).toEqual(unknownUnits);
    const used = JSON.stringify(answers.types);
    expect(units.filter((unit) => !used.includes(`:${unit}`))).toEqual([]);
  });
});

/** Fields whose unit no public text names. */
const unknownUnits = ["RunbookStepEntity.delay_duration", "Webhooks_Entities_DeliveryEntity.duration"];
