import type { PagePlan, Placement, RequestPlan } from "../../runtime/contract/tool.js";
import type { Input, Operation } from "../model/operation.js";
import type { Shape } from "../model/shape.js";
import { replacedBy } from "./arguments.js";
import type { PageRule } from "./surface.js";

/**
 * How the operation's arguments become a request. The page plan covers the inputs that `limit` and `cursor` replace.
 */
export function requestPlan(operation: Operation, rule: PageRule | undefined): RequestPlan {
  const replaced = rule ? replacedBy(rule) : new Set<string>();
  const at = (place: Input["in"]) => operation.inputs.filter((input) => input.in === place);
  const query = at("query").filter((input) => !replaced.has(input.wire));
  return {
    method: operation.method,
    path: operation.path,
    prefix: operation.prefix,
    origin: operation.origin,
    pathParameters: placements(at("path").filter((input) => Object.keys(input.placement).length > 0)),
    query: placements(query),
    headers: placements(at("header")),
    cookies: placements(at("cookie")),
    body: bodyPlan(operation, at("body")),
    page: rule && pagePlan(rule),
    ways: operation.ways,
  };
}

/** The first paging rule whose parameters the operation has. */
export function pageRuleOf(operation: Operation, rules: readonly PageRule[]): PageRule | undefined {
  const query = new Set(operation.inputs.filter((input) => input.in === "query").map((input) => input.wire));
  return rules.find(
    (rule) =>
      rule.only?.includes(operation.key) !== false &&
      [...replacedBy(rule)].every((parameter) => query.has(parameter)),
  );
}

function pagePlan({ only: _only, usual: _usual, ...plan }: PageRule): PagePlan {
  return plan;
}

function placements(inputs: readonly Input[]): Record<string, Placement> | undefined {
  if (inputs.length === 0) return undefined;
  const sorted = [...inputs].sort((one, other) => (one.wire < other.wire ? -1 : 1));
  return Object.fromEntries(sorted.map((input) => [input.wire, input.placement]));
}

function bodyPlan({ body }: Operation, inputs: readonly Input[]): RequestPlan["body"] {
  if (!body) return undefined;
  const renamed =
    body.whole === undefined ? inputs.filter((input) => Object.keys(input.placement).length > 0) : [];
  const digits = body.as === "json" ? digitPlaces(body.whole, inputs) : [];
  return { ...body, fields: placements(renamed), ...(digits.length > 0 ? { digits } : {}) };
}

/** The paths in a JSON body where integers may exceed 2^53. */
function digitPlaces(whole: string | undefined, inputs: readonly Input[]): string[][] {
  return inputs.flatMap(({ wire, shape }) => placesIn(shape, whole === undefined ? [wire] : []));
}

/** `[]` is any item of a list and `*` any other key. */
function placesIn(shape: Shape, path: readonly string[]): string[][] {
  switch (shape.kind) {
    case "number":
      return shape.large ? [[...path]] : [];
    case "list":
      return placesIn(shape.of, [...path, "[]"]);
    case "nullable":
      return placesIn(shape.of, path);
    case "either": {
      // If the argument also takes text, a text of digits may be just a text.
      const takesText = shape.options.some(({ kind }) => kind === "text");
      const options = takesText ? shape.options.filter(({ kind }) => kind !== "number") : shape.options;
      return options.flatMap((option) => placesIn(option, path));
    }
    case "record":
      return [
        ...shape.fields.flatMap((field) => placesIn(field.shape, [...path, field.name])),
        ...(shape.rest ? placesIn(shape.rest, [...path, "*"]) : []),
      ];
    case "text":
    case "choice":
    case "flag":
    case "file":
    case "anything":
      return [];
  }
}
