import {
  type Arguments,
  type CallOutcome,
  createRegistry,
  isLoopback,
  type ListedTool,
  originCredentials,
  practiceTarget,
  textOf,
} from "../../../runtime/index.js";
import { createApiCaller, createUpstream } from "../../../runtime/serving.js";
import type { ServedApi } from "../../apis.js";
import type { Act, Core } from "../../core.js";
import { callDigest } from "../../serve/call-digest.js";
import { first, type Fields } from "../page-handler.js";

/** The sandbox for trying tools of an API, if one runs. Tools are tried nowhere else. */
export function sandboxUrl({ urls }: ServedApi): string | undefined {
  return urls.regions["sandbox"];
}

/** The sandbox's own page, if a browser on this machine can open it. */
export function sandboxView(api: ServedApi | undefined): string | undefined {
  const url = api && sandboxUrl(api);
  return url !== undefined && isLoopback(new URL(url).hostname) ? `${url}/` : undefined;
}

interface TriedCall {
  readonly tool: string;
  readonly args: Arguments;
}

/** Calls a tool on the sandbox, like a server URL with all tools. */
export async function tryTool(
  { audit, keys }: Core,
  api: ServedApi,
  { tool: name, args }: TriedCall,
  act: Act,
): Promise<CallOutcome> {
  const baseUrl = sandboxUrl(api)!;
  // The sandbox accepts any key of the right form, so no account's key is used.
  const place = practiceTarget(api.catalogue.api, baseUrl, "fhb-try");
  const credentials = originCredentials(api.catalogue.api, place);
  const upstream = createUpstream({ title: api.title, credentials });
  const registry = createRegistry(api.catalogue, { surface: "full" });
  const caller = createApiCaller(api, registry, { ...place, upstream, tokenBudget: 10_000 });
  const began = performance.now();
  try {
    const tool = await api.load(name);
    const result = await caller.call(tool, args, { signal: AbortSignal.timeout(60_000) });
    await audit.record({
      kind: "call",
      action: "try",
      outcome: result.fault ? "error" : "ok",
      ...act,
      tool: name,
      access: tool.access,
      argumentNames: Object.keys(args).sort(),
      digest: callDigest(keys, name, args),
      durationMs: performance.now() - began,
      resultBytes: Buffer.byteLength(textOf(result)),
    });
    return result;
  } finally {
    await caller.close();
  }
}

/** The field of an argument: a plain field, a selection, or JSON. */
export type FieldKind = "text" | "number" | "choice" | "json";

interface PropertySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
}

export function propertyOf(tool: ListedTool, name: string): PropertySchema {
  return tool.inputSchema.properties[name] ?? {};
}

export function kindOf({ type, enum: values }: PropertySchema): FieldKind {
  if (values || type === "boolean") return "choice";
  if (type === "string") return "text";
  return type === "integer" || type === "number" ? "number" : "json";
}

/** Converts a form's values to the schema's types. Empty values are left out. Invalid values are faults. */
export function argumentsOf(
  tool: ListedTool,
  fields: Fields,
): { readonly args: Arguments; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const pairs = Object.keys(tool.inputSchema.properties).flatMap((name): [string, unknown][] => {
    const text = first(fields, `arg.${name}`);
    if (text === undefined) return [];
    const schema = propertyOf(tool, name);
    if (schema.type === "string") return [[name, text]];
    try {
      return [[name, JSON.parse(text)]];
    } catch {
      faults.push(`${name}: is not valid JSON`);
      return [];
    }
  });
  return { args: Object.fromEntries(pairs), faults };
}
