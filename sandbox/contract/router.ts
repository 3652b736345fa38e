import {
  OpenAPIRouter,
  type Operation as BackendOperation,
  type ParsedRequest,
  type Request as BackendRequest,
} from "openapi-backend/router.js";
import { OpenAPIValidator, type ValidationContext } from "openapi-backend/validation.js";
import type { Document } from "openapi-backend/backend.js";
import { ApiError } from "../api-error.js";
import type { Contract, Operation, Parameter } from "./contract.js";
import { createRoutes, pathParams } from "./routes.js";

/** A request for the contract. `query` keeps the names unchanged, including brackets. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly query: Record<string, string | string[]>;
  readonly body: unknown;
}

export interface Match {
  readonly operation: Operation;
  readonly params: Record<string, string>;
}

export interface ContractRouter {
  /** Finds the operation; throws a 404 or 405 ApiError. */
  match(incoming: Pick<Incoming, "method" | "path">): Match;
  /** Throws a 400 ApiError that lists all violations of the contract. */
  validate(match: Match, incoming: Incoming): void;
}

export function createRouter(contract: Contract): ContractRouter {
  const definition = contract.definition as unknown as Document;
  const router = new PlainRouter({ definition });
  const backends = new Map(router.getOperations().map((backend) => [backend.operationId ?? "", backend]));
  const find = createRoutes(contract.operations.values());
  const validator = new SharedValidator({
    definition,
    router,
    lazyCompileValidators: true,
    ajvOpts: { allErrors: true, formats: { date: isTimestamp, "date-time": isTimestamp } },
  });
  return {
    match: ({ method, path }) => {
      const operation = find(method, path);
      return { operation, params: pathParams(operation.path, path) };
    },
    validate: ({ operation }, incoming) => {
      const { errors } = validator.validateRequest(incoming, backends.get(operation.key));
      if (!errors?.length) return;
      throw new ApiError(400, "The request does not match the API's contract", [
        ...new Set(errors.map(explain)),
      ]);
    },
  };
}

/** Does for most requests only what their check needs. The library's way takes as long as the rest of a request. */
class PlainRouter extends OpenAPIRouter<Document> {
  #operations?: BackendOperation<Document>[];

  override getOperations(): BackendOperation<Document>[] {
    return (this.#operations ??= super.getOperations());
  }

  override parseRequest(request: BackendRequest, operation: BackendOperation<Document>): ParsedRequest {
    const { path, query = {}, body } = request as Incoming;
    const isPlain = body === undefined || typeof body === "object";
    if (
      !isPlain ||
      specialParameters(operation).some(({ name, in: place }) => place !== "query" || name in query)
    )
      return super.parseRequest(request, operation);
    // The check converts values in place.
    const copied = Object.entries(query).map(
      ([name, value]) => [name, Array.isArray(value) ? [...value] : value] as const,
    );
    return {
      ...request,
      params: pathParams(operation.path, path),
      query: Object.fromEntries(copied),
      cookies: {},
      requestBody: body,
    };
  }
}

const special = new WeakMap<object, readonly Parameter[]>();

/** Parameters that are neither in the path nor one text in the query. */
function specialParameters(operation: BackendOperation<Document>): readonly Parameter[] {
  const known = special.get(operation);
  if (known) return known;
  const parameters = (operation.parameters ?? []) as (Parameter & { explode?: boolean; content?: unknown })[];
  const found = parameters.filter(
    (one) => !["path", "query"].includes(one.in) || one.explode === false || one.content !== undefined,
  );
  special.set(operation, found);
  return found;
}

/** The library makes a new Ajv for each operation. Two are enough; one of them converts query texts. */
class SharedValidator extends OpenAPIValidator<Document> {
  #shared?: Map<boolean, ReturnType<OpenAPIValidator["getAjv"]>>;

  override getAjv(context: ValidationContext, options: { coerceTypes?: boolean } = {}) {
    const coerces = options.coerceTypes === true;
    // The base constructor may call this before the fields are initialised.
    this.#shared ??= new Map();
    const ajv = this.#shared.get(coerces) ?? super.getAjv(context, options);
    this.#shared.set(coerces, ajv);
    return ajv;
  }
}

// FireHydrant accepts dates without a time for date-time. So everything that starts like an ISO date and parses is
// accepted.
function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
}

function explain(error: { instancePath?: string; message?: string; params?: unknown }): string {
  const place = (error.instancePath ?? "")
    .replace(/^\/(requestBody|query|path|header)\/?/, "")
    .replaceAll("/", ".");
  const params = (error.params ?? {}) as { additionalProperty?: string; allowedValues?: unknown[] };
  const extra = params.additionalProperty ?? params.allowedValues?.join(", ");
  return [place, error.message, extra && `(${extra})`].filter(Boolean).join(" ");
}
