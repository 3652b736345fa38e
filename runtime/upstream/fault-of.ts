import type { Redactor } from "../answer/sanitise.js";
import { Fault, type FaultDetails, type FaultKind } from "../contract/fault.js";
import { isRead, nextAfterDoubt, type About } from "./about.js";
import type { Answer } from "../contract/answer.js";
import { readRetryAfter } from "./ratelimit.js";
import { quotedIn } from "./quoted.js";
import { readSaid, type Said } from "./said.js";

/** The kind of fault for a status; undefined for a success. */
export function kindOf(status: number): FaultKind | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return "credentials";
  if (status === 403) return "permission";
  if (status === 404 || status === 410) return "not_found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  return status >= 400 && status < 500 ? "refused" : "upstream_error";
}

/**
 * The fault of an answer with an error status, with what to do next.
 * @param windowSeconds the wait for a 429 that names no time
 */
export function faultOf(answer: Answer, about: About, redactor: Redactor, windowSeconds: number): Fault {
  if (answer.status >= 300 && answer.status < 400) return redirectFault(answer, about);
  const said = readSaid(answer, about.tool, redactor);
  const retryAfter = readRetryAfter(answer.headers, Date.now());
  return new Fault({
    kind: kindOf(answer.status) ?? "upstream_error",
    status: answer.status,
    said: said.words.length > 0 ? said.words : undefined,
    ...byStatus({ status: answer.status, said, retryAfter, windowSeconds }, about),
  });
}

type Part = Pick<FaultDetails, "message"> & Partial<FaultDetails>;

interface Refusal {
  readonly status: number;
  readonly said: Said;
  readonly retryAfter: number | undefined;
  readonly windowSeconds: number;
}

function byStatus({ status, said, retryAfter, windowSeconds }: Refusal, about: About): Part {
  const { title, tool } = about;
  switch (status) {
    case 401:
      return {
        message: `${title} refuses this server's own key (401). Your sign-in to this server is not the cause.`,
        next: "Calling again won't help: the server's operator must give it a valid key.",
      };
    case 403:
      return {
        message: `This server's ${title} key lacks the permission for ${tool.name} (403).`,
        next: "Calling again won't help: an administrator can give the key the permission, or another tool may do.",
      };
    case 404:
    case 410:
      return notFound(status, said, about);
    case 409:
      return {
        message: `${title} refused ${tool.name}: it conflicts with the present state (409).`,
        arguments: blamed(said),
        next: "Read the record as it is now, then decide whether the change is still needed.",
      };
    case 429:
      return {
        message: `${title}'s rate limit for the account is used up (429); nothing was done.`,
        retryAfterSeconds: retryAfter ?? windowSeconds,
        next: `Call again in ${retryAfter ?? windowSeconds} s. The limit is shared by everything that uses the account.`,
      };
  }
  if (status >= 400 && status < 500 && status !== 408) return refused(status, said, about);
  return {
    message: `${title} failed to answer ${tool.name} (${status}).`,
    retryAfterSeconds: retryAfter,
    next: nextAfterDoubt(about),
    mayHaveHappened: isRead(tool) ? undefined : true,
  };
}

function refused(status: number, said: Said, about: About): Part {
  const { title, tool } = about;
  const faults = blamed(said);
  const names = faults?.map((fault) => fault.argument) ?? [];
  const what = names.length > 0 ? names.join(", ") : "the arguments named in what it said";
  return {
    message: `${title} refused ${tool.name} (${status}); nothing was changed.`,
    arguments: faults,
    next: [`Fix ${what}, then call ${tool.name} again.`, ...sources(names, about)].join(" "),
  };
}

/** Blames the arguments whose values the API quotes, or else those in the path. */
function notFound(status: number, { words }: Said, about: About): Part {
  const { title, tool, args } = about;
  const quoted = quotedIn(words, args);
  const unknown =
    quoted.length > 0 ? quoted : pathArguments(about).map((name) => ({ path: name, value: args[name] }));
  const names = unknown.map(({ path }) => path);
  const given = unknown.map(({ path, value }) => `${path} ${shown(value)}`);
  const advice = sources(names, about);
  return {
    message:
      names.length > 0
        ? `${title} knows no ${given.join(" with ")} (${status}).`
        : `${title} has nothing at the address of ${tool.name} (${status}).`,
    arguments:
      names.length === 1
        ? [{ argument: names[0]!, message: "names nothing that exists or that the key may see" }]
        : undefined,
    next:
      advice.length > 0
        ? advice.join(" ")
        : names.length > 0
          ? `Check ${names.join(" and ")}.`
          : "The account may not have this feature.",
  };
}

/** A value as it was given, if it is short enough to be an id. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function redirectFault({ status, headers }: Answer, about: About): Fault {
  const { title, tool } = about;
  return new Fault({
    kind: "upstream_error",
    status,
    message: `${title} answered ${status} and pointed to ${hostOf(headers["location"])}. Redirects are not followed and the key is sent nowhere else.`,
    next: isRead(tool) ? "The server's operator should check its base URL." : nextAfterDoubt(about),
    mayHaveHappened: isRead(tool) ? undefined : true,
  });
}

function hostOf(location: string | undefined): string {
  if (!location) return "no place";
  if (!URL.canParse(location, SAME_HOST)) return "an unreadable place";
  const { origin, host } = new URL(location, SAME_HOST);
  return origin === SAME_HOST ? "another path of the same host" : host;
}

const SAME_HOST = "http://same-host.invalid";

function blamed({ arguments: faults }: Said): FaultDetails["arguments"] {
  return faults.length > 0 ? faults : undefined;
}

/** The arguments in the path, by the model's names. */
function pathArguments({ tool, args }: About): string[] {
  const { path, pathParameters } = tool.request;
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(
    ([, wire]) => pathParameters?.[wire!]?.argument ?? wire!,
  );
  return names.filter((name) => args[name] !== undefined);
}

function sources(names: readonly string[], { tool, advice }: About): string[] {
  return names.flatMap((name) => {
    const lists = advice.lists?.(tool, name);
    return lists ? [`${lists} lists the valid values of ${name}.`] : [];
  });
}
