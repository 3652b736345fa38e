// Generated from GET /after-another by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAfterAnother = defineTool<paths>()({
  name: "list_after_another",
  title: "List pets",
  description:
    "Lists the pets of the shop, the newest first, whether they are for sale or not, and returns each one's id, name and kind.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/after-another",
    query: { after: {}, kind: {} },
    page: { style: "after", after: "after", key: "id", most: 100 },
  },
  input: z.strictObject({
    after: z.string().optional().describe("Pets after this one."),
    cursor: z.string().optional().describe("From next_cursor."),
    kind: z.string().optional().describe("Kind of pet."),
    limit: z.int().min(1).optional().describe("Items to return."),
  }),
});
