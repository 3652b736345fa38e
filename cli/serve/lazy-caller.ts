import type { Caller } from "../../runtime/index.js";
import { optimiseFor } from "../optimiser.js";

/** A caller that is created at its first call. The pipeline loads slowly, and clients list tools first. */
export function lazyCaller(make: () => Promise<Caller>): Caller {
  let making: Promise<Caller> | undefined;
  let made: Caller | undefined;
  return {
    async call(tool, args, context) {
      if (made) return made.call(tool, args, context);
      made = await (making ??= make());
      const outcome = await made.call(tool, args, context);
      // What only the start runs is not worth optimising.
      optimiseFor("long");
      return outcome;
    },
    allowance: () => made?.allowance?.(),
    close: async () => (await making)?.close(),
  };
}
