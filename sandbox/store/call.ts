import type { Match } from "../contract/router.js";
import type { World } from "../world.js";
import type { Fields, Item } from "./store.js";
import { splitAtCommas } from "../values.js";

/** One checked request, with the items that its path names. */
export interface Call extends Match {
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: Fields;
  /** The body as sent, for the few operations that take a list. */
  readonly payload: unknown;
  /** The items that the path names, by parameter. The key of a new item is not among them. */
  readonly named: Readonly<Record<string, Item>>;
}

/** An operation's result: a value to shape by the contract, or a finished Response. */
export type Handler = (call: Call, world: World) => unknown;

/** Handlers by operation key, `METHOD /path/{template}`. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The values of a query parameter with a comma-separated list; empty if it is absent. */
export function listOf(call: Call, name: string): string[] {
  const given = call.query[name] ?? call.query[`${name}[]`] ?? [];
  return [given].flat().flatMap(splitAtCommas).filter(Boolean);
}

/** One query parameter as text. */
export function oneOf(call: Call, name: string): string | undefined {
  const given = call.query[name];
  return Array.isArray(given) ? given[0] : given;
}

/** A query parameter as a moment in milliseconds. */
export function momentOf(call: Call, name: string): number | undefined {
  const given = oneOf(call, name);
  return given ? Date.parse(given) : undefined;
}

/** The item that a path parameter names. It is known to exist. */
export function namedBy(call: Call, parameter: string): Item {
  return call.named[parameter] as Item;
}
