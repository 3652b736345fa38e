import type { Access, FormerArguments, Hints, PollPlan, RequestPlan } from "../../runtime/contract/tool.js";
import type { Relation } from "../describe/relation.js";
import type { Operation } from "./operation.js";
import type { Field } from "./shape.js";

/** One tool as it is served: an operation with its words, ready to be printed. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** The group first, then further tags. */
  readonly tags: readonly string[];
  readonly access: Access;
  readonly hints: Hints;
  /** Former names and the API's own, which go on working. */
  readonly aliases: readonly string[];
  /** Former names of arguments that calls may still use. */
  readonly formerArguments?: FormerArguments;
  /** Its name in the grammar of hosted platforms, where one fits. */
  readonly managed?: string;
  /** Required first, then by name. */
  readonly arguments: readonly Field[];
  readonly request: RequestPlan;
  /** How people ask for it; read by search alone. */
  readonly asks: readonly string[];
  readonly poll?: PollPlan;
  readonly view?: readonly string[];
  /** Where the values of arguments come from, by path: `impacts[].condition_id`. */
  readonly origins: ReadonlyMap<string, Relation>;
  readonly operation: Operation;
  /** Whether a person described it; false for a sentence made from method and path. */
  readonly described: boolean;
}
