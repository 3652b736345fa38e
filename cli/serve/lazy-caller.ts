import type { Caller } from "../../runtime/index.js";

/** A caller made at its first call: the pipeline takes long to load, and a client begins by listing tools. */
export function lazyCaller(make: () => Promise<Caller>): Caller {
  let making: Promise<Caller> | undefined;
  let made: Caller | undefined;
  return {
    async call(tool, args, context) {
      made = await (making ??= make());
      return made.call(tool, args, context);
    },
    allowance: () => made?.allowance?.(),
    close: async () => (await making)?.close(),
  };
}
