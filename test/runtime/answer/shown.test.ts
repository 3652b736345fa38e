import { expect, test } from "vitest";
import { createRedactor } from "../../../runtime/answer/redact.js";
import { sanitise, sanitiseText } from "../../../runtime/answer/sanitise.js";
import { conciseView, trim } from "../../../runtime/answer/trim.js";
import { readTool, resultOf } from "../kit/stub.js";
import { answering } from "./kit.js";

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
