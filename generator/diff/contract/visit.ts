import type { Change } from "../change.js";
import type { InnerPair, Pair } from "./pair.js";

type Shared = NonNullable<Change["shared"]>;

/** A pair at a place in the schema that the comparison started with. */
export interface Visit extends Pair {
  readonly at: string;
  /** The shared schema that holds the pair, and the place in that schema. */
  readonly within: Shared | undefined;
  /** The option that the pair belongs to. */
  readonly option?: string;
}

/** The visit of a pair inside the visited one. */
export function visitInside(pair: InnerPair, { at, option }: Visit, within: Shared | undefined): Visit {
  return {
    before: pair.before,
    after: pair.after,
    at: at + pair.at,
    within: within && { schema: within.schema, at: within.at + pair.at },
    option: pair.option ?? (pair.at === "" ? option : undefined),
  };
}

/** The shared schema that the pair is, or else the one that holds it. */
export function sharedOf({ before, after, within }: Visit): Shared | undefined {
  const schema = after.name ?? before.name;
  return schema === undefined ? within : { schema, at: "" };
}

/** A change of the pair, with the place of the visit. */
export function placed(one: Change, { at, option }: Visit, within: Shared | undefined): Change {
  return {
    ...one,
    at: at + one.at!,
    ...(option === undefined ? {} : { says: `${one.says} (in ${option})` }),
    ...(within ? { shared: { schema: within.schema, at: (within.at + one.at!).replace(/^\./, "") } } : {}),
  };
}
