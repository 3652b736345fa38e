// Generated from GET /pets by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPets = defineTool<paths>()({
  name: "list_pets",
  title: "List pets",
  description:
    "Lists the pets of the shop by kind, the newest first, whether they are for sale or not, and returns each one's id, name and kind.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/pets",
    query: { colors: { commas: true }, kinds: { commas: true }, sort: {} },
  },
  input: z.strictObject({
    colors: z.array(z.string()).optional().describe("Colors of the pets."),
    kinds: z
      .array(z.enum(["cat", "dog"]))
      .optional()
      .describe("Kinds of pets."),
    sort: z.string().optional().describe("Field to sort by."),
  }),
});
