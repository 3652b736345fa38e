import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { exportFormats } from "../../gateway/audit/export-format.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { adminClient, urlFlag } from "./action.js";
import { logFilters, logQueryOf, logTimes } from "./log-filters.js";

export const exportLog = defineCommand({
  name: "standpipe log export",
  about: "Export all matching entries of the audit log, oldest first",
  flags: {
    format: choice("Format", exportFormats, { default: "jsonl" }),
    to: text("File to write", { shown: "stdout" }),
    ...logFilters,
    ...logTimes,
    ...urlFlag,
  },
  async run({ format, to, url, ...filters }) {
    const client = await adminClient(url);
    const query = await logQueryOf(client, filters);
    query.set("format", format);
    const { body } = await client.stream(`/log/export?${query.toString()}`);
    const from = Readable.fromWeb(body as ReadableStream);
    // The process's own output must stay open.
    if (to === undefined) await pipeline(from, process.stdout, { end: false });
    else
      await pipeline(from, createWriteStream(to, { mode: 0o600 })).catch((error) => cannotWrite(to, error));
  },
});

function cannotWrite(to: string, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  throw new CommandError(
    `--to ${to} can't be written as a whole (${code ?? message}). Choose another file, or export again.`,
  );
}
