// Generated from POST /pictures by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { fileArgument } from "../../../../runtime/contract/file-argument.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPicture = defineTool<paths>()({
  name: "create_picture",
  title: "Picture",
  description:
    "Puts a picture of a pet or what is written below it on the page of the shop, where all customers see it at once, and returns the picture's id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/pictures", body: { type: "multipart/form-data", as: "multipart" } },
  input: z.strictObject({
    picture: fileArgument().describe("The picture."),
    caption: z.string().optional().describe("What it shows."),
  }),
});
