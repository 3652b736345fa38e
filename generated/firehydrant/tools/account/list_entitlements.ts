// Generated from GET /v1/entitlements by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listEntitlements = defineTool<paths>()({
  name: "list_entitlements",
  title: "List plan entitlements",
  description:
    "Lists what the organization's FireHydrant plan includes: features, and quotas with current use and maximum. Use it when a call fails for a plan limit. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/entitlements", query: { name: {}, type: {} } },
  input: z.strictObject({
    name: z.string().optional().describe("Name of one entitlement."),
    type: z.enum(["quota", "access"]).optional().describe("Kind of entitlement."),
  }),
});
