import { ImportError } from "../../generator/load/import-error.js";
import { SelectionError } from "../../runtime/index.js";
import { CommandError, UsageError } from "./errors.js";

/**
 * Prints a fault that the person can fix, and returns the exit code.
 * @throws the error itself if it is a bug
 */
export function exitCodeOf(error: unknown, command: string, code: number): number {
  if (!isFixable(error)) throw error;
  const help = error instanceof UsageError ? `\nSee ${command} --help.` : "";
  console.error(`standpipe: ${error.message}${help}`);
  return code;
}

function isFixable(error: unknown): error is Error {
  return [CommandError, SelectionError, ImportError].some((kind) => error instanceof kind);
}
