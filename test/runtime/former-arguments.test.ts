import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ToolModule } from "../../runtime/contract/tool.js";
import { bench, resultOf, type Bench } from "./kit/stub.js";

const OPEN = "9999-12-31";
const ENDED = "2020-01-31";

const tool = (until: string): ToolModule => ({
  name: "create_order",
  title: "Create an order",
  description: "Creates an order.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/orders", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    customer: z.string(),
    lines: z.array(z.strictObject({ article: z.string() })).optional(),
  }),
  formerArguments: {
    client: { now: "customer", until },
    "lines[].item": { now: "lines[].article", until },
    buyer_ref: { now: "customer" },
  },
});

let api: Bench;
afterEach(() => api.close());

describe("a call with a former name of an argument", () => {
  const echo = async () => {
    const bodies: unknown[] = [];
    api = await bench((request, response) => {
      let text = "";
      request.on("data", (chunk) => (text += String(chunk)));
      request.on("end", () => {
        bodies.push(JSON.parse(text));
        response.setHeader("content-type", "application/json").end('{"id":"1"}');
      });
    });
    return bodies;
  };

  it("is sent under the name of today, and the result says so", async () => {
    const bodies = await echo();
    const args = { client: "Ada", lines: [{ item: "pen" }, { article: "ink" }] };
    const result = resultOf(await api.call(tool(OPEN), args));
    expect(bodies).toEqual([{ customer: "Ada", lines: [{ article: "pen" }, { article: "ink" }] }]);
    expect(result).toEqual({
      id: "1",
      renamed_arguments: [
        `client is now called customer. The former name works until ${OPEN}.`,
        `lines[].item is now called lines[].article. The former name works until ${OPEN}.`,
      ],
    });
  });

  it("takes the API's own name for good, and says nothing of it", async () => {
    const bodies = await echo();
    expect(resultOf(await api.call(tool(ENDED), { buyer_ref: "Ada" }))).toEqual({ id: "1" });
    expect(bodies).toEqual([{ customer: "Ada" }]);
  });

  it("says nothing of former names where a call uses none", async () => {
    await echo();
    expect(resultOf(await api.call(tool(OPEN), { customer: "Ada" }))).toEqual({ id: "1" });
  });

  const refused: Record<string, { given: object; until: string; says: string }> = {
    "after its last day": {
      given: { client: "Ada" },
      until: ENDED,
      says: `client: is now called customer; the former name ended on ${ENDED}.`,
    },
    "together with the current name": {
      given: { client: "Ada", customer: "Bo" },
      until: OPEN,
      says: "client: is another name of customer, which is given too.",
    },
  };
  it.each(Object.entries(refused))("is refused and not sent %s", async (_, { given, until, says }) => {
    const bodies = await echo();
    const { fault } = await api.call(tool(until), { ...given });
    expect(fault).toMatchObject({ kind: "invalid_arguments", message: says });
    expect(bodies).toEqual([]);
  });
});
