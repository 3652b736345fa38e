import { setTimeout as pause } from "node:timers/promises";
import type { ReadableStream } from "node:stream/web";
import { createParser } from "eventsource-parser";
import type { StreamedEntry } from "../../gateway/audit/streams/sink.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { toggle } from "../command/flags.js";
import { endProcess, endSignal } from "../process-end.js";
import { adminClient, urlFlag } from "./action.js";
import { ApiRefusal } from "./client.js";
import { logFilters, logQueryOf } from "./log-filters.js";
import { line } from "./table.js";

const RETRY_MS = 2_000;

export const tail = defineCommand({
  name: "standpipe log tail",
  about: "Follow the audit log: print new entries until you stop it with Ctrl+C",
  flags: {
    ...logFilters,
    json: toggle("Print each entry as JSON", { default: false }),
    ...urlFlag,
  },
  async run({ json, url, ...filters }) {
    void endSignal().then(endProcess);
    const client = await adminClient(url);
    const path = `/log/tail?${(await logQueryOf(client, filters)).toString()}`;
    let last: string | undefined;
    let isFollowing = false;
    for (;;) {
      try {
        const { body } = await client.stream(path, last === undefined ? {} : { "last-event-id": last });
        if (!isFollowing) console.error("New entries appear here. Stop with Ctrl+C.");
        isFollowing = true;
        const decoder = new TextDecoder();
        const parser = createParser({
          onEvent({ id, event, data }) {
            last = id ?? last;
            if (event === "entry") console.log(json ? data : shown(JSON.parse(data) as StreamedEntry));
          },
        });
        for await (const chunk of body as ReadableStream<Uint8Array>)
          parser.feed(decoder.decode(chunk, { stream: true }));
      } catch (error) {
        // The gateway may start again. A refusal stays one.
        if (!isFollowing || error instanceof ApiRefusal) throw error;
        if (!(error instanceof CommandError)) console.error("The connection ended. Trying again.");
        await pause(RETRY_MS);
      }
    }
  },
});

function shown(entry: StreamedEntry): string {
  const { sequence, at, actor, tool, action, outcome, server_id, duration_ms } = entry;
  return line([sequence, at, actor, tool ?? action, outcome, server_id, duration_ms && `${duration_ms} ms`]);
}
