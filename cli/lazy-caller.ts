import type { Caller } from "../runtime/caller.js";

/** A caller made at its first call: the pipeline takes long to load, and a client begins by listing tools. */
export function lazyCaller(make: () => Promise<Caller>): Caller {
  let made: Promise<Caller> | undefined;
  return {
    call: async (tool, args, context) => (await (made ??= make())).call(tool, args, context),
    close: async () => (await made)?.close(),
  };
}
