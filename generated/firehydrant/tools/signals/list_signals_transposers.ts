// Generated from GET /v1/signals/transposers by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsTransposers = defineTool<paths>()({
  name: "list_signals_transposers",
  title: "List signal transposers",
  description:
    "Lists the transposers of the organization: the code that converts incoming payloads into signals, with ingest URLs. list_signals_event_sources answers the same fields and can build URLs for a given target. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals/transposers" },
  input: z.strictObject({}),
  view: ["slug", "name", "description", "ingest_url", "editable", "website", "tags", "expression"],
});
