import type { Caller } from "../../runtime/index.js";

/** A caller that is created at its first call. The pipeline loads slowly, and clients list tools first. */
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
