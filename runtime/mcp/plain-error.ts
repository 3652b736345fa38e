const invalidParams = -32602;

interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A message for the client. If its error is a list of zod's issues, it becomes one line. */
export function withPlainError<Message extends object>(message: Message): Message {
  const { error } = message as { readonly error?: { readonly code: number; readonly message: string } };
  const start = error?.message.indexOf("[") ?? -1;
  const issues = error && start >= 0 ? issuesIn(error.message.slice(start)) : undefined;
  if (!error || !issues) return message;
  const said = issues.map(({ path, message }) => `${path.join(".") || "params"}: ${message}`).join("; ");
  // Only faults of parameters are a list of issues, which the SDK sends as an internal error.
  const code = start === 0 ? invalidParams : error.code;
  return {
    ...message,
    error: { ...error, code, message: `${error.message.slice(0, start).trim()} ${said}`.trim() },
  };
}

function issuesIn(text: string): readonly Issue[] | undefined {
  try {
    const issues = JSON.parse(text) as readonly Partial<Issue>[];
    const isIssues = issues.length > 0 && issues.every(({ path, message }) => Array.isArray(path) && message);
    return isIssues ? (issues as readonly Issue[]) : undefined;
  } catch {
    return undefined;
  }
}
