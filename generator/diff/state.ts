import type { JsonObjectSchema, PromptTemplate } from "../../runtime/contract/catalogue.js";
import type { Access, FormerArguments, Hints, PollPlan } from "../../runtime/contract/tool.js";
import type { Held } from "../suspicion/hold-back.js";
import type { OperationContract } from "./contract/operation.js";
import type { Destination } from "./destination.js";

/** One tool on one side of a comparison. */
export interface ToolState {
  /** `METHOD /path`. */
  readonly operation: string;
  /** The document's own name of it, where the side is a document. */
  readonly operationId?: string;
  readonly name: string;
  /** Further names under which a call works, the managed one too. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly access: Access;
  readonly hints: Hints;
  /** The group first, then further tags. */
  readonly tags: readonly string[];
  /** The input schema as a model sees it. */
  readonly input: JsonObjectSchema;
  /** What the contract says of the operation, whole; absent where no contract is at hand. */
  readonly contract?: OperationContract;
  /** Names of arguments that are not the wire's, by place and wire name. */
  readonly argumentNames?: ReadonlyMap<string, string>;
  /** Former names of arguments that calls may still use, with the last day. */
  readonly formerArguments?: FormerArguments;
  /** Whether a person wrote its words, which may narrow what the contract takes. */
  readonly worded?: boolean;
  /** How a call is let in where no contract says it. */
  readonly security?: readonly string[];
  /** How work that goes on after the answer is followed; `undefined` where the side doesn't say. */
  readonly poll?: PollPlan | "none";
  /** Fields of the answer that words, polls and searches read: dotted paths and JMESPath. */
  readonly reads?: readonly Reading[];
  /** False for an operation without words: it is not served, and its name is a proposal. */
  readonly described: boolean;
  /** Tokens (o200k) that a model spends on it. */
  readonly tokens: number;
}

/** Something that reads fields of an answer. */
export interface Reading {
  /** `view`, or what else reads it, such as `the poll of create_incident`. */
  readonly by: string;
  readonly expression: string;
}

/** Something that words, relations or repairs name and that the contract does not have. */
export interface Misfit {
  readonly code: string;
  readonly at: string;
  readonly what: string;
}

/** What the document itself says of an operation and no tool carries. */
export interface UpstreamNote {
  /** Names of its parameters, in the document's order. */
  readonly order: readonly string[];
  /** Its prose, by place: `summary`, `description`, an argument's name. */
  readonly prose: Readonly<Record<string, string>>;
}

/** One side of a comparison: everything that a model sees, and where calls go. */
export interface State {
  /** What a person calls it: a revision, a path. */
  readonly label: string;
  readonly tools: readonly ToolState[];
  /** Absent where the side doesn't say. */
  readonly destination?: Destination;
  /** Absent where the side is a document, which holds no presentation. */
  readonly surface?: {
    readonly instructions: string;
    readonly curated: readonly string[];
    readonly prompts: readonly PromptTemplate[];
  };
  readonly misfits: readonly Misfit[];
  /** Texts that look like instructions and that no tool carries; empty where the side is no document. */
  readonly held: readonly Held[];
  /** Fields of answers that look secret and that a person accepted. */
  readonly openFields?: readonly string[];
  /** By operation; empty where the side is no document. */
  readonly upstream: ReadonlyMap<string, UpstreamNote>;
}
