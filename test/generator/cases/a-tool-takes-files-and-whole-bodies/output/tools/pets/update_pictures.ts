// Generated from PATCH /pictures by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePictures = defineTool<paths>()({
  name: "update_pictures",
  title: "Picture",
  description:
    "Puts a picture of a pet or what is written below it on the page of the shop, where all customers see it at once, and returns the picture's id.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/pictures",
    body: { type: "application/json", as: "json", whole: "items" },
  },
  input: z.strictObject({ items: z.array(z.string()).describe("Captions in their order.") }),
});
