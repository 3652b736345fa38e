import { z } from "zod";
import { checkArguments } from "../../../runtime/arguments/check.js";
import { Fault } from "../../../runtime/contract/fault.js";
import { fileArgument } from "../../../runtime/contract/file-argument.js";
import type { ToolModule } from "../../../runtime/contract/tool.js";

const impact = z.strictObject({
  condition_id: z.string(),
  type: z.enum(["service", "environment"]).optional(),
});

export const input = z.strictObject({
  name: z.string().min(1).max(5),
  any: z.any().optional(),
  count: z.int().min(1).max(10).optional(),
  created_at: z.iso.datetime({ offset: true, local: true }).optional(),
  day: z.iso.date().optional(),
  file: fileArgument().optional(),
  free: z.record(z.string(), z.any()).optional(),
  impacts: z.array(impact).max(2).nullable().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  level: z.literal([1, 2]).optional(),
  open: z.object({ id: z.string() }).catchall(z.number()).optional(),
  private: z.boolean().optional(),
  rate: z.number().optional(),
  severity: z.enum(["SEV1", "SEV2", "not set"]).optional(),
  target: z
    .union([
      z.strictObject({ type: z.enum(["user"]), id: z.string(), email: z.string() }),
      z.strictObject({ type: z.enum(["team"]), id: z.string(), slugs: z.array(z.string()) }),
    ])
    .optional(),
  value: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
});

export function tool(schema: z.ZodType = input): ToolModule {
  return {
    name: "create_thing",
    title: "Create a thing",
    description: "",
    access: "create",
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    request: { method: "POST", path: "/things" },
    input: schema,
  };
}

export function faultOf(schema: z.ZodType, args: Record<string, unknown>): Fault {
  try {
    checkArguments(tool(schema), args);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

export function fault(args: Record<string, unknown>): Fault {
  return faultOf(input, args);
}

export function faults(args: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(fault(args).arguments!.map(({ argument, message }) => [argument, message]));
}
