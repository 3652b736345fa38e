// Generated from GET /v1/ping by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const ping = defineTool<paths>()({
  name: "ping",
  title: "Check the connection",
  description:
    "Checks that FireHydrant's API answers the server's key, and returns the organization and the actor behind that key. Use it first when other calls fail.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ping" },
  input: z.strictObject({}),
});
