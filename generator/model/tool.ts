import type { IgnoredArguments } from "../../runtime/contract/ignored-arguments.js";
import type { Access, FormerArguments, Hints, PollPlan, RequestPlan } from "../../runtime/contract/tool.js";
import type { Relation } from "../describe/relation.js";
import type { Operation } from "./operation.js";
import type { Field } from "./shape.js";

/** One tool, ready to be printed: an operation with its description. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** The group, then the other tags. */
  readonly tags: readonly string[];
  readonly access: Access;
  readonly hints: Hints;
  /** Former names and the API's own name, which still work. */
  readonly aliases: readonly string[];
  /** Former names of arguments that calls may still use. */
  readonly formerArguments?: FormerArguments;
  readonly ignoredArguments?: IgnoredArguments;
  /** Its name in the style of hosted platforms, if one fits. */
  readonly managed?: string;
  /** Required first, then by name. */
  readonly arguments: readonly Field[];
  readonly request: RequestPlan;
  /** Typical questions for it. Only search reads them. */
  readonly asks: readonly string[];
  readonly poll?: PollPlan;
  readonly view?: readonly string[];
  /** The sources of arguments' values, by path: `impacts[].condition_id`. */
  readonly origins: ReadonlyMap<string, Relation>;
  readonly operation: Operation;
  /** True if a person described it; false if its description was made from method and path. */
  readonly described: boolean;
}
