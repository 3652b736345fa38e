// Generated from DELETE /v1/functionalities/{functionality_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteFunctionality = defineTool<paths>()({
  name: "delete_functionality",
  title: "Archive a functionality",
  description:
    "Archives a functionality. No tool here brings it back. To only take services, teams or environments off it, use update_functionality.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/functionalities/{functionality_id}" },
  input: z.strictObject({ functionality_id: z.string().describe("From list_functionalities.") }),
});
