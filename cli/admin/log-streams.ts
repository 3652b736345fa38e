import type { StreamState } from "../../gateway/audit/streams/read-streams.js";
import { defineAction } from "./action.js";
import { table } from "./table.js";

export const streams = defineAction({
  name: "standpipe log streams",
  about: "Show how far the streams of the log have come, and their dead letters",
  async run(client) {
    const { result } = await client.ask<{ result: StreamState[] }>("GET", "/log/streams");
    const rows = result.map((one) => [
      one.name,
      one.sent,
      one.behind,
      one.dead_letters.length,
      one.failures,
      one.error,
    ]);
    const letters = result.flatMap(({ name, dead_letters }) =>
      dead_letters.map((one) => [name, `${one.first}-${one.last}`, one.failed_at, one.error]),
    );
    const parts = [table(["STREAM", "SENT", "BEHIND", "DEAD LETTERS", "FAILURES", "ERROR"], rows)];
    if (letters.length > 0) parts.push(table(["STREAM", "ENTRIES", "FAILED AT", "ERROR"], letters));
    return { json: result, text: parts.join("\n\n") };
  },
});

export const replay = defineAction({
  name: "standpipe log replay",
  argument: "<stream>",
  about: "Send the dead letters of a stream again",
  async run(client, _flags, stream) {
    const path = `/log/streams/${encodeURIComponent(stream)}/replay`;
    const { letters } = await client.ask<{ letters: number }>("POST", path);
    return { json: { stream, letters }, text: `${letters} dead letters of ${stream} are sent again.` };
  },
});
