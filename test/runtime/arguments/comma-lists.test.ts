import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ToolModule } from "../../../runtime/contract/tool.js";
import { bench, type Bench } from "../kit/stub.js";

const tool: ToolModule = {
  name: "list_orders",
  title: "List orders",
  description: "Lists orders.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/orders",
    query: { state: { argument: "states", commas: true } },
    body: { type: "application/json", as: "json", fields: { mails: { commas: true } } },
  },
  input: z.strictObject({
    states: z.array(z.enum(["open", "paid"])).optional(),
    mails: z.array(z.string()).optional(),
  }),
};

let api: Bench;
afterEach(() => api.close());

describe("a list that the API takes as one text with commas", () => {
  const arrivals = async () => {
    const arrived: { query: string; body: unknown }[] = [];
    api = await bench((request, response) => {
      let text = "";
      request.on("data", (chunk) => (text += String(chunk)));
      request.on("end", () => {
        arrived.push({ query: request.url!.split("?")[1] ?? "", body: JSON.parse(text || "null") });
        response.setHeader("content-type", "application/json").end("{}");
      });
    });
    return arrived;
  };

  const rows: Record<string, { given: object; query: string; body: unknown }> = {
    "from a list": {
      given: { states: ["open", "paid"], mails: ["a@x.io", "b@x.io"] },
      query: "state=open%2Cpaid",
      body: { mails: "a@x.io,b@x.io" },
    },
    "from the text that the API takes": {
      given: { states: "open,paid", mails: "a@x.io, b@x.io" },
      query: "state=open%2Cpaid",
      body: { mails: "a@x.io, b@x.io" },
    },
    "not at all from an empty list": { given: { states: [], mails: [] }, query: "", body: {} },
  };
  it.each(Object.entries(rows))("is sent %s", async (_, { given, ...want }) => {
    const arrived = await arrivals();
    expect((await api.call(tool, { ...given })).fault).toBeUndefined();
    expect(arrived).toEqual([want]);
  });

  const refused: Record<string, { given: object; says: RegExp }> = {
    "with a value that is not a choice, in a list": {
      given: { states: ["open", "lost"] },
      says: /^states\[1\]/,
    },
    "with a value that is not a choice, in a text": { given: { states: "open,lost" }, says: /^states\[1\]/ },
    "with an item that has a comma": { given: { mails: ["a,b"] }, says: /^mails: can't send ","/ },
  };
  it.each(Object.entries(refused))("is refused %s", async (_, { given, says }) => {
    const arrived = await arrivals();
    const { fault } = await api.call(tool, { ...given });
    expect(fault?.message).toMatch(says);
    expect(arrived).toEqual([]);
  });
});
