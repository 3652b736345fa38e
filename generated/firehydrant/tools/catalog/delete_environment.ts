// Generated from DELETE /v1/environments/{environment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteEnvironment = defineTool<paths>()({
  name: "delete_environment",
  title: "Archive an environment",
  description:
    "Archives an environment in the catalog. No tool here brings it back. To only take services or functionalities off it, use update_environment.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/environments/{environment_id}" },
  input: z.strictObject({ environment_id: z.string().describe("From list_environments.") }),
});
