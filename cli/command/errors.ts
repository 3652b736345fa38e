/** A fault that the person at the command line can fix. Its message says what happened, why, and the fix. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** A wrong flag or argument. The message ends with a pointer to the command's help. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}
