import { z } from "zod";
import type { Sink } from "./sink.js";
import { openCommand } from "./sinks/command.js";
import { openFile } from "./sinks/file.js";
import { openOtlp } from "./sinks/otlp.js";
import { openSyslog } from "./sinks/syslog.js";
import { openWebhook } from "./sinks/webhook.js";

const url = (protocol: RegExp, such: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocol.test(new URL(text).protocol),
      `must be a URL such as ${such}`,
    );
const text = z.string();

interface SinkDefinition {
  /** The environment variable with the address. The stream exists if it is set. */
  readonly variable: string;
  readonly address: z.ZodType<string>;
  /** The variable with a secret that it needs. */
  readonly secret?: string;
  open(address: string, secret: string): Sink;
}

/**
 * The receivers of audit entries, by the name of their stream. A new one needs a row here, its file, and a row in
 * docs/audit.md.
 */
export const sinks = {
  webhook: {
    variable: "STANDPIPE_AUDIT_WEBHOOK",
    address: url(/^https?:$/, "https://siem.example.com/audit"),
    secret: "STANDPIPE_AUDIT_WEBHOOK_SECRET",
    open: openWebhook,
  },
  otlp: {
    variable: "STANDPIPE_AUDIT_OTLP",
    address: url(/^https?:$/, "http://collector:4318/v1/logs"),
    open: openOtlp,
  },
  file: { variable: "STANDPIPE_AUDIT_FILE", address: text, open: (path) => openFile(path) },
  syslog: {
    variable: "STANDPIPE_AUDIT_SYSLOG",
    address: url(/^(udp|tcp|tls):$/, "tcp://syslog.example.com:601"),
    open: openSyslog,
  },
  command: { variable: "STANDPIPE_AUDIT_COMMAND", address: text, open: openCommand },
} as const satisfies Readonly<Record<string, SinkDefinition>>;

type StreamName = keyof typeof sinks;
const streamNames = Object.keys(sinks) as StreamName[];

/** Where a stream sends entries. */
export interface StreamSettings {
  readonly name: StreamName;
  readonly address: string;
  readonly secret: string;
}

/**
 * The streams that the environment variables name.
 * @throws Error that names every invalid variable
 */
export function readStreams(env: Readonly<Record<string, string | undefined>>): StreamSettings[] {
  const faults: string[] = [];
  const streams = streamNames.flatMap((name): StreamSettings[] => {
    const { variable, address: schema, secret: secretVariable }: SinkDefinition = sinks[name];
    const address = env[variable];
    if (!address) return [];
    const { error } = schema.safeParse(address);
    if (error) faults.push(`${variable}: ${error.issues[0]!.message}`);
    const secret = secretVariable === undefined ? "" : (env[secretVariable] ?? "");
    if (secretVariable !== undefined && !isSecret(secret))
      faults.push(
        `${secretVariable}: must be whsec_ and 24 to 64 bytes in base64. Make one with: ${secretRecipe}`,
      );
    return [{ name, address, secret }];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return streams;
}

const secretRecipe = 'echo "whsec_$(openssl rand -base64 32)"';

/** The form of a secret of Standard Webhooks. */
function isSecret(text: string): boolean {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64 ?? "", "base64").length;
  return bytes >= 24 && bytes <= 64;
}
