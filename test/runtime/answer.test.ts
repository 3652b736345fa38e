import { gzipSync } from "node:zlib";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { estimateTokens, largestWithin } from "../../runtime/answer/budget.js";
import { cutToBudget } from "../../runtime/answer/cut.js";
import { readListing } from "../../runtime/answer/envelope.js";
import { compileFields } from "../../runtime/answer/fields.js";
import { textOf } from "../../runtime/answer/outcome-text.js";
import { createRedactor } from "../../runtime/answer/redact.js";
import { sanitise, sanitiseText } from "../../runtime/answer/sanitise.js";
import { conciseView, trim } from "../../runtime/answer/trim.js";
import { bench, json, readTool, resultOf, writeTool, type Bench } from "./kit/stub.js";

let open: Bench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** An upstream with one fixed answer. */
async function answering(
  body: string | Buffer,
  type?: string,
  status = 200,
  tokenBudget?: number,
): Promise<Bench> {
  await open?.close();
  open = await bench(
    (_, response) => void response.writeHead(status, type ? { "content-type": type } : {}).end(body),
    { tokenBudget },
  );
  return open;
}

const RESULTS: Record<string, { body: string | Buffer; type?: string; status?: number; want: unknown }> = {
  "a record": {
    body: '{"id":1,"gone":null,"none":[],"text":""}',
    type: "application/json",
    want: { id: 1, text: "" },
  },
  "JSON under the name of text": { body: '{"id":1}', type: "text/plain", want: { id: 1 } },
  "JSON under the name of HTML": { body: '{"id":1}', type: "text/html", want: { id: 1 } },
  "JSON without a name": { body: '{"id":1}', want: { id: 1 } },
  "SCIM's JSON with a byte order mark": {
    body: '\ufeff{"id":1}',
    type: "application/scim+json; charset=utf-8",
    want: { id: 1 },
  },
  "an array": { body: '[{"id":1,"a":null}]', type: "application/json", want: { items: [{ id: 1 }] } },
  "an envelope": { body: '{"data":[{"id":1}]}', type: "application/json", want: { items: [{ id: 1 }] } },
  "a scalar": { body: "5", type: "application/json", want: { result: 5 } },
  null: { body: "null", type: "application/json", want: { result: null } },
  "plain text": {
    body: "all\u202e well\r\n",
    type: "text/plain",
    want: { text: "all well\n", content_type: "text/plain" },
  },
  "204": {
    body: "",
    status: 204,
    want: { status: 204, message: expect.stringContaining("not even an empty one") },
  },
  nothing: { body: " \n", type: "application/json", want: { status: 200, message: expect.any(String) } },
  "an image": {
    body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    type: "image/png",
    want: { content_type: "image/png", bytes: 6, message: expect.any(String) },
  },
};

for (const [name, { body, type, status, want }] of Object.entries(RESULTS)) {
  test(`an answer: ${name}`, async () => {
    const outcome = await (await answering(body, type, status)).call(readTool());
    expect(outcome.fault).toBeUndefined();
    expect(resultOf(outcome)).toEqual(want);
  });
}

test("an answer: HTML shows its first 300 characters, without invisible ones", async () => {
  const outcome = await (await answering(`<html>\u200b${"x".repeat(5_000)}`, "text/html")).call(readTool());
  const { error } = resultOf(outcome);
  expect(error.kind).toBe("upstream_unreadable");
  expect(error.said[0]).toBe(`<html>${"x".repeat(294)}…`);
});

test("an answer: gzip is unpacked, also if the data is not compressed", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  for (const [body, want] of [
    [gzipSync('{"id":1}'), { id: 1 }],
    ["", { status: 200 }],
  ] as const) {
    await open?.close();
    open = await bench((_, response) => void response.writeHead(200, headers).end(body));
    expect(resultOf(await open.call(readTool()))).toMatchObject(want);
  }
});

test("an answer: a write without content is a success", async () => {
  expect(resultOf(await (await answering("", undefined, 204)).call(writeTool())).message).toMatch(/^Done/);
  expect(resultOf(await (await answering("", undefined, 202)).call(writeTool())).message).toContain(
    "accepted",
  );
});

