import type { z } from "zod";
import type { Ways } from "./auth.js";
import type { IgnoredArguments } from "./ignored-arguments.js";

/** What a tool does to the API's records; `custom` means none of the other five. */
export type Access = "list" | "get" | "create" | "update" | "delete" | "custom";

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "TRACE";

/** MCP's four behavioural hints, all set explicitly. */
export interface Hints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export type Style =
  "form" | "simple" | "label" | "matrix" | "spaceDelimited" | "pipeDelimited" | "tabDelimited" | "deepObject";

/** The place and form of an argument in a request. `{}` means: same name, and the default style of the place. */
export interface Placement {
  /** The argument's name, if the request name is unsuitable for a model. */
  readonly argument?: string;
  readonly style?: Style;
  readonly explode?: boolean;
  /** Reserved characters of a query or a form, such as `/` and `:`, are sent as they are. */
  readonly reserved?: true;
  /** The value is sent as JSON text (an OpenAPI parameter with `content`). */
  readonly json?: true;
  /** A list that is sent as one text, joined by commas. Callers may also give that text. */
  readonly commas?: true;
  /** Media type of a part of a multipart body, if the document has one. */
  readonly type?: string;
}

/** The body of a request. Arguments without another place are its fields, unless one argument is the whole body. */
export interface BodyPlan {
  /** Content-Type to send. */
  readonly type: string;
  readonly as: "json" | "form" | "multipart" | "bytes" | "text";
  /** The argument that is the whole body. */
  readonly whole?: string;
  /** Request names of fields whose argument has another name. */
  readonly fields?: Readonly<Record<string, Placement>>;
  /** Paths to integers past 2^53: `[]` is any item, `*` any other key. Digits there are sent as a number. */
  readonly digits?: readonly (readonly string[])[];
}

/** How an operation pages its list. For the model, every style is `limit` and `cursor`. */
export type PagePlan = (
  | { readonly style: "page"; readonly page: string; readonly first?: number }
  | { readonly style: "cursor"; readonly cursor: string }
  | { readonly style: "after"; readonly after: string; readonly key: string }
  | { readonly style: "offset"; readonly start: string; readonly first?: number }
  // The answer names the URL of the next page; its query is sent in place of the operation's own.
  | { readonly style: "link" }
) & {
  /** The parameter that says how many items a page has; absent where the API decides. */
  readonly size?: string;
  /** The most items of a page. */
  readonly most: number;
};

/** Everything needed to build one HTTP request from checked arguments. */
export interface RequestPlan {
  readonly method: Method;
  /** The contract's path template, such as `/v1/orders/{order_id}`. */
  readonly path: string;
  /** The operation's own prefix between origin and path, if it differs from the API's. */
  readonly prefix?: { readonly own: string; readonly common: string };
  /** The name of the origin that it is sent to, where that is not the API's. */
  readonly origin?: string;
  /** Path parameters with a special style, by request name. */
  readonly pathParameters?: Readonly<Record<string, Placement>>;
  readonly query?: Readonly<Record<string, Placement>>;
  readonly headers?: Readonly<Record<string, Placement>>;
  readonly cookies?: Readonly<Record<string, Placement>>;
  readonly body?: BodyPlan;
  readonly page?: PagePlan;
  /** How to be let in, where that is not how the API lets callers in elsewhere. */
  readonly ways?: Ways;
}

/** A file argument of a multipart body, or a whole binary body. */
export interface FileArgument {
  readonly filename?: string;
  readonly content_type?: string;
  readonly content_base64: string;
}

/** One generated tool. Each module in `generated/` has one and is imported at its first call. */
export interface ToolModule<Input extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly access: Access;
  readonly annotations: Hints;
  readonly request: RequestPlan;
  readonly input: Input;
  /** How to wait for work that continues after the answer. */
  readonly poll?: PollPlan;
  /** Fields of the answer (of each item, for a list) in the concise view; dotted paths. */
  readonly view?: readonly string[];
  readonly formerArguments?: FormerArguments;
  readonly ignoredArguments?: IgnoredArguments;
}

/** Renamed arguments: the former path, such as `impacts[].kind`, and the current one. */
export type FormerArguments = Readonly<Record<string, FormerArgument>>;

export interface FormerArgument {
  /** The current path. Only its last name differs from the former one. */
  readonly now: string;
  /** The last day (UTC) on which calls may use the former name: `2027-05-26`. The API's own names have none. */
  readonly until?: string;
}

/** How to wait for work that continues after the answer. Expressions are JMESPath. */
export interface PollPlan {
  /** Name of the tool that shows the state. */
  readonly tool: string;
  /** Its arguments: expressions over `{arguments, answer}` of the starting call. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly everySeconds: number;
  readonly atMostSeconds: number;
  /** Expression over `{before, now}`: the polled answer before the start and now. */
  readonly done: string;
  readonly failed?: string;
}

/**
 * Checks a tool against the API's own types: path and method must be in the contract, every path parameter must be an
 * argument, and the arguments for path, query and body must have the contract's types. `Paths` are openapi-typescript's
 * `paths` of the contract.
 */
