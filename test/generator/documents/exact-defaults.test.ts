import { describe, expect, it } from "vitest";
import { documentOf, generatedFrom } from "./kit.js";

const id = { type: "integer", format: "int64" };
const DIGITS = "9007199254740993";
const properties = {
  one: { ...id, default: `=${DIGITS}` },
  free: { type: "string", default: `=${DIGITS}` },
  list: { type: "array", items: id, default: [1, `=${DIGITS}`] },
  inside: {
    type: "object",
    properties: { ids: { type: "array", items: id }, note: { type: "string" } },
    default: { ids: [`=${DIGITS}`], note: "12345678901234567890" },
  },
  default: { ...id, maximum: `=${DIGITS}0` },
};
const document = documentOf({
  "/it": {
    post: {
      operationId: "post_it",
      requestBody: { content: { "application/json": { schema: { type: "object", properties } } } },
      responses: {
        default: {
          description: "ok",
          content: { "application/json": { schema: { ...id, maximum: `=${DIGITS}0` } } },
        },
      },
    },
  },
});
/** JSON has the digits as a number, which JavaScript can't print. */
const json = JSON.stringify(document).replaceAll(/"=(\d+)"/g, "$1");

describe("a default with an integer past 2^53", () => {
  // The comment makes the text YAML, which contains JSON.
  it.each([
    ["JSON", "pets.json", json],
    ["JSON with comments", "pets.json", `// pets\n${json}`],
    ["YAML", "pets.yaml", `# pets\n${json}`],
  ])("is shown with all digits and sent as a number, from %s", async (_, file, text) => {
    const { schemas, send, problems } = await generatedFrom({ [file]: text });
    const shown = (schemas.post_it as { properties: Record<string, { default?: unknown }> }).properties;
    const usual = Object.fromEntries(Object.entries(shown).map(([name, schema]) => [name, schema.default]));
    expect(usual).toMatchObject({
      one: DIGITS,
      list: [1, DIGITS],
      inside: { ids: [DIGITS], note: "12345678901234567890" },
      default: undefined,
    });
    const { one, list, inside } = usual;
    expect(send("post_it", { one, list, inside }).body).toBe(
      `{"one":${DIGITS},"list":[1,${DIGITS}],"inside":{"ids":[${DIGITS}],"note":"12345678901234567890"}}`,
    );
    // The property named default has a limit. That is not a default, so it stays a number.
    expect(problems).toEqual([expect.stringContaining("A limit near 90071992547409940 has more digits")]);
  });
});
