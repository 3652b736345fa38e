import { OpenAPIRouter, type Operation as BackendOperation } from "openapi-backend/router.js";
import { OpenAPIValidator, type ValidationContext } from "openapi-backend/validation.js";
import type { Document } from "openapi-backend/backend.js";
import { ApiError } from "../api-error.js";
import type { Contract, Operation } from "./contract.js";

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
  const buckets = new BucketedRouter(definition);
  const validator = new SharedValidator({
    definition,
    router: new CachedRouter({ definition }),
    lazyCompileValidators: true,
    ajvOpts: { allErrors: true, formats: { date: isTimestamp, "date-time": isTimestamp } },
  });
  return {
    match: ({ method, path }) => {
      const found = buckets.match(method, path);
      const operation = contract.operations.get(found.operationId ?? "");
      if (!operation) throw new ApiError(404, `No route for ${method} ${path}`);
      return { operation, params: pathParams(operation.path, path) };
    },
    validate: ({ operation }, incoming) => {
      const backend = buckets.operation(operation);
      const { errors } = validator.validateRequest(incoming, backend);
      if (!errors?.length) return;
      throw new ApiError(400, "The request does not match the API's contract", [
        ...new Set(errors.map(explain)),
      ]);
    },
  };
}

/** The library rebuilds its list of operations for each request. The contract never changes, so the list is cached. */
class CachedRouter extends OpenAPIRouter<Document> {
  #operations?: BackendOperation<Document>[];

  override getOperations(): BackendOperation<Document>[] {
    return (this.#operations ??= super.getOperations());
  }
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

/** One small router per resource and depth of path, because the library tries all templates in turn. */
class BucketedRouter {
  readonly #routers = new Map<string, CachedRouter>();
  readonly #operations = new Map<string, BackendOperation<Document>>();

  constructor(definition: Document) {
    const groups = new Map<string, Record<string, unknown>>();
    for (const [path, item] of Object.entries(definition.paths ?? {})) {
      const name = bucketOf(path);
      groups.set(name, { ...groups.get(name), [path]: item });
    }
    for (const [name, paths] of groups) {
      const router = new CachedRouter({ definition: { ...definition, paths } as Document });
      this.#routers.set(name, router);
      for (const operation of router.getOperations())
        this.#operations.set(operation.operationId ?? "", operation);
    }
  }

  match(method: string, path: string): BackendOperation<Document> {
    const router = this.#routers.get(bucketOf(path));
    if (!router) throw new ApiError(404, `No route for ${method} ${path}`);
    try {
      return router.matchOperation({ method, path, headers: {} }, true);
    } catch (error) {
      if (String(error).includes("405")) throw new ApiError(405, `${method} is not allowed on ${path}`);
      throw new ApiError(404, `No route for ${method} ${path}`);
    }
  }

  operation({ key }: Operation): BackendOperation<Document> {
    return this.#operations.get(key) as BackendOperation<Document>;
  }
}

function bucketOf(path: string): string {
  const segments = segmentsOf(path);
  return `${segments[2] ?? ""} ${segments.length}`;
}

/** The segments of a path, without trailing slashes. */
function segmentsOf(path: string): string[] {
  const segments = path.split("/");
  while (segments.at(-1) === "") segments.pop();
  return segments;
}

function pathParams(template: string, path: string): Record<string, string> {
  const values = segmentsOf(path);
  const entries = template
    .split("/")
    .map((segment, index) => [segment, decode(values[index] ?? "")] as const)
    .filter(([segment]) => segment.startsWith("{"));
  return Object.fromEntries(entries.map(([segment, value]) => [segment.slice(1, -1), value]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError(400, "The path is not valid percent-encoding");
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