test("invisible characters are removed from strings and keys; newlines, tabs and accents stay", () => {
  const bad = [
    "\0",
    "\x1b",
    "\x7f",
    "\x85",
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2060",
    "\u2066",
    "\ufeff",
  ];
  for (const character of [...bad, "\u{e0041}", "\u{e0100}", "\ufe01", "\ud800", "\ufffe", "\u3164"]) {
    expect(sanitiseText(`a${character}b`)).toBe("ab");
  }
  expect(sanitiseText("é\tñ\n日本 🔥 — “ok”\r\nend")).toBe("é\tñ\n日本 🔥 — “ok”\nend");
  expect(sanitise({ ["na\u200bme"]: ["x\u202e"], n: 1, deep: { a: "\u{e0041}" } })).toEqual({
    name: ["x"],
    n: 1,
    deep: { a: "" },
  });
});

test("keys that look the same are both kept, and `__proto__` is an ordinary key", () => {
  expect(sanitise({ name: "right", ["na\u200bme"]: "hidden" })).toEqual({ name: "right", name_2: "hidden" });
  const value = sanitise(JSON.parse('{"__proto__":{"polluted":true}}')) as Record<string, unknown>;
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(value["polluted"]).toBeUndefined();
});

test("secrets are redacted by name and by form; the rest of a text stays", () => {
  const redactor = createRedactor({ keyStarts: "fhb-" });
  const seen = sanitise(
    {
      api_key: "abc",
      "Client-Secret": "abc",
      token: { value: 1 },
      password: null,
      note: "use Bearer abcdefghijklmnopqrstuvwx and xoxb-1234567890-abc, or fhb-0123456789abcdef01",
      tokens_left: 5,
      email: "a@example.com",
    },
    redactor,
  );
  expect(seen).toEqual({
    api_key: "[redacted]",
    "Client-Secret": "[redacted]",
    token: "[redacted]",
    password: null,
    note: "use [redacted] and [redacted], or [redacted]",
    tokens_left: 5,
    email: "a@example.com",
  });
  const strict = createRedactor({ emails: true, fields: ["shoe_size"], keyStarts: "fhb-" });
  expect(sanitise({ shoeSize: 43, who: "a@example.com, b+c@mail.example.co.uk." }, strict)).toEqual({
    shoeSize: "[redacted]",
    who: "[redacted], [redacted].",
  });
  expect(sanitise({ "a@example.com": 1, "fhb-0123456789abcdef01": 2 }, strict)).toEqual({
    "[redacted]": 1,
    "[redacted]_2": 2,
  });
});

test("trimming removes empty properties and keeps positions", () => {
  expect(trim({ a: null, b: [], c: [1, null, 2], d: { e: null }, f: 0, g: false })).toEqual({
    c: [1, null, 2],
    d: {},
    f: 0,
    g: false,
  });
});

test("the concise view keeps its paths, also inside lists; a record of another shape is kept whole", () => {
  const record = {
    id: 1,
    services: [{ id: 2, name: "db", x: 1 }, { name: null }],
    owner: { name: "Jo", mail: "x" },
    more: 1,
  };
  expect(conciseView(record, ["id", "services.name", "owner"])).toEqual({
    id: 1,
    services: [{ name: "db" }, {}],
    owner: { name: "Jo", mail: "x" },
  });
  expect(conciseView({ other: 1, none: null }, ["id"])).toEqual({ other: 1 });
});

test("every tool accepts view and fields, except where the API has arguments with these names", async () => {
  const one = await answering('{"id":1,"name":"x","gone":null}', "application/json");
  const tool = readTool({}, { view: ["id"] });
  expect(resultOf(await one.call(tool))).toEqual({ id: 1 });
  expect(resultOf(await one.call(tool, { view: "full" }))).toEqual({ id: 1, name: "x", gone: null });
  expect(resultOf(await one.call(tool, { fields: "{n: name, g: gone}" }))).toEqual({ n: "x", g: null });
  const own = readTool({ fields: z.string() }, {}, { query: { fields: {} } });
  expect(resultOf(await one.call(own, { fields: "a,b" }))).toEqual({ id: 1, name: "x" });
  expect(one.requests.at(-1)!.url).toBe("/things?fields=a%2Cb");
});

