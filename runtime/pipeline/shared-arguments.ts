import type { compileFields } from "../answer/fields.js";
import {
  asItIs,
  byFields,
  byView,
  type Shaping,
  type StartShaping,
  type ViewName,
} from "../answer/shaping.js";
import { refuse } from "../arguments/refuse.js";
import type { Arguments } from "../contract/caller.js";
import type { ToolModule } from "../contract/tool.js";

/** The values of the arguments that every tool accepts in addition to its own. */
interface SharedArguments {
  readonly view: ViewName;
  /** A JMESPath expression for the result. */
  readonly fields: string | undefined;
  /** Names in arguments become ids. */
  readonly resolve_names: boolean;
  /** How long to wait for continuing work; 0 means not at all. */
  readonly wait_seconds: number;
}

/** The shared arguments of a call, and its own ones. */
export interface Taken {
  /** The tool's own arguments. */
  readonly args: Arguments;
  readonly shaping: StartShaping;
  /** The shaping without `fields`, for an answer to which they cannot be applied. */
  readonly plain: Shaping;
  readonly resolveNames: boolean;
  readonly waitSeconds: number;
}

const MOST_WAIT_SECONDS = 60;

/** How to parse each one. @throws Fault `invalid_arguments` */
const readers: { readonly [Name in keyof SharedArguments]: Reader<SharedArguments[Name]> } = {
  view(value = "concise") {
    if (value !== "concise" && value !== "full") refuse("view", `must be "concise" or "full"`);
    return value;
  },
  fields(value) {
    if (value === undefined) return undefined;
    if (typeof value !== "string") refuse("fields", "must be a JMESPath expression in a string");
    return value;
  },
  resolve_names(value = true) {
    if (typeof value !== "boolean") refuse("resolve_names", "must be true or false");
    return value;
  },
  wait_seconds(value = 0, { name, poll }) {
    if (typeof value !== "number" || !(value >= 0 && value <= MOST_WAIT_SECONDS))
      refuse("wait_seconds", `takes a number from 0 to ${MOST_WAIT_SECONDS}`);
    if (value > 0 && !poll)
      refuse("wait_seconds", `is not supported: no tool shows when ${name} is finished`);
    return poll ? Math.min(value, poll.atMostSeconds) : 0;
  },
};

type Reader<Value> = (value: unknown, tool: ToolModule) => Value;
type Name = keyof SharedArguments;

/**
 * Separates the shared arguments from a call's arguments. They are in no schema. A tool's own argument of the same name
 * stays with the tool.
 * @param isWhole the caller gets the whole answer, unless it passes `fields`
 * @throws Fault `invalid_arguments`
 */
export async function takeSharedArguments(
  tool: ToolModule,
  args: Arguments,
  isWhole = false,
): Promise<Taken> {
  const own = "shape" in tool.input ? (tool.input.shape as object) : {};
  const rest: Record<string, unknown> = { ...args };
  const read = <Shared extends Name>(name: Shared): SharedArguments[Shared] => {
    const isOwn = Object.hasOwn(own, name);
    const value = isOwn ? undefined : rest[name];
    if (!isOwn) delete rest[name];
    return readers[name](value, tool);
  };
  const [resolveNames, waitSeconds] = [read("resolve_names"), read("wait_seconds")];
  const [view, fields] = [read("view"), read("fields")];
  const plain = isWhole ? asItIs : byView(view, tool.view, emptiedBy(rest));
  const shaping = fields === undefined ? () => plain : byFields(fields, await compiled(fields), plain);
  return { args: rest, shaping, plain, resolveNames, waitSeconds };
}

/** Loads JMESPath at the first call with `fields`. Most clients never pass it. */
let compile: typeof compileFields | undefined;

async function compiled(fields: string) {
  compile ??= (await import("../answer/fields.js")).compileFields;
  return compile(fields);
}

/** Arguments with null or an empty list, with which a call empties a field. */
function emptiedBy(args: Arguments): string[] {
  const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  return Object.keys(args).filter((name) => isEmpty(args[name]));
}

/** The shared arguments that decide how a result is shown. */
export function showingArguments(args: Arguments, taken: Arguments): Arguments {
  const showing = (["view", "fields"] satisfies Name[]).filter((name) => !(name in taken));
  return Object.fromEntries(showing.map((name) => [name, args[name]]));
}
