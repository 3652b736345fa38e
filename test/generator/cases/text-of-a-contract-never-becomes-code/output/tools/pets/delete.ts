// Generated from POST /pets`"*/  / by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTool = defineTool<paths>()({
  name: "delete",
  title: '"); process.exit(); ("',
  description:
    "Says in nineteen words and some more that quotes \" and ' and ${braces} and \\ and */ and // are but words that stand in a text.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: '/pets`"*/\u2028\n/',
    query: { ["__proto__"]: { argument: "proto" }, 'a"b': { argument: "a_b" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    a_b: z.string().optional().describe("Two."),
    constructor: z.string().optional().describe("Three."),
    nested: z
      .strictObject({ ["__proto__"]: z.string().optional(), 'x"]: 1, //': z.number().optional() })
      .optional()
      .describe("Four."),
    proto: z.enum(['"); process.exit(); ("', "${1}"]).optional().describe("One."),
  }),
});
