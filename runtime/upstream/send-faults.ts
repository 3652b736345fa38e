import { Fault, type FaultDetails, type FaultKind } from "../contract/fault.js";
import { isRead, nextAfterDoubt, type About } from "./about.js";
import type { FailureReason, SendFailure } from "./send-failure.js";

/** The fault of an answer that is too large. A smaller page of the same list may be readable. */
export class TooLarge extends Fault {}

/** The fault of a request without a usable answer. */
export function faultOfFailure(failure: SendFailure, about: About): Fault {
  const { phase, reason, status } = failure;
  const { title, tool } = about;
  const wasSent = phase !== "connecting";
  const isDone = status !== undefined;
  const mayHaveHappened = wasSent && !isRead(tool);
  return new (reason === "too_large" ? TooLarge : Fault)({
    kind: KINDS[reason],
    status,
    message: sentence(failure, title),
    next: nextStep(),
    mayHaveHappened: mayHaveHappened || undefined,
  });

  function nextStep(): string {
    if (isDone && !isRead(tool)) return `${title} accepted the call, so don't repeat it: ${lookUp(about)}`;
    if (reason === "too_large") return "Ask for less: a smaller limit, or narrower filters.";
    if (!wasSent)
      return "Nothing was sent, so nothing has happened. Call again later. If it still fails, tell the server's operator.";
    return nextAfterDoubt(about);
  }
}

/** The fault of an unreadable answer for this call: its work is done. */
export function faultOfUnreadable({ kind, message, status, said }: FaultDetails, about: About): Fault {
  const { title, tool } = about;
  const next = isRead(tool)
    ? "Nothing was changed. Call again later. If it still fails, the API or a proxy in front of it is broken."
    : `${title} accepted the call, so don't repeat it: ${lookUp(about)}`;
  return new Fault({ kind, message, status, said, next, mayHaveHappened: isRead(tool) ? undefined : true });
}

/**
 * The fault of a call that ran out of time.
 * @param written whether a request that may change something was sent
 */
export function callTimeout(about: About, seconds: number, written: boolean): Fault {
  return new Fault({
    kind: "timeout",
    message: `${about.tool.name} timed out after ${seconds} s, the longest that a call may take.`,
    next: written || isRead(about.tool) ? nextAfterDoubt(about) : NOTHING_SENT,
    mayHaveHappened: written || undefined,
  });
}

const NOTHING_SENT = "Its request had not been sent yet, so nothing has happened. Call again later.";

const KINDS: Readonly<Record<FailureReason, FaultKind>> = {
  timeout: "timeout",
  unresolved: "unreachable",
  refused: "unreachable",
  tls: "unreachable",
  broken: "unreachable",
  too_large: "upstream_unreadable",
  garbled: "upstream_unreadable",
};

function sentence({ reason, phase, code = "", status }: SendFailure, title: string): string {
  const why = code === "" ? "" : ` (${code})`;
  const within = phase === "reading" ? ` within its answer of ${status}` : " before it answered";
  switch (reason) {
    case "timeout":
      return phase === "connecting"
        ? `Timed out connecting to ${title}${why}.`
        : phase === "reading"
          ? `${title} stopped responding within its answer of ${status}${why}.`
          : `${title} did not respond in time${why}.`;
    case "unresolved":
      return `The address of ${title} is unknown${why}.`;
    case "refused":
      return `${title} refuses connections${why}.`;
    case "tls":
      return `The secure connection to ${title} failed${why}: its certificate or protocol was not accepted.`;
    case "broken":
      return `The connection to ${title} broke${within}${why}.`;
    case "too_large":
      return `${title}'s answer is larger than this server reads, in bytes or in number of values.`;
    case "garbled":
      return `${title} sent a response that is not readable HTTP${why}.`;
  }
}

function lookUp({ tool, advice }: About): string {
  const shows = advice.shows?.(tool);
  return shows ? `${shows} shows the outcome.` : "look the outcome up.";
}
