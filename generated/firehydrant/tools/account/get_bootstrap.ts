// Generated from GET /v1/bootstrap by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getBootstrap = defineTool<paths>()({
  name: "get_bootstrap",
  title: "Get web application configuration",
  description:
    "Returns the configuration FireHydrant's own application starts with, which is only its PostHog analytics write key. Of no use in handling incidents; ping tests the connection.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/bootstrap" },
  input: z.strictObject({}),
});
