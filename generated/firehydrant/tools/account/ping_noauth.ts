// Generated from GET /v1/noauth/ping by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const pingNoauth = defineTool<paths>()({
  name: "ping_noauth",
  title: "Check reachability without authentication",
  description:
    "Checks that FireHydrant's API can be reached; it needs no API key. To check the key as well, use ping.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/noauth/ping" },
  input: z.strictObject({}),
});
