import { call } from "./gateway.js";

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
