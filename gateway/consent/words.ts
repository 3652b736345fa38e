import type { Arguments } from "../../runtime/contract/caller.js";
import type { ToolModule } from "../../runtime/contract/tool.js";

/** One argument of a call, in a line that shows all of it. */
export interface ShownArgument {
  readonly name: string;
  readonly value: string;
}

/** Characters of a question beyond which people would not read it, nor clients show it. */
const longestQuestion = 4_000;

/** What a person is asked at the client; nothing where the whole call doesn't fit. */
export function questionText(tool: ToolModule, serverName: string, args: Arguments): string | undefined {
  const lines = shownArguments(args).map(({ name, value }) => `  ${name}: ${value}`);
  const head = `"${visible(serverName)}" wants to call ${tool.name}: ${tool.title}.`;
  const text = [
    head,
    lines.length > 0 ? "With exactly these arguments:" : "It takes no arguments.",
    ...lines,
  ].join("\n");
  return text.length > longestQuestion ? undefined : text;
}

/** Every argument as JSON, so that no text can pass itself off as another argument or as ours. */
export function shownArguments(args: Arguments): ShownArgument[] {
  return Object.entries(args).map(([name, value]) => ({
    name: visible(name),
    value: visible(JSON.stringify(value)),
  }));
}

/** Makes visible what would hide or reorder the rest of a line. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}
