// Generated from GET /v1/current_user by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/users.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getCurrentUser = defineTool<paths>()({
  name: "get_current_user",
  title: "Get the current user",
  description:
    'Answers who the API key acts as: the user or bot with its id, e-mail, role, teams, organization and region. The right start for requests about "my" teams or incidents; get_user reads anyone else.',
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/current_user" },
  input: z.strictObject({}),
  view: [
    "id",
    "name",
    "email",
    "role",
    "source",
    "teams",
    "account_id",
    "organization_id",
    "organization_name",
    "region",
  ],
});
