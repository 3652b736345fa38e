import { createHash } from "node:crypto";
import type { Input } from "../model/operation.js";
import type { NamelessInput } from "./parameters.js";

/**
 * Gives each input its argument name: the request name, with `_` for characters that a name cannot have. Of two equal
 * names (`id`, `id_body`), one gets its place as a suffix. The first one keeps its name: path, then query, header,
 * cookie, body.
 */
export function nameArguments(inputs: readonly NamelessInput[]): Input[] {
  const taken = new Set<string>();
  return inputs.map((input) => {
    const argument = free(argumentOf(input.wire), input.in, taken);
    taken.add(argument);
    return { ...input, argument, placement: placementOf(input, argument) };
  });
}

function placementOf({ placement, wire }: NamelessInput, argument: string): Input["placement"] {
  return argument === wire ? placement : { argument, ...placement };
}

/** The argument name for a request name, if no other input has it. */
export function argumentOf(wire: string): string {
  const name = wire.replaceAll(/[^A-Za-z0-9_]+/g, "_").replaceAll(/^_+|_+$/g, "");
  const legal = /^[A-Za-z]/.test(name) ? name : `arg_${name}`;
  return legal.length <= LONGEST ? legal : `${legal.slice(0, LONGEST - 7)}_${digest(wire)}`;
}

/** Model APIs accept keys of at most 64 characters. A place and a number must still fit after it. */
const LONGEST = 52;

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}

function free(name: string, place: Input["in"], taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const placed = `${name}_${place}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? placed : `${placed}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
