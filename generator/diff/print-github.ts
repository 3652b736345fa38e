import type { ChangeClass } from "./change.js";
import type { Diff } from "./result.js";
import { findingsOf } from "./findings.js";
import { visible } from "../suspicion/signs.js";

const COMMANDS: Readonly<Record<ChangeClass, "error" | "warning" | "notice">> = {
  key: "error",
  danger: "error",
  breaking: "error",
  widening: "warning",
  words: "notice",
  rest: "notice",
};

/** GitHub shows at most this many annotations per step. */
const MOST = 50;

/** A diff as annotations of a GitHub workflow: the most important ones, and how many more there are. */
export function printGithub(diff: Diff, file: string): string {
  const findings = findingsOf(diff);
  const shown = findings.slice(0, MOST - 1);
  const lines = shown.map(
    ({ kind, class: of, says }) =>
      `::${COMMANDS[of]} file=${property(file)},line=1,title=${property(kind)}::${data(says)}`,
  );
  const rest = findings.length - shown.length;
  const more = rest > 0 ? [`::notice::${rest} more: standpipe diff shows them all`] : [];
  return [...lines, ...more].map((line) => `${line}\n`).join("");
}

/** Escapes a text so that it cannot end the command or start another one. */
function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
