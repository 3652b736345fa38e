import type { Operation } from "./document.js";
import { shapeOf } from "./resources.js";

/** An operation that a path names, with the values of its parameters. */
interface Match<T> {
  readonly found: T;
  readonly path: Readonly<Record<string, string>>;
}

export interface Routes<T> {
  /** Nothing where no operation has this path and method. */
  match(method: string, path: string): Match<T> | undefined;
  /** The methods that a path takes. */
  methodsOf(path: string): string[];
}

interface Route<T> {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** The number of characters outside parameters. The template with the most wins. */
  readonly exactness: number;
  readonly found: T;
}

/** Finds operations by paths. Routes are looked up by how many segments they have. */
export function createRoutes<T extends { readonly operation: Operation }>(plans: readonly T[]): Routes<T> {
  const byLength = new Map<number, Route<T>[]>();
  for (const plan of plans) {
    const route = routeOf(plan);
    const length = plan.operation.path.split("#", 1)[0]!.split("/").length;
    byLength.set(length, [...(byLength.get(length) ?? []), route]);
  }
  for (const routes of byLength.values()) routes.sort((one, other) => other.exactness - one.exactness);
  const matching = (path: string) =>
    (byLength.get(path.split("/").length) ?? []).filter(({ pattern }) => pattern.test(path));
  return {
    match(method, path) {
      const route = matching(path).find((one) => one.method === method);
      if (!route) return undefined;
      const [, ...values] = route.pattern.exec(path)!;
      return {
        found: route.found,
        path: Object.fromEntries(route.names.map((name, index) => [name, decoded(values[index] ?? "")])),
      };
    },
    methodsOf: (path) => [...new Set(matching(path).map(({ method }) => method))],
  };
}

function routeOf<T extends { readonly operation: Operation }>(found: T): Route<T> {
  const { method, path } = found.operation;
  const bare = path.split("#", 1)[0]!;
  const names = [...bare.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const pieces = bare.split(/\{[^{}]*\}/).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return {
    method,
    // A segment can have texts around its parameters, such as `{name}.json`.
    pattern: new RegExp(`^${pieces.join("([^/]*?)")}$`),
    names,
    exactness: shapeOf(path).replaceAll("{}", "").length,
    found,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
