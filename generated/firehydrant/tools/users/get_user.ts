// Generated from GET /v1/users/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/users.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getUser = defineTool<paths>()({
  name: "get_user",
  title: "Get a user",
  description:
    "Reads one user by id: name, e-mail, account role, Slack id, enabled Signals notification types, and whether each notification policy is complied with. list_users finds the id.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/users/{id}", pathParameters: { id: { argument: "user_id" } } },
  input: z.strictObject({ user_id: z.string().describe("From list_users.") }),
  view: [
    "id",
    "name",
    "email",
    "role",
    "slack_user_id",
    "signals_enabled_notification_types",
    "signals_notification_policy_compliance",
    "created_at",
  ],
  formerArguments: { id: { now: "user_id" } },
});
