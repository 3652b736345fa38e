import { setTimeout as sleep } from "node:timers/promises";
import { gatewayAt, urlFlag } from "../admin/action.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { bringCode } from "./loopback.js";
import { saveSignIn, signInsFile } from "./saved-sign-ins.js";

interface Started {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
}

interface Answer {
  readonly access_token: string;
  readonly person: string;
  readonly expires_at: string;
}

const refusals: Readonly<Record<string, string>> = {
  access_denied: "The sign-in was refused on the page. Run standpipe login again to start another one.",
  expired_token: "Nobody agreed to the sign-in within 10 minutes. Run standpipe login again.",
};

export const command = defineCommand({
  name: "standpipe login",
  about: "Sign in to a gateway as a person: shows a code, and a page on which you agree",
  flags: urlFlag,
  async run({ url }) {
    const gateway = gatewayAt(url);
    const started = await start(gateway);
    const answer = await stoppable((signal) =>
      started ? byCode(gateway, signal, started) : byBrowser(gateway, signal),
    );
    const { access_token: token, person, expires_at } = answer;
    await saveSignIn(gateway, { token, person, expires_at });
    console.log(`Signed in as ${person} until ${expires_at}. The token is in ${signInsFile()}.`);
  },
});

/** Undefined where a sign-in by code does not begin, such as while too many wait. */
async function start(gateway: string): Promise<Started | undefined> {
  const answer = await post(gateway, "/sign-in/device");
  if (answer.ok) return (await answer.json()) as Started;
  if (answer.status === 404)
    throw new CommandError(
      `People do not sign in at ${gateway}: it has no OpenID provider. Set STANDPIPE_ADMIN_TOKEN or STANDPIPE_TOKEN instead.`,
    );
  return undefined;
}

async function byBrowser(gateway: string, signal: AbortSignal): Promise<Answer> {
  console.error("The gateway gives no code now, so sign in with a browser on this computer.");
  const brought = await bringCode(gateway, (link) => console.error(`Open ${link}`), signal);
  const answer = await post(gateway, "/sign-in/device/token", { ...brought });
  if (answer.ok) return (await answer.json()) as Answer;
  throw new CommandError(`The gateway at ${gateway} answered ${answer.status}. Run standpipe login again.`);
}

/** Waits until it is done, or until the person stops the command. */
async function stoppable<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await work(stopped.signal);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    throw new CommandError("The sign-in was stopped before anyone agreed to it. Run standpipe login again.");
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

async function byCode(gateway: string, signal: AbortSignal, started: Started): Promise<Answer> {
  const { device_code, interval, expires_in } = started;
  console.error(`Open ${started.verification_uri_complete}`);
  console.error(`Check that the page shows the code ${started.user_code}, and agree.`);
  const until = Date.now() + expires_in * 1000;
  while (Date.now() < until) {
    await sleep(interval * 1000, undefined, { signal });
    const answer = await post(gateway, "/sign-in/device/token", { device_code });
    const body = (await answer.json().catch(() => ({}))) as Answer & { readonly error?: string };
    if (answer.ok) return body;
    const refusal = refusals[body.error ?? ""];
    if (refusal !== undefined) throw new CommandError(refusal);
  }
  throw new CommandError(refusals["expired_token"]);
}

async function post(gateway: string, path: string, fields: Record<string, string> = {}): Promise<Response> {
  try {
    const body = new URLSearchParams(fields);
    return await fetch(gateway + path, { method: "POST", body, redirect: "error" });
  } catch {
    throw new CommandError(
      `No gateway answers at ${gateway}. Start one, or pass its URL with --url or STANDPIPE_URL.`,
    );
  }
}
