import { call } from "./requests.js";

/** A program that makes one call and returns its answer. */
export function programOf(tool: string, args: object): string {
  return `return await api[${JSON.stringify(tool)}](${JSON.stringify(args)})`;
}

/** Calls a tool through a program of a server URL with the surface code. */
export function callInProgram(
  url: string,
  runner: "run_read" | "run_write",
  tool: string,
  args: object = {},
): ReturnType<typeof call> {
  return call(url, runner, { program: programOf(tool, args) });
}

/** Calls a tool and returns the text of its answer. */
export type Send = (
  tool: string,
  args: object,
) => Promise<{ readonly text: string; readonly isError: boolean }>;

/**
 * Makes each call in a program of its own. Where that waits for an approval, the same call again goes on with it, as an
 * agent does.
 * @param waiting programs that wait, by their call
 */
export function inPrograms(send: Send, waiting = new Map<string, string>()): Send {
  return async (tool, args) => {
    const key = JSON.stringify([tool, Object.entries(args).sort()]);
    const resume = waiting.get(key);
    const answered = await send("run_write", resume ? { resume } : { program: programOf(tool, args) });
    const { result, error } = JSON.parse(answered.text) as { result?: object; error?: { resume?: string } };
    if (error?.resume !== undefined) waiting.set(key, error.resume);
    if (error) return answered;
    waiting.delete(key);
    return { text: JSON.stringify(result), isError: false };
  };
}
