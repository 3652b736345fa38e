import type { Ways } from "../../runtime/contract/auth.js";
import type { BodyPlan, Method, Placement, RequestPlan } from "../../runtime/contract/tool.js";
import type { Shape } from "./shape.js";

/** One input of an operation, flat: a path, query, header or cookie parameter, or a field of the body. */
export interface Input {
  /** The argument's name: unique in its operation, made of letters, digits, `_`, `-` and `.` alone. */
  readonly argument: string;
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** The name on the wire. */
  readonly wire: string;
  readonly placement: Placement;
  readonly required: boolean;
  readonly shape: Shape;
  readonly default?: unknown;
  /** The document's own description: words for an API that has no words files, nothing otherwise. */
  readonly prose?: string;
  /** True for an input that is accepted when given, but that no model is shown. */
  readonly hidden?: true;
}

/** One operation of a contract, with OpenAPI's vocabulary resolved away. */
export interface Operation {
  /** `METHOD /path`: its identity everywhere. */
  readonly key: string;
  readonly method: Method;
  readonly path: string;
  readonly prefix?: RequestPlan["prefix"];
  /** The name of the origin that it is sent to, where that is not the API's. */
  readonly origin?: string;
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** The ways to be let in, one of which is enough; see `securityOf`. */
  readonly security: readonly string[];
  /** Schemes by which it lets a caller in, where they are not the API's usual ones. */
  readonly ways?: Ways;
  readonly inputs: readonly Input[];
  readonly body?: Pick<BodyPlan, "type" | "as" | "whole">;
  /** What it answers on success, where the contract says. */
  readonly answer?: Shape;
  readonly prose?: { readonly summary?: string; readonly description?: string };
}
