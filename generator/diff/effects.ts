import type { ToolState } from "./state.js";

/** What a call does to people or records, besides reading. */
export interface Effects {
  readonly destroys: boolean;
  readonly notifies: boolean;
}

/** Derived from hints, access, and the words in the tool's name and path. */
export function effectsOf({ name, operation, access, hints }: ToolState): Effects {
  const words = wordsIn(`${name} ${operation.split("/").at(-1) ?? ""}`);
  const writes = !hints.readOnlyHint;
  return {
    destroys:
      hints.destructiveHint || access === "delete" || (writes && words.some((word) => DESTROYS.has(word))),
    notifies:
      writes && (words.some((word) => NOTIFIES.has(word)) || /^(?:(?:create|send)_)?page(?:_|$)/.test(name)),
  };
}

const DESTROYS = new Set("delete destroy purge wipe erase terminate revoke drop truncate".split(" "));

const NOTIFIES = new Set(
  "notify notification notifications send email broadcast announce invite publish alert sms message messages".split(
    " ",
  ),
);

function wordsIn(text: string): string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}