test("fields on a list: apply to its items, under either name of the list, and never give silently nothing", async () => {
  const one = await answering('{"data":[{"id":1,"on":true},{"id":2,"on":false}]}', "application/json");
  const of = async (fields: string) => resultOf(await one.call(readTool(), { fields }));
  expect(await of("[?on].id")).toEqual({ items: [1] });
  expect(await of("length(@)")).toEqual({ result: 2 });
  expect(await of("items[].id")).toEqual({ items: [1, 2] });
  expect(await of("data[].id")).toEqual({ items: [1, 2] });
  expect(await of("nothing")).toEqual({ result: null, note: expect.stringContaining("array of 2 items") });
  expect(await of("[?id==`9`]")).toEqual({
    items: [],
    note: "fields keeps none of the 2 items that were read.",
  });
});

test("what a call empties is shown as empty, although empty values are left out otherwise", async () => {
  const one = await answering('{"id":1,"owner":null,"tags":[],"steps":[]}', "application/json");
  const input = { owner: z.string().nullish(), steps: z.array(z.string()).optional() };
  const tool = writeTool(input, { view: ["id"] });
  expect(resultOf(await one.call(tool, { owner: null, steps: [] }))).toEqual({
    id: 1,
    owner: null,
    steps: [],
  });
  expect(resultOf(await one.call(tool, {}))).toEqual({ id: 1 });
});

test("invalid fields keep the answer", async () => {
  const one = await answering('{"id":1}', "application/json", 201);
  const outcome = await one.call(writeTool(), { fields: "length(id)" });
  expect(outcome.fault).toBeUndefined();
  expect(resultOf(outcome)).toEqual({ id: 1, fields_note: expect.stringContaining("cannot be applied") });
});

test("fields that fail on some items of a list are null there; the other items are shown", async () => {
  const one = await answering('{"data":[{"tags":["a"]},{"tags":5},{"tags":["a","b"]}]}', "application/json");
  const result = resultOf(await one.call(readTool(), { fields: "[].{n: length(tags)}" }));
  expect(result.items).toEqual([{ n: 1 }, null, { n: 2 }]);
  expect(result.fields_note).toContain("Such items are null.");
});

test("fields that fail on every item of a list show no items, and explain how to write them", async () => {
  const many = JSON.stringify({
    data: Array.from({ length: 200 }, (_, id) => ({ id, text: "long ".repeat(50) })),
  });
  const one = await answering(many, "application/json");
  const outcome = await one.call(readTool(), { fields: "[].{n: length(id)}" });
  expect(textOf(outcome).length).toBeLessThan(700);
  expect(resultOf(outcome)).toMatchObject({
    result: null,
    fields_note: expect.stringMatching(/None of the 200 items.*\[\]\.\{.*items\[\].*single quotes/),
  });
});

test("fields that select whole items keep them concise", async () => {
  const one = await answering(
    '{"data":[{"id":1,"name":"X","gone":null,"none":[]},{"id":2}]}',
    "application/json",
  );
  for (const fields of ["items[?name=='X']", "[?name=='X']"])
    expect(resultOf(await one.call(readTool(), { fields })).items).toEqual([{ id: 1, name: "X" }]);
});

test("the full view shortens deeply nested records to their names, and says so", async () => {
  const team = { id: "t", name: "Team", more: { x: 1 } };
  const body = {
    id: 1,
    services: [{ id: "s", zones: [{ id: "z", owners: [team], config: { deep: { er: 1 } } }] }],
  };
  const one = await answering(JSON.stringify(body), "application/json");
  const full = resultOf(await one.call(readTool(), { view: "full" }));
  expect(full.services[0].zones[0]).toEqual({
    id: "z",
    owners: [{ id: "t", name: "Team" }],
    config: { deep: { er: 1 } },
  });
  expect(full.nested).toContain("two levels");
  const owners = await one.call(readTool(), { fields: "services[].zones[].owners[]" });
  expect(JSON.stringify(resultOf(owners))).toContain(JSON.stringify(team));
  const flat = await answering('{"id":1,"services":[{"id":"s","tier":1}]}', "application/json");
  expect(resultOf(await flat.call(readTool(), { view: "full" }))).not.toHaveProperty("nested");
});

test("an expression that would take too long on the answer is refused, however it grows", () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ ...incident(index), note: "a".repeat(5_000) }));
  for (const expression of [
    Array.from({ length: 30 }, () => "[@,@][]").join(" | "),
    `${"[@, @] | ".repeat(40)}@`,
    `${"to_string([@, @]) | ".repeat(40)}@`,
    "map(&length(map(&length(map(&length(map(&length(@),$)),$)),$)), @)",
    "map(&map(&$,$),$)",
    "[?length($[?length($[?id != 'x']) > `0`]) > `0`]",
    "pad_left('x', `1000000000`)",
    "zip($, $, $)[].zip($, $)[].zip($, $)[]",
    "[].note | join('', @) | replace(@, 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
    "[].note | join('', @) | contains(@, join('b', [@, @]))",
    "let $x = @ in map(&[$x, $x], $x) | map(&[@, @], @) | to_string(@)",
  ]) {
    const project = compileFields(expression)();
    expect(() => project(items), expression).toThrowError(
      expect.objectContaining({
        kind: "invalid_arguments",
        message: expect.stringContaining("too much work"),
      }),
    );
  }
  expect(() => compileFields("a".repeat(3_000))).toThrowError(/longer than/);
});

