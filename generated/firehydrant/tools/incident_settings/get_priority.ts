// Generated from GET /v1/priorities/{priority_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getPriority = defineTool<paths>()({
  name: "get_priority",
  title: "Get a priority",
  description:
    "Returns one incident priority by its slug: description, order, and whether it is the default. Ticket priorities are read with get_ticketing_priority.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/priorities/{priority_slug}" },
  input: z.strictObject({ priority_slug: z.string().describe("From list_priorities (slug).") }),
});
