/** An error for the client, answered as `{statusCode, error, message}`. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";

  constructor(
    readonly statusCode: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 429 | 502 | 503,
    message: string,
    /** Headers of the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
    /** What a client of the API can do about it. The page and the command line replace this by their own advice. */
    readonly fix?: string,
  ) {
    super(message);
  }
}

/** A request with faults. The message names all of them. */
export function badRequest(...faults: readonly string[]): GatewayError {
  return new GatewayError(400, faults.join("; "));
}

export function notFound(what: string, id: string): GatewayError {
  return new GatewayError(404, `There is no ${what} ${shown(id)}.`);
}

export function conflict(message: string): GatewayError {
  return new GatewayError(409, message);
}

/** The body of an error's answer. */
export interface ErrorBody {
  readonly statusCode: number;
  /** The status as text. */
  readonly error: string;
  readonly message: string;
  readonly fix?: string;
}

export function errorBody(statusCode: number, message: string, fix?: string): ErrorBody {
  return { statusCode, error: names[statusCode] ?? "Error", message, fix };
}

const names: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** A value from outside, safe to print in a message. Possible tokens are never repeated. */
function shown(text: string): string {
  return /^[a-z]{3}_[0-9a-z]{1,40}$/.test(text) ? text : "of this id";
}
