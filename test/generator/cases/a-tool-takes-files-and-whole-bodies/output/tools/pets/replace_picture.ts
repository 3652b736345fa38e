// Generated from PUT /pictures by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { fileArgument } from "../../../../runtime/contract/file-argument.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replacePicture = defineTool<paths>()({
  name: "replace_picture",
  title: "Picture",
  description:
    "Puts a picture of a pet or what is written below it on the page of the shop, where all customers see it at once, and returns the picture's id.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "PUT", path: "/pictures", body: { type: "image/png", as: "bytes", whole: "body" } },
  input: z.strictObject({ body: fileArgument().describe("The picture.") }),
});