export function defineTool<Paths>() {
  return <
    const Plan extends RequestPlan & { path: keyof Paths & string },
    Input extends z.ZodType<Record<string, unknown>>,
  >(
    tool: Omit<ToolModule<Input>, "request"> & {
      readonly request: Plan & Fitting<OperationAt<Paths, Plan>, Plan, z.output<Input>>;
    },
  ): ToolModule<Input> => tool;
}

type OperationAt<Paths, Plan extends RequestPlan> = Plan["path"] extends keyof Paths
  ? Lowercase<Plan["method"]> extends keyof Paths[Plan["path"]]
    ? // A method that the path doesn't have is `undefined` in openapi-typescript's types.
      NonNullable<Paths[Plan["path"]][Lowercase<Plan["method"]>]>
    : never
  : never;

/** `unknown` if the plan and the arguments fit the operation; otherwise an object that names the wrong place. */
type Fitting<Operation, Plan extends RequestPlan, Args> = [Operation] extends [never]
  ? { readonly mismatch: "the contract has no such method at this path" }
  : Unfit<"path", PathOf<Plan, Args>, Part<Operation, "path">> &
      Unfit<"query", QueryOf<Plan, Args>, Part<Operation, "query">> &
      Unfit<"body", BodyOf<Plan, Args>, ContentOf<Operation>>;

type Unfit<Place extends string, Given, Wanted> = [Given] extends [Wanted]
  ? [StrangeNames<Given, Wanted>] extends [never]
    ? unknown
    : { readonly strange: { readonly place: Place; readonly names: StrangeNames<Given, Wanted> } }
  : { readonly mismatch: { readonly place: Place; readonly given: Given; readonly wanted: Wanted } };

/** Names that the contract does not have there; none if the contract defines no names. */
type StrangeNames<Given, Wanted> = unknown extends Given | Wanted
  ? never
  : Exclude<keyof Given, NamesOf<Wanted>>;

/** Names of a structure, or of any of several. */
type NamesOf<Wanted> = Wanted extends unknown ? keyof Wanted : never;

type Part<Operation, Place extends string> = Operation extends { parameters: infer Parameters }
  ? Place extends keyof Parameters
    ? [NonNullable<Parameters[Place]>] extends [never]
      ? NoPlacements
      : NonNullable<Parameters[Place]>
    : NoPlacements
  : NoPlacements;

type ContentOf<Operation> = Operation extends { requestBody?: infer Body }
  ? [NonNullable<Body>] extends [never]
    ? NoPlacements
    : NonNullable<Body> extends { content: infer Content }
      ? Content[keyof Content]
      : unknown
  : unknown;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type ArgumentOf<Placements, Wire extends PropertyKey> = Wire extends keyof Placements
  ? Placements[Wire] extends { argument: infer Name extends string }
    ? Name
    : Wire
  : Wire;

/** A request name without an argument is `undefined`, which fits no required field. */
type Taken<Args, Name> = Name extends keyof Args ? Args[Name] : undefined;

/** What is sent in one of these places. A list with commas is one text. */
type Sent<Placed, Wire extends keyof Placed, Args> = Placed[Wire] extends { commas: true }
  ? Joined<Taken<Args, ArgumentOf<Placed, Wire>>>
  : Taken<Args, ArgumentOf<Placed, Wire>>;
type Joined<Value> = Value extends readonly string[] ? string : Value;

type PathOf<Plan extends RequestPlan, Args> = {
  [Wire in NamesIn<Plan["path"]>]: Taken<Args, ArgumentOf<At<Plan, "pathParameters">, Wire>>;
};

type QueryOf<Plan extends RequestPlan, Args> = Plan extends { query: infer Query }
  ? WithOptional<{ [Wire in keyof Query]: Sent<Query, Wire, Args> }>
  : NoPlacements;

type BodyOf<Plan extends RequestPlan, Args> = Plan extends { body: infer Body }
  ? Body extends { whole: infer Whole }
    ? NonNullable<Taken<Args, Whole>>
    : WithOptional<RenamedFields<Body, Omit<Args, PlacedElsewhere<Plan>>>>
  : NoPlacements;

type RenamedFields<Body, Args> = Body extends { fields: infer Fields }
  ? { [Wire in keyof Fields]: Sent<Fields, Wire, Args> } & Omit<Args, ArgumentsOf<Fields>>
  : Args;
type PlacedElsewhere<Plan extends RequestPlan> =
  | ArgumentOf<At<Plan, "pathParameters">, NamesIn<Plan["path"]>>
  | ArgumentsOf<At<Plan, "query">>
  | ArgumentsOf<At<Plan, "headers">>
  | ArgumentsOf<At<Plan, "cookies">>
  | (Plan extends { page: PagePlan } ? "limit" | "cursor" : never);

type At<Plan, Place extends string> = Plan extends { [Name in Place]: infer Placements }
  ? Placements
  : NoPlacements;

type NoPlacements = Record<never, never>;
type ArgumentsOf<Placements> = Extract<
  { [Wire in keyof Placements]: ArgumentOf<Placements, Wire> }[keyof Placements],
  PropertyKey
>;

/** An argument that may be undefined is an optional field. */
type WithOptional<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Fields[Name];
};
