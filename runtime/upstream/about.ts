import type { Arguments } from "../contract/caller.js";
import type { ToolModule } from "../contract/tool.js";

/** Tools that help with another tool's faults; undefined if none is known or visible. */
export interface Advice {
  /** The tool that lists the valid values of an argument. */
  lists?(tool: ToolModule, argument: string): string | undefined;
  /** The tool that shows whether a write was done. */
  shows?(tool: ToolModule): string | undefined;
}

/** The call of a fault. */
export interface About {
  /** The API's name, for messages. */
  readonly title: string;
  readonly tool: ToolModule;
  readonly args: Arguments;
  readonly advice: Advice;
}

/** True for a call that changes nothing. A GET with a side effect does change something. */
export function isRead({ annotations, request }: ToolModule): boolean {
  return annotations.readOnlyHint && (request.method === "GET" || request.method === "HEAD");
}

/** What to do if a call may or may not have done its work. */
export function nextAfterDoubt({ tool, advice }: About): string {
  if (isRead(tool)) return "Nothing was changed; call again later.";
  if (tool.annotations.idempotentHint)
    return "It may have happened or not. Doing it twice changes nothing more, so call again later.";
  const shows = advice.shows?.(tool);
  return `It may have happened: check ${shows ? `with ${shows} ` : ""}before calling ${tool.name} again.`;
}
