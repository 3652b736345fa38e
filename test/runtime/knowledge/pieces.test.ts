import { describe, expect, it } from "vitest";
import type { KnowledgeKind } from "../../../runtime/contract/catalogue.js";
import { foundOf, webOf, type Item } from "../../../runtime/knowledge/document.js";
import { readQuery } from "../../../runtime/knowledge/query.js";
import { rank, type Candidate } from "../../../runtime/knowledge/rank.js";
import { textOf } from "../../../runtime/knowledge/text.js";
import { createWords } from "../../../runtime/knowledge/words.js";

const kind = (name: string, more: Partial<KnowledgeKind> = {}): KnowledgeKind => ({
  kind: name,
  names: [name, `${name}s`],
  list: `list_${name}s`,
  item: "@",
  get: `get_${name}`,
  id: "id",
  record: "@",
  title: "{name}",
  urls: ["{web}/{id}"],
  more: [],
  ...more,
});
const kinds = [kind("incident"), kind("team"), kind("retro", { names: ["retro", "post mortem"] })];

describe("a query", () => {
  const rows: Record<string, { given: string; number?: string; kinds?: string[]; written?: string[] }> = {
    "with a number sign": { given: "what is #402?", number: "402", written: [] },
    "that is a number": { given: " 402 ", number: "402", written: [] },
    "with a number after a kind": { given: "Incident 402", number: "402", kinds: ["incident"], written: [] },
    "with some other number": { given: "503 errors", written: ["503", "errors"] },
    "in words": {
      given: "Why did the payments-gateway fail?",
      written: ["payments-gateway", "fail"],
    },
    "that names kinds": {
      given: "post-mortem of the team",
      kinds: ["team", "retro"],
      written: [],
    },
    "for the newest": { given: "latest incidents", kinds: ["incident"], written: [] },
    "with accents": { given: "Café", written: ["Café"] },
    "without anything": { given: " ?! ", written: [] },
  };

  it.each(Object.entries(rows))("%s", (_, { given, number, kinds: named = [], written = [] }) => {
    const query = readQuery(given, kinds, createWords());
    expect(query.number).toBe(number);
    expect([...query.kinds]).toEqual(named);
    expect(query.written).toEqual(written);
  });
});

describe("ranking", () => {
  const records: readonly [kind: string, item: Item, isNarrowed?: boolean][] = [
    ["incident", { id: "1", name: "Checkout fails", at: "2026-01-01", number: 1, words: ["Payments"] }],
    ["incident", { id: "2", name: "Checkout is slow", at: "2026-02-01", number: 2, words: [] }],
    ["incident", { id: "3", name: "Disk full", at: "2026-03-01", number: 3, words: [["checkout"]] }],
    ["incident", { id: "4", name: "Something else", at: "2026-04-01", number: 44, words: [] }, true],
    ["team", { id: "5", name: "Checkout", words: [] }],
    ["team", { id: "6", name: "Search", words: ["Crème brûlée"] }],
  ];
  const candidates = records.map(([name, item, isNarrowed = false]): Candidate => {
    const found = foundOf(kind(name), item, "https://web.example")!;
    return { kind: name, found, item, isNarrowed };
  });
  const ranked = (text: string) => {
    const words = createWords();
    return rank(readQuery(text, kinds, words), candidates, words).map(({ item }) => item["id"]);
  };

  const rows: Record<string, { given: string; want: readonly string[] }> = {
    "puts a name that is the word alone first, the title before the rest, and what the API found at the end":
      {
        given: "checkout",
        want: ["5", "2", "1", "3", "4"],
      },
    "puts more words before fewer": { given: "checkout fails", want: ["1", "5", "2", "3", "4"] },
    "puts a kind that is named before others": {
      given: "checkout incidents",
      want: ["2", "1", "5", "3", "4"],
    },
    "puts a number first": { given: "#44 checkout", want: ["4", "5", "2", "1", "3"] },
    "gives the newest of a kind that is all that is named": {
      given: "latest incidents",
      want: ["4", "3", "2", "1"],
    },
    "knows words by their stems, without accents": { given: "creme searches", want: ["6", "4"] },
  };

  it.each(Object.entries(rows))("%s", (_, { given, want }) => expect(ranked(given)).toEqual(want));
});

describe("a found record", () => {
  const own = kind("incident", { title: "#{number} {name}", urls: ["{url}", "{web}/incidents/{id}"] });
  const rows: Record<string, { given: Item; want: unknown }> = {
    "has the API's link": {
      given: { id: "a", number: 4, name: "N", url: "https://app.example/a" },
      want: { id: "incident:a", title: "#4 N", url: "https://app.example/a" },
    },
    "has a link of ours where the API gives none": {
      given: { id: "a/b", name: "N" },
      want: { id: "incident:a/b", title: "N", url: "https://web.example/incidents/a%2Fb" },
    },
    "has no link that a browser would run": {
      given: { id: "a", name: "N", url: "javascript:alert(1)" },
      want: { id: "incident:a", title: "N", url: "https://web.example/incidents/a" },
    },
    "has its id for a title where it has no other": {
      given: { id: "a" },
      want: { id: "incident:a", title: "incident a", url: "https://web.example/incidents/a" },
    },
    "is none without an id": { given: { name: "N" }, want: undefined },
  };

  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    expect(foundOf(own, given, "https://web.example")).toEqual(want);
  });

  it.each([
    ["https://api.eu.example", "https://app.eu.example"],
    ["https://api.example", "https://app.example"],
    ["http://127.0.0.1:1", "https://app.example"],
    [undefined, "https://app.example"],
  ])("has a link to the web app of the API at %s", (baseUrl, want) => {
    const web = { us: "https://app.example", eu: "https://app.eu.example" };
    const servers = { us: "https://api.example", eu: "https://api.eu.example" };
    expect(webOf({ tools: [], web, kinds: [] }, servers, baseUrl)).toBe(want);
  });
});

describe("a record's text", () => {
  const rows: Record<string, { given: unknown; want: string }> = {
    "has a line for each field, and none for what is empty": {
      given: { name: "N", none: null, list: [], deep: { none: null }, text: "", on: false, no: 0 },
      want: "name: N\non: false\nno: 0",
    },
    "indents what nests": {
      given: { impacts: [{ what: "A", tags: ["x", "y"] }, { what: "B" }], owner: { name: "O", at: null } },
      want: "impacts:\n- what: A\n  tags:\n  - x\n  - y\n- what: B\nowner:\n  name: O",
    },
    "quotes what has line breaks, so that no value can pass for a field": {
      given: { summary: "Fine.\nseverity: SEV5", "a\nb": "c", other: "x\u2028y: z" },
      want: 'summary: "Fine.\\nseverity: SEV5"\n"a\\nb": c\nother: "x\u2028y: z"',
    },
  };

  it.each(Object.entries(rows))("%s", (_, { given, want }) => expect(textOf(given)).toBe(want));
});
