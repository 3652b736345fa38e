import type { Level, Logger } from "pino";

/** Every line of the log has one of these names in `event`. docs/monitoring.md lists them. */
export const logEvents = {
  started: {
    level: "info",
    about: "The gateway serves. The line says the version, the store and what is off.",
  },
  waiting_for_migration: {
    level: "warn",
    about:
      "STANDPIPE_MIGRATE is false, and the database is not up to date. The gateway waits for standpipe migrate.",
  },
  stopped: { level: "info", about: "The gateway has answered the running requests and ends." },
  audit: { level: "info", about: "An entry of the audit log: a call, a refusal or a management action." },
  request: { level: "debug", about: "An HTTP request was answered." },
  failed: {
    level: "error",
    about: "An unexpected error. `err` has it. A request's answer names its request id.",
  },
  audit_stuck: {
    level: "error",
    about: "The audit log cannot be written. Entries wait, and writes are refused.",
  },
  audit_recovered: { level: "info", about: "The audit log can be written again." },
  audit_lost: { level: "error", about: "Audit entries were lost." },
  audit_stream_failed: {
    level: "warn",
    about: "Audit entries could not be sent to a receiver. They wait and are sent again.",
  },
  approval_notice_failed: {
    level: "warn",
    about: "A notice of a call that waits for approval could not be sent. It is sent again, up to ten times.",
  },
  account_key_unreadable: {
    level: "warn",
    about:
      "The key of an account cannot be read where its reference says. `kept`: the last key is still used.",
  },
  account_key_readable: { level: "info", about: "Such a key can be read again." },
  connections_dropped: { level: "error", about: "Connections were dropped at the limit of open files." },
  loop_stalled: { level: "warn", about: "The event loop was held up, so every request waited." },
  data_folder_open: { level: "warn", about: "Other users of the machine can read the data folder." },
  admin_token_used: {
    level: "warn",
    about: "Someone used the admin token, although people sign in at a provider. The line has the address.",
  },
  telemetry_failed: {
    level: "warn",
    about: "Traces or metrics cannot be sent to the OpenTelemetry collector.",
  },
} as const satisfies Readonly<Record<string, { readonly level: Level; readonly about: string }>>;

export type LogEvent = keyof typeof logEvents;

/** A line of the log, with its event's name. */
export interface LogLine {
  readonly event: LogEvent;
}

/** Writes a line of the log. @param text for people; by default the event's name */
export function logEvent(logger: Logger, event: LogEvent, fields: object = {}, text: string = event): void {
  logLine(logger, { event, ...fields }, text);
}

/** The same for a line that is made already. To copy one with twenty fields takes six microseconds. */
export function logLine(logger: Logger, line: LogLine, text: string = line.event): void {
  logger[logEvents[line.event].level](line, text);
}
