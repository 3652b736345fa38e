import type { ChainReport } from "../../gateway/audit/chain/verify-chain.js";
import { text } from "../command/flags.js";
import { defineAction } from "./action.js";
import type { AdminClient } from "./client.js";
import { withFlagNames } from "./flag-names.js";

export const verify = defineAction({
  name: "standpipe log verify",
  about: "Find the first audit entry that was changed, removed or reordered in the database",
  flags: {
    head: text("The head of an earlier verification, such as 120:abc, which must still be part of the log", {
      fault: (given) => (/^\d+:[\w-]*$/.test(given) ? undefined : "a number and a hash, such as 120:abc"),
    }),
  },
  async run(client, { head }) {
    const parts = await allParts(client, head);
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const report = { ...last, after: first.after };
    const entries = (last.fault ? last.fault.sequence - 1 : last.through) - first.after;
    if (last.fault)
      return {
        json: report,
        text: `${last.fault.message} The ${entries} entries before it are as they were sealed. Compare with a backup, or with a system that the log is streamed to.`,
        code: 1,
      };
    const waiting = last.waiting > 0 ? ` ${last.waiting} more wait to be sealed.` : "";
    const text =
      `${entries} entries are as they were sealed.${waiting}\n` +
      `Head: ${last.head}\n` +
      "Keep the head in another place. With --head, a later verification also finds entries that were removed from the end.";
    return { json: report, text };
  },
});

async function allParts(client: AdminClient, head: string | undefined): Promise<ChainReport[]> {
  const parts: ChainReport[] = [];
  for (let after: number | undefined; ; after = parts.at(-1)!.through) {
    const query = new URLSearchParams({
      ...(after === undefined ? {} : { after: String(after) }),
      ...(head === undefined || after !== undefined ? {} : { head }),
    });
    const part = await withFlagNames({ head: "--head" }, () =>
      client.ask<ChainReport>("GET", `/log/verify?${query.toString()}`),
    );
    parts.push(part);
    if (part.complete || part.fault) return parts;
  }
}