test("expressions that people write stay far below the limit", () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ ...incident(index), note: "a".repeat(5_000) }));
  const member = "{a: id, b: name, c: severity, d: [number, active, created_at, incident_url]}";
  for (const expression of [
    "[].{id: id, name: name, severity: severity, services: services[].{id: id, name: name}, who: {a: a, b: b}}",
    `[].{${["p", "q", "r", "s", "t", "u"].map((name) => `${name}: ${member}`).join(", ")}}`,
    "sort_by([?contains(note, 'payment') || active], &created_at)[:10].{id: id, size: length(note)}",
    "group_by(@, &severity).SEV2 | length(@)",
    "[?services[?name == 'payments-api']].services[].name | join(', ', @)",
  ])
    for (let times = 0; times < 5; times += 1) compileFields(expression)()(items);
});

test("text functions of an expression give JMESPath's results", () => {
  const apply = (expression: string) =>
    compileFields(expression)()({ texts: ["\u{10000}", "\uffff", "b"], odd: " \n a b\u0085 " });
  expect(apply("sort(texts)")).toEqual(["b", "\uffff", "\u{10000}"]);
  expect(apply("sort([`10`, `9`, `-1`])")).toEqual([-1, 9, 10]);
  expect(apply("length(texts[0])")).toBe(1);
  expect(apply("trim(odd)")).toBe("a b");
  expect(apply("trim_left('xxaxx', 'x')")).toBe("axx");
  expect(apply("trim_right('xxaxx', 'x')")).toBe("xxa");
  expect(apply("replace('aaa', 'a', 'ab', `2`)")).toBe("ababa");
  expect(apply("replace('aaa', 'a', 'b')")).toBe("bbb");
  expect(apply("sort_by([{k: 'b'}, {k: 'a'}], &k)[].k")).toEqual(["a", "b"]);
  expect(apply("sort_by(`[]`, &k)")).toEqual([]);
  expect(() => apply("sort_by([{k: 'b'}, {k: `1`}], &k)")).toThrowError(/cannot be applied/);
  expect(apply("let $x = texts[2] in $x")).toBe("b");
});

const incident = (index: number) => ({
  id: `3f2a9c1e-7b4d-4e2f-9a1c-${String(index * 7919).padStart(12, "0")}`,
  number: index,
  name: "Checkout latency above 2 s in eu-west-1",
  severity: "SEV2",
  created_at: "2026-03-01T12:34:56.789Z",
  services: [{ id: "9d0c1b2a-1111-4222-8333-444455556666", name: "payments-api" }],
  incident_url: "https://app.example.io/incidents/3f2a9c1e",
  active: true,
});

