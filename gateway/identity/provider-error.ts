import * as client from "openid-client";

/** The provider did not sign a person in. The message is for that person. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";

  /** Why, for the operator. A link can carry any text as the provider's answer, so of that only an error code is kept. */
  get reason(): string {
    const { cause } = this;
    if (cause instanceof client.AuthorizationResponseError)
      return /^\w{1,60}$/.test(cause.error) ? cause.error : "an unknown error";
    if (cause instanceof client.ResponseBodyError)
      return [cause.error, cause.error_description].filter(Boolean).join(": ").slice(0, 300);
    return causesOf(cause).join(": ").slice(0, 300);
  }
}

/** The provider does not know the person's sign-in any more. */
export class RenewalRefusedError extends Error {
  override readonly name = "RenewalRefusedError";
}

export function unavailable(cause: unknown): ProviderError {
  return new ProviderError("The sign-in provider does not answer. Try again in a moment.", { cause });
}

/** The provider's own words are not shown, because a link could carry any text in them. */
export function refused(cause: unknown): ProviderError {
  const said = cause instanceof client.AuthorizationResponseError ? cause.error : undefined;
  if (said === "access_denied")
    return new ProviderError("The provider did not sign you in: access was denied.", { cause });
  return new ProviderError("The sign-in did not work. Start it again from here.", { cause });
}

/** The message of an error and of its causes, such as "fetch failed" and "connect ECONNREFUSED". */
function causesOf(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...causesOf(error.cause)] : [];
}
