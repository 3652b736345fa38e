// Generated from GET /v1/signals/hacker_mode by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsHackerMode = defineTool<paths>()({
  name: "get_signals_hacker_mode",
  title: "Get hacker mode status",
  description:
    "Shows whether Signals hacker mode is on for the user behind the API key. Returns enabled, a url and a url_key, which may be secret. Seldom useful during an incident.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals/hacker_mode" },
  input: z.strictObject({}),
});
