import type { Arguments, ReadyCall } from "../../runtime/index.js";
import type { ResolvedNames } from "./approvals.js";

/** One complete argument of a call, in one line. */
export interface ShownArgument {
  readonly name: string;
  readonly value: string;
}

/** Longer questions are not read by people or not shown by clients. */
const longestQuestion = 4_000;

/** The question for the client; undefined if the whole call does not fit. */
export function questionText(
  {
    tool,
    args,
    resolved = {},
  }: Pick<ReadyCall, "args" | "resolved"> & {
    readonly tool: { readonly name: string; readonly title: string };
  },
  serverName: string,
): string | undefined {
  const lines = shownArguments(args).map(({ name, value }) => `  ${name}: ${value}`);
  const names = shownNames(resolved).map(({ name, value }) => `  ${name}: ${value}`);
  const text = [
    `"${visible(serverName)}" wants to call ${tool.name}: ${tool.title}.`,
    lines.length > 0 ? "With exactly these arguments:" : "It takes no arguments.",
    ...lines,
    ...(names.length > 0 ? ["Names that became ids:", ...names] : []),
  ].join("\n");
  return text.length > longestQuestion ? undefined : text;
}

/** The resolved names in the arguments. */
export function shownNames(resolved: ResolvedNames): ShownArgument[] {
  return Object.entries(resolved).map(([path, { given, name, id }]) => ({
    name: visible(path),
    value: `${visible(JSON.stringify(given))} is ${visible(JSON.stringify(name))}, id ${visible(JSON.stringify(id))}`,
  }));
}

/** Arguments as JSON, so that a text cannot look like another argument or like our own words. */
export function shownArguments(args: Arguments): ShownArgument[] {
  return Object.entries(args).map(([name, value]) => ({
    name: visible(name),
    value: visible(JSON.stringify(value)),
  }));
}

/** Shows characters that would hide or reorder the rest of a line. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}
