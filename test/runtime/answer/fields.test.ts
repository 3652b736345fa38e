import { expect, test } from "vitest";
import { z } from "zod";
import { compileFields } from "../../../runtime/answer/fields.js";
import { textOf } from "../../../runtime/answer/outcome-text.js";
import { readTool, resultOf, writeTool } from "../kit/stub.js";
import { answering, incident } from "./kit.js";

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
