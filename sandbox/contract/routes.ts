import { ApiError } from "../api-error.js";
import type { Operation } from "./contract.js";

interface Route {
  readonly operation: Operation;
  /** Undefined for a parameter. */
  readonly segments: readonly (string | undefined)[];
  /** The length of the template without its parameters. The longest template that matches wins. */
  readonly exactness: number;
}

/** Finds the operation of a request. Throws a 404 or 405 ApiError. */
export function createRoutes(operations: Iterable<Operation>): (method: string, path: string) => Operation {
  const groups = new Map<string, Route[]>();
  for (const operation of operations) {
    const name = groupOf(operation.path);
    groups.set(name, [...(groups.get(name) ?? []), routeOf(operation)]);
  }
  for (const routes of groups.values()) routes.sort((a, b) => b.exactness - a.exactness);
  return (method, path) => {
    const given = segmentsOf(path);
    const matching = groups.get(groupOf(path))?.filter((route) => fits(route, given)) ?? [];
    const found = matching.find(({ operation }) => operation.method === method);
    if (found) return found.operation;
    if (matching.length > 0) throw new ApiError(405, `${method} is not allowed on ${path}`);
    throw new ApiError(404, `No route for ${method} ${path}`);
  };
}

function routeOf(operation: Operation): Route {
  const segments = operation.path
    .split("/")
    .map((segment) => (segment.startsWith("{") ? undefined : segment));
  return { operation, segments, exactness: segments.join("").length };
}

/** Whether a path of as many segments is the route's. */
function fits({ segments }: Route, given: readonly string[]): boolean {
  return segments.every((segment, index) =>
    segment === undefined ? given[index] !== "" : segment === given[index],
  );
}

/** Routes of the same resource and depth are tried in turn. */
function groupOf(path: string): string {
  const segments = segmentsOf(path);
  return `${segments[2] ?? ""} ${segments.length}`;
}

/** The segments of a path, without trailing slashes. */
function segmentsOf(path: string): string[] {
  const segments = path.split("/");
  while (segments.at(-1) === "") segments.pop();
  return segments;
}

/** The values of a template's parameters in a path. Throws a 400 ApiError for broken percent-encoding. */
export function pathParams(template: string, path: string): Record<string, string> {
  const values = segmentsOf(path);
  const params: Record<string, string> = {};
  for (const [index, segment] of template.split("/").entries())
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decode(values[index] ?? "");
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError(400, "The path is not valid percent-encoding");
  }
}
