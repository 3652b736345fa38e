import { createHash } from "node:crypto";
import type { Input } from "../model/operation.js";
import type { NamelessInput } from "./parameters.js";

/**
 * Gives each input its argument name: the wire's, with what a name can't hold made `_`. Two that would be the same are
 * told apart by where they stand (`id`, `id_body`), the first keeping its name: path, then query, header, cookie, body.
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

/** The argument that a wire name becomes where no other has it. */
export function argumentOf(wire: string): string {
  const name = wire.replaceAll(/[^A-Za-z0-9_]+/g, "_").replaceAll(/^_+|_+$/g, "");
  const legal = /^[A-Za-z]/.test(name) ? name : `arg_${name}`;
  return legal.length <= LONGEST ? legal : `${legal.slice(0, LONGEST - 7)}_${digest(wire)}`;
}

/** Model APIs take keys of at most 64 characters; a place and a number must still fit behind. */
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
