/** An error in the shape of FireHydrant's ErrorEntity: `{detail, messages, meta, code}`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly messages: readonly string[] = [detail],
    readonly meta: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  toResponse(): Response {
    const { detail, messages, meta } = this;
    return Response.json(
      { detail, messages, meta, code: codes[this.status] ?? "error" },
      { status: this.status },
    );
  }
}

const codes: Record<number, string> = {
  400: "bad_request",
  401: "unauthorized",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  422: "unprocessable_entity",
  500: "internal_error",
};

/** The 404 for an unknown or archived id. */
export function notFound(kind: string, id: string): ApiError {
  return new ApiError(404, `Could not find ${kind} with id ${id}`);
}

/** The 422 for a well-formed request that cannot be done. */
export function unprocessable(detail: string, messages?: readonly string[]): ApiError {
  return new ApiError(422, detail, messages ?? [detail]);
}
