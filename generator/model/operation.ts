import type { Ways } from "../../runtime/contract/auth.js";
import type { BodyPlan, Method, Placement, RequestPlan } from "../../runtime/contract/tool.js";
import type { Shape } from "./shape.js";

/** One flat input of an operation: a path, query, header or cookie parameter, or a field of the body. */
export interface Input {
  /** The argument's name, unique in its operation. Only letters, digits, `_`, `-` and `.`. */
  readonly argument: string;
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** The name in the request. */
  readonly wire: string;
  readonly placement: Placement;
  readonly required: boolean;
  readonly shape: Shape;
  readonly default?: unknown;
  /** The document's description, for an API without descriptions files; otherwise empty. */
  readonly prose?: string;
  /** True for an input that is accepted but not shown to models. */
  readonly hidden?: true;
}

/** One operation of a contract, without OpenAPI's vocabulary. */
export interface Operation {
  /** `METHOD /path`, which identifies the operation everywhere. */
  readonly key: string;
  readonly method: Method;
  readonly path: string;
  readonly prefix?: RequestPlan["prefix"];
  /** The name of the origin that it is sent to, where that is not the API's. */
  readonly origin?: string;
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** Alternative security requirements; see `securityOf`. */
  readonly security: readonly string[];
  /** Schemes by which it lets a caller in, where they are not the API's usual ones. */
  readonly ways?: Ways;
  readonly inputs: readonly Input[];
  readonly body?: Pick<BodyPlan, "type" | "as" | "whole">;
  /** The successful answer, if the contract defines it. */
  readonly answer?: Shape;
  readonly prose?: { readonly summary?: string; readonly description?: string };
}
