import { SelectionError } from "../runtime/registry/selection.js";
import { UnguardedError } from "../runtime/transport/unguarded.js";
import { SettingsError } from "./settings.js";

/** Whether an error is for whoever gave the command to put right, and says how. */
export function isOperators(error: unknown): error is Error {
  if (error instanceof SettingsError || error instanceof SelectionError || error instanceof UnguardedError)
    return true;
  return (
    error instanceof Error &&
    "code" in error &&
    ["EADDRINUSE", "EACCES", "EADDRNOTAVAIL"].includes(String(error.code))
  );
}