const TEXTS: Record<string, { text: string; atMost: number }> = {
  records: { text: JSON.stringify(Array.from({ length: 100 }, (_, index) => incident(index))), atMost: 1.7 },
  prose: {
    text: "The database of the payment service does not answer; we are failing over to the replica. ".repeat(
      50,
    ),
    atMost: 1.8,
  },
  times: {
    text: JSON.stringify(Array.from({ length: 100 }, (_, index) => new Date(1.7e12 + index * 1e7))),
    atMost: 1.5,
  },
  numbers: { text: JSON.stringify(Array.from({ length: 300 }, (_, index) => index * 1234.567)), atMost: 1.5 },
  Chinese: { text: "服务在该地区不可用，正在检查数据库和网络连接。".repeat(50), atMost: 2.5 },
  Japanese: { text: "サービスは利用できません。データベースを確認しています。".repeat(50), atMost: 2.5 },
  Russian: { text: "Сервис недоступен в регионе, проверяем базу данных. ".repeat(50), atMost: 3.5 },
  emoji: { text: "🔥🚒🎉🫠🧯".repeat(50), atMost: 2 },
};

for (const [name, { text, atMost }] of Object.entries(TEXTS)) {
  test(`the estimate of tokens is accurate for ${name}`, () => {
    const real = countTokens(text);
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(real);
    expect(estimateTokens(text)).toBeLessThanOrEqual(real * atMost);
  });
}

test("finds the largest number of items within a budget", () => {
  expect(largestWithin(10, 35, (count) => count * 10)).toBe(3);
  expect(largestWithin(10, 1_000, (count) => count * 10)).toBe(10);
  expect(largestWithin(10, 5, (count) => count * 10)).toBe(0);
  expect(largestWithin(0, 5, () => 0)).toBe(0);
});

test("a list over the budget is cut between items, and says how to get the rest", async () => {
  const all = Array.from({ length: 2_000 }, (_, index) => incident(index));
  const one = await answering(JSON.stringify(all), "application/json", 200, 20_000);
  const outcome = await one.call(readTool());
  expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(20_000);
  const { items, cut } = resultOf(outcome);
  expect(items).toEqual(all.slice(0, items.length));
  expect(items.length).toBeGreaterThan(60);
  expect(cut).toContain(`${items.length} of the 2000 items`);
  const slice = JSON.parse(/fields: ("(?:[^"\\]|\\.)*")/.exec(cut)![1]!);
  expect(resultOf(await one.call(readTool(), { fields: slice })).items[0]).toEqual(all[items.length]);
});

test("every cut is reported: of items, of fields next to them, and inside the last item", async () => {
  const notes = Array.from({ length: 300 }, (_, index) => `note ${index} ${"word ".repeat(20)}`);
  const beside = { data: Array.from({ length: 300 }, (_, index) => incident(index)), pagination: {}, notes };
  const one = await answering(JSON.stringify(beside), "application/json", 200, 3_000);
  const tool = readTool({}, {}, { page: { style: "page", page: "page", size: "size", most: 500 } });
  const { items, also, cut } = resultOf(await one.call(tool));
  expect(cut).toEqual([
    expect.stringContaining(`${items.length} of the 300 items`),
    `also.notes: ${also.notes.length} of 300 items`,
  ]);
  const giants = [1, 2].map((id) => ({ id, text: "word ".repeat(40_000) }));
  const other = await answering(JSON.stringify(giants), "application/json", 200, 3_000);
  const left = resultOf(await other.call(tool));
  expect(left.cut).toEqual([
    expect.stringContaining("1 of the 2 items"),
    `[0].text: ${left.items[0].text.length - 1} of 200000 characters`,
  ]);
});

