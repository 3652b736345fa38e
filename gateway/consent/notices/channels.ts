import { isHttpUrl } from "./http-url.js";
import { openMail } from "./mail.js";
import type { Channel } from "./notice.js";
import { openSlack } from "./slack.js";
import { openWebhook } from "./webhook.js";

interface ChannelDefinition {
  /** The environment variable with the address. The channel exists if it is set. */
  readonly variable: string;
  /** Other variables that it needs. */
  readonly more: readonly string[];
  /** What is wrong with the values of all its variables. */
  fault(values: readonly string[]): string | undefined;
  open(values: readonly string[]): Channel;
}

/** The channels by name. A new one needs a row here, its file, and a row in docs/sign-in.md. */
export const channels = {
  webhook: {
    variable: "STANDPIPE_APPROVAL_WEBHOOK",
    more: ["STANDPIPE_APPROVAL_WEBHOOK_SECRET"],
    fault: ([url = "", secret = ""]) =>
      !isHttpUrl(url)
        ? "STANDPIPE_APPROVAL_WEBHOOK: must be a URL such as https://chat.example.com/approvals"
        : /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(secret)
          ? undefined
          : 'STANDPIPE_APPROVAL_WEBHOOK_SECRET: must be whsec_ and 24 to 64 bytes in base64. Make one with: echo "whsec_$(openssl rand -base64 32)"',
    open: ([url = "", secret = ""]) => openWebhook(url, secret),
  },
  slack: {
    variable: "STANDPIPE_APPROVAL_SLACK",
    more: [],
    fault: ([url = ""]) =>
      isHttpUrl(url) ? undefined : "STANDPIPE_APPROVAL_SLACK: must be the URL of an incoming webhook",
    open: ([url = ""]) => openSlack(url),
  },
  mail: {
    variable: "STANDPIPE_APPROVAL_MAIL",
    more: ["STANDPIPE_APPROVAL_MAIL_FROM", "STANDPIPE_APPROVAL_MAIL_TO"],
    fault: ([url = "", from = "", to = ""]) =>
      !/^smtps?:\/\/./.test(url)
        ? "STANDPIPE_APPROVAL_MAIL: must be a URL such as smtps://user:password@mail.example.com"
        : !from.includes("@")
          ? "STANDPIPE_APPROVAL_MAIL_FROM: must be an e-mail address"
          : to.includes("@")
            ? undefined
            : "STANDPIPE_APPROVAL_MAIL_TO: must be e-mail addresses, divided by commas",
    open: ([url = "", from = "", to = ""]) => openMail(url, { from, to }),
  },
} as const satisfies Readonly<Record<string, ChannelDefinition>>;

type ChannelName = keyof typeof channels;

/** A channel with the values of its variables. */
export interface ChannelSettings {
  readonly name: ChannelName;
  readonly values: readonly string[];
}

/**
 * The channels that the environment variables name.
 * @throws Error that names every invalid variable, and never a value
 */
export function readChannels(env: Readonly<Record<string, string | undefined>>): ChannelSettings[] {
  const faults: string[] = [];
  const found = (Object.keys(channels) as ChannelName[]).flatMap((name): ChannelSettings[] => {
    const { variable, more, fault }: ChannelDefinition = channels[name];
    if (!env[variable]) return [];
    const values = [variable, ...more].map((one) => env[one] ?? "");
    const wrong = fault(values);
    if (wrong !== undefined) faults.push(wrong);
    return [{ name, values }];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return found;
}
