import type { JsonObjectSchema, PromptTemplate } from "../../runtime/contract/catalogue.js";
import type { Access, FormerArguments, Hints, PollPlan } from "../../runtime/contract/tool.js";
import type { Held } from "../suspicion/hold-back.js";
import type { OperationContract } from "./contract/operation.js";
import type { Destination } from "./destination.js";

/** One tool on one side of a comparison. */
export interface ToolState {
  /** `METHOD /path`. */
  readonly operation: string;
  /** The operationId, if the state comes from a document. */
  readonly operationId?: string;
  readonly name: string;
  /** Other names that a call accepts, including the managed name. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly access: Access;
  readonly hints: Hints;
  /** The group, then the other tags. */
  readonly tags: readonly string[];
  /** The input schema as a model sees it. */
  readonly input: JsonObjectSchema;
  /** The operation in the contract, uncut; absent without a contract. */
  readonly contract?: OperationContract;
  /** Names of arguments that differ from the names in the request, by place and request name. */
  readonly argumentNames?: ReadonlyMap<string, string>;
  /** Former names of arguments that calls may still use, with the last day. */
  readonly formerArguments?: FormerArguments;
  /** Arguments that take a list, or one text with commas; empty if the state does not include it. */
  readonly commaLists?: readonly string[];
  /** Whether a person wrote its description, which may narrow what the contract takes. */
  readonly worded?: boolean;
  /** The security requirements, if no contract has them. */
  readonly security?: readonly string[];
  /** How to wait for work that continues after the answer; `undefined` if the state does not include it. */
  readonly poll?: PollPlan | "none";
  /** Fields of the answer that views, polls and searches read, as dotted paths and JMESPath. */
  readonly reads?: readonly Reading[];
  /** The tools that a workflow calls, and the sha256 of its program. Other tools have none. */
  readonly workflow?: { readonly calls: readonly string[]; readonly program: string };
  /** False for an operation without a description. It is not served, and its name is a proposal. */
  readonly described: boolean;
  /** Tokens (o200k) that the tool costs a model. */
  readonly tokens: number;
}

/** Something that reads fields of an answer. */
export interface Reading {
  /** `its view`, or another reader, such as `the poll of create_incident`. */
  readonly by: string;
  readonly expression: string;
}

/** Something that a description, relation or repair names and the contract does not have. */
export interface Misfit {
  readonly code: string;
  readonly at: string;
  readonly what: string;
}

/** Facts of an operation in the document that no tool contains. */
export interface UpstreamNote {
  /** Names of its parameters, in the document's order. */
  readonly order: readonly string[];
  /** Its prose, by place: `summary`, `description`, an argument's name. */
  readonly prose: Readonly<Record<string, string>>;
}

/** One side of a comparison: everything that a model sees, and where calls go. */
export interface State {
  /** The name that people know it by: a revision or a path. */
  readonly label: string;
  readonly tools: readonly ToolState[];
  /** Whether its workflows are among the tools. A document has none, and says nothing about them. */
  readonly hasWorkflows?: true;
  /** Absent if the state does not include it. */
  readonly destination?: Destination;
  /** Absent for a document, which has no presentation. */
  readonly surface?: {
    readonly instructions: string;
    readonly curated: readonly string[];
    readonly prompts: readonly PromptTemplate[];
  };
  readonly misfits: readonly Misfit[];
  /** Texts that look like instructions, which no tool contains. Empty if the state does not come from a document. */
  readonly held: readonly Held[];
  /** Fields of answers that look secret and that a person accepted. */
  readonly openFields?: readonly string[];
  /** By operation. Empty if the state does not come from a document. Read on first use, which few comparisons need. */
  readonly upstream: () => ReadonlyMap<string, UpstreamNote>;
}