test("a record over the budget is cut inside, with the place and how to read on", async () => {
  const record = {
    id: 1,
    text: "word ".repeat(40_000),
    events: Array.from({ length: 3_000 }, (_, index) => incident(index)),
  };
  const one = await answering(JSON.stringify(record), "application/json", 200, 5_000);
  for (const tool of [readTool(), readTool({}, { view: ["id", "text", "events"] })]) {
    const outcome = await one.call(tool);
    expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(5_000);
    const result = resultOf(outcome);
    expect(result.id).toBe(1);
    expect(result.cut.join()).toMatch(/text: \d+ of 200000 characters/);
    expect(result.cut.join()).toMatch(/events: \d+ of 3000 items/);
    const slice = JSON.parse(/fields: ("(?:[^"\\]|\\.)*")/.exec(result.rest)![1]!);
    expect(resultOf(await one.call(tool, { fields: slice })).result).toBeDefined();
  }
});

test("even the worst shape stays within the budget, and one huge item does not become an empty list", async () => {
  let value: unknown = "x".repeat(1_000);
  for (let level = 0; level < 100; level += 1)
    value = { a: value, b: value === null ? 1 : "y".repeat(500), c: [level, "z".repeat(300)] };
  for (const text of [JSON.stringify(value), JSON.stringify([value, value])]) {
    const outcome = await (await answering(text, "application/json", 200, 1_000)).call(readTool());
    expect(countTokens(textOf(outcome))).toBeLessThanOrEqual(1_000);
    expect(textOf(outcome)).toContain("cut");
  }
  const { items, cut } = resultOf(await open!.call(readTool()));
  expect(items ?? cut).toBeDefined();
});

test("cutting never splits a character", () => {
  const { value } = cutToBudget("🔥".repeat(60_000), 500);
  expect(() => encodeURIComponent(value as string)).not.toThrow();
});

test("lists are found in any envelope; a record with a list stays a record", () => {
  expect(readListing({ id: 1, data: [1] }, {}, false)).toBeUndefined();
  expect(readListing({ id: 1, services: [1] }, {}, false)).toBeUndefined();
  expect(readListing({ incidents: [1], meta: { total_count: 9 } }, {}, true)).toMatchObject({
    items: [1],
    total: 9,
  });
  expect(readListing({ data: [1], pagination: { count: 9, next: 2 } }, {}, true)).toMatchObject({
    items: [1],
    total: 9,
    next: 2,
  });
  expect(readListing({ Resources: [1], totalResults: 9 }, {}, true)).toMatchObject({ items: [1], total: 9 });
  expect(readListing("text", {}, true)).toBeUndefined();
});

test("an unpaged list that is longer than its answer says so", async () => {
  const one = await answering('{"data":[{"id":1}],"pagination":{"count":40,"next":2}}', "application/json");
  expect(resultOf(await one.call(readTool()))).toEqual({
    items: [{ id: 1 }],
    total: 40,
    note: expect.stringContaining("more than these"),
  });
});

test("100 incidents of 9 kB each fit the budget at a tenth of their tokens", async () => {
  const filler = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `field_${index}`,
      index % 2 ? null : "some text of that field, as it is ".repeat(8),
    ]),
  );
  const all = Array.from({ length: 100 }, (_, index) => ({ ...incident(index), ...filler }));
  const raw = JSON.stringify({ data: all, pagination: { count: 100, next: null } });
  const tool = readTool({}, { view: ["id", "number", "name", "severity", "services.name"] });
  const outcome = await (await answering(raw, "application/json")).call(tool);
  expect(resultOf(outcome).items).toHaveLength(100);
  expect(countTokens(textOf(outcome))).toBeLessThan(countTokens(raw) / 10);
});

test("two simultaneous calls do not mix", async () => {
  open = await bench(
    (request, response) => void setTimeout(() => json(response, { url: request.url }), 20 * Math.random()),
  );
  const tool = readTool({ thing: z.string() }, {}, { query: { thing: {} } });
  const answers = await Promise.all(["a", "b", "c", "d"].map((thing) => open!.call(tool, { thing })));
  expect(answers.map((answer) => resultOf(answer).url)).toEqual(
    ["a", "b", "c", "d"].map((thing) => `/things?thing=${thing}`),
  );
});
