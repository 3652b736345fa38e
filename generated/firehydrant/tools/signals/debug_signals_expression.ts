// Generated from POST /v1/signals/debugger by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const debugSignalsExpression = defineTool<paths>()({
  name: "debug_signals_expression",
  title: "Test a Signals expression",
  description:
    "Evaluates a CEL expression against sample signals, to see whether a rule would match before it is saved. It stores nothing, and no notification is documented. create_team_signal_rule and update_team_signal_rule save a rule. Answers without a documented body.",
  access: "custom",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "POST", path: "/v1/signals/debugger", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    expression: z
      .string()
      .describe(
        "CEL expression to try, over signal.summary, signal.level, signal.tags and the other fields of a signal, such as signal.level == 'ERROR'.",
      ),
    signals: z
      .array(
        z.strictObject({
          annotations: z.record(z.string(), z.any()).nullable().optional(),
          body: z.string().nullable().optional(),
          id: z.string().nullable().optional(),
          images: z
            .array(
              z.strictObject({
                alt: z.string().nullable().optional(),
                src: z.string().nullable().optional(),
              }),
            )
            .nullable()
            .optional(),
          level: z.string().nullable().optional(),
          links: z
            .array(
              z.strictObject({
                href: z.string().nullable().optional(),
                text: z.string().nullable().optional(),
              }),
            )
            .nullable()
            .optional(),
          organization_id: z.string().nullable().optional(),
          summary: z.string().nullable().optional(),
          tags: z.array(z.string()).nullable().optional(),
        }),
      )
      .describe("Sample signals to try it on."),
  }),
});
