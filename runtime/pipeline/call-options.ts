import type { Arguments } from "../contract/caller.js";
import { refuse } from "../arguments/refuse.js";
import type { ToolModule } from "../contract/tool.js";

/** What a call asks of this server beside the tool's own work. */
export interface Steering {
  /** The tool's own arguments. */
  readonly args: Arguments;
  /** Names in arguments become ids. */
  readonly resolveNames: boolean;
  /** How long work that goes on after the answer is followed; 0 is not at all. */
  readonly waitSeconds: number;
}

const MOST_WAIT_SECONDS = 60;

/**
 * Takes `resolve_names` and `wait_seconds` out of a call's arguments. No schema lists them; an API's own argument of
 * that name is left alone.
 * @throws Fault `invalid_arguments`
 */
export function takeSteering(tool: ToolModule, args: Arguments): Steering {
  const rest: Record<string, unknown> = { ...args };
  const own = "shape" in tool.input ? (tool.input.shape as object) : {};
  const take = (name: string) => {
    if (Object.hasOwn(own, name)) return undefined;
    const value = rest[name];
    delete rest[name];
    return value;
  };
  const resolveNames = take("resolve_names") ?? true;
  if (typeof resolveNames !== "boolean") refuse("resolve_names", "must be true or false");
  return { resolveNames, waitSeconds: waitOf(tool, take("wait_seconds") ?? 0), args: rest };
}

function waitOf({ name, poll }: ToolModule, seconds: unknown): number {
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds <= MOST_WAIT_SECONDS)) {
    refuse("wait_seconds", `takes a number from 0 to ${MOST_WAIT_SECONDS}`);
  }
  if (seconds > 0 && !poll)
    refuse("wait_seconds", `is not taken: ${name} has no later end that a tool shows`);
  return poll ? Math.min(seconds, poll.atMostSeconds) : 0;
}
