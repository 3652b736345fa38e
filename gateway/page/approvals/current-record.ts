import type { Catalogue } from "../../../runtime/index.js";
import { visible } from "../../consent/words.js";
import type { Approval } from "../../consent/shown-approvals.js";
import type { PlaygroundResult } from "../../serve/playground.js";

/** The tool that reads the record which a call changes or deletes, and the arguments that name the record. */
export interface Reader {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A value now, and after the call. */
export interface ValueChange {
  readonly field: string;
  readonly now: string;
  /** Absent if the call deletes the record. */
  readonly then?: string;
}

/** What a call does to its record, or why that is not known. */
export type RecordChanges = { readonly changes: readonly ValueChange[] } | { readonly fault: string };

const MOST_FIELDS = 12;
const LONGEST_VALUE = 300;

/** Undefined if the call changes no record that another tool reads at the same path. */
export function readerOf({ tool, args }: Approval, { index, tools }: Catalogue): Reader | undefined {
  const [method, path] = index[tool]?.operation.split(" ") ?? [];
  if (method === undefined || !["PATCH", "PUT", "DELETE"].includes(method)) return undefined;
  const reader = tools.find(({ name }) => index[name]!.operation === `GET ${path}`);
  if (!reader) return undefined;
  const { required = [] } = reader.inputSchema;
  if (!required.every((name) => Object.hasOwn(args, name))) return undefined;
  const named = required.map((name) => [name, (args as Record<string, unknown>)[name]] as const);
  // Every tool that reads takes a view.
  return { tool: reader.name, args: { ...Object.fromEntries(named), view: "full" } };
}

/** Compares a call with the record that its reader answered. */
export function recordChanges(approval: Approval, reader: Reader, result: PlaygroundResult): RecordChanges {
  if (result.isError) return { fault: `${reader.tool} could not read the record: ${visible(result.text)}` };
  const record = parsed(result.text);
  if (record === undefined) return { fault: `${reader.tool} answered with no record.` };
  const args = approval.args as Record<string, unknown>;
  const given = Object.keys(args).filter((name) => !Object.hasOwn(reader.args, name));
  if (given.length > 0)
    return {
      changes: given.map((field) => ({
        field: visible(field),
        now: shown(record[field]),
        then: shown(args[field]),
      })),
    };
  const plain = Object.entries(record).filter(([, value]) => value !== null && typeof value !== "object");
  return {
    changes: plain
      .slice(0, MOST_FIELDS)
      .map(([field, value]) => ({ field: visible(field), now: shown(value) })),
  };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A value as text; empty for what the record does not have. Of a named record, its name. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  const name = typeof value === "object" ? (value as { name?: unknown }).name : undefined;
  const text = typeof name === "string" ? name : typeof value === "string" ? value : JSON.stringify(value);
  return visible(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
}
