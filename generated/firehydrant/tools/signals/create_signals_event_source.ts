// Generated from PUT /v1/signals/event_sources by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSignalsEventSource = defineTool<paths>()({
  name: "create_signals_event_source",
  title: "Create a Signals event source",
  description:
    "Creates a custom event source: JavaScript that converts a tool's webhook payload into a signal. As a PUT keyed by slug, sending a slug already in use overwrites that source, which can change or stop its alerts. Returns the source with its ingest URL.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/signals/event_sources",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    javascript: z.string().describe("JavaScript that turns the payload into a signal."),
    name: z.string().describe("Name people will see."),
    slug: z.string().describe("Short unique key; one already in use may be overwritten."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    example_payload: z
      .strictObject({
        data: z
          .record(z.string(), z.any())
          .nullable()
          .optional()
          .describe("JSON body of the sample request."),
        headers: z
          .record(z.string(), z.any())
          .nullable()
          .optional()
          .describe("Headers of the sample request, each with a list of values."),
      })
      .optional()
      .describe("Sample request that the JavaScript is run on."),
  }),
  view: [
    "slug",
    "name",
    "description",
    "ingest_url",
    "editable",
    "website",
    "tags",
    "expression",
    "expected",
  ],
});
