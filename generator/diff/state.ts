import type { JsonObjectSchema, PromptTemplate } from "../../runtime/contract/catalogue.js";
import type { Access, Hints, PollPlan } from "../../runtime/contract/tool.js";

/** One tool as it stands on one side of a comparison. */
export interface ToolState {
  /** `METHOD /path`. */
  readonly operation: string;
  /** Upstream's name, where the side is a document. */
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
  /** How work that goes on after the answer is followed; `undefined` where the side doesn't say. */
  readonly poll?: PollPlan | "none";
  /** False for an operation that nobody described: it is not served, and its name is a proposal. */
  readonly described: boolean;
  /** Tokens (o200k) that a model spends on it. */
  readonly tokens: number;
}

/** Something that words, relations or repairs say and the contract no longer has. */
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

/** One side of a comparison: everything that a model sees, wherever it was read from. */
export interface State {
  /** What a person calls it: a revision, a path. */
  readonly label: string;
  readonly tools: readonly ToolState[];
  /** Absent where the side is a document, which holds no presentation. */
  readonly surface?: {
    readonly instructions: string;
    readonly curated: readonly string[];
    readonly prompts: readonly PromptTemplate[];
  };
  readonly misfits: readonly Misfit[];
  /** By operation; empty where the side is no document. */
  readonly upstream: ReadonlyMap<string, UpstreamNote>;
}
