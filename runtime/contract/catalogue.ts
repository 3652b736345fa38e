import type { Answers } from "./answers.js";
import type { Auth } from "./auth.js";
import type { Lookups } from "./lookups.js";
import type { SignedManifest } from "./signed-manifest.js";
import type { StoredIndex } from "./search.js";
import type { Access, FormerArguments, Hints, ToolModule } from "./tool.js";
import type { WorkflowModule } from "./workflow.js";

/** One tool exactly as in tools/list. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObjectSchema;
  /** The schema of its structured content, which is sent in addition to the text. */
  readonly outputSchema?: JsonObjectSchema;
  readonly annotations: Hints;
}

/** The root of an input schema, always a flat object. */
export interface JsonObjectSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** A tool's data for filters, search and aliases, in addition to the listed one. */
export interface IndexEntry {
  /** `METHOD /path`. */
  readonly operation: string;
  readonly group: string;
  /** The group, then the other tags. */
  readonly tags: readonly string[];
  readonly access: Access;
  /** Its security requirements, if they differ from the API's. */
  readonly security?: readonly string[];
  /** Other names that a call accepts: former ones and upstream's. */
  readonly aliases: readonly string[];
  readonly formerArguments?: FormerArguments;
  /** Tokens (o200k) of the listed tool. For people who choose tools; models never see it. */
  readonly tokens?: number;
  /** Its name in the style of hosted platforms. */
  readonly managed?: string;
  /** The tools that a workflow calls. Where the client cannot see all of them, the workflow does not exist. */
  readonly calls?: readonly string[];
  /** The sha256 of a workflow's program. */
  readonly program?: string;
}

/** A reviewed program that is one tool. */
export interface CatalogueWorkflow {
  readonly tool: ListedTool;
  readonly entry: IndexEntry & Required<Pick<IndexEntry, "calls" | "program">>;
}

/** A further origin of an API. */
export interface Origin {
  readonly url: string;
  /** Absent where it needs no credentials. */
  readonly auth?: Auth;
}

/** Records that clients can read as resources, by the tool that reads one by its id. */
export interface RecordCollection {
  /** Its name in a URI. */
  readonly collection: string;
  readonly tool: string;
  readonly title: string;
  readonly description: string;
}

/** One argument of a prompt. */
export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** A prompt: its text with `{argument}` places. `{#argument}…{/argument}` is only kept if the argument is given. */
export interface PromptTemplate {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  readonly text: string;
  /** Tools that the text names. The prompt is served only if all of them are visible. */
  readonly tools: readonly string[];
}

/** A kind of record that `search` finds and `fetch` reads. Tools are named, expressions are JMESPath. */
export interface KnowledgeKind {
  readonly kind: string;
  /** Its usual name, in lower case. */
  readonly names: readonly string[];
  readonly list: string;
  /** The list's argument that filters records by words. */
  readonly words?: string;
  /**
   * The fields of a record in the list: `id`, the fields in `title` and `urls`, `number` if it has one, `at` for its
   * time, and `words`, other texts to find it by.
   */
  readonly item: string;
  readonly get: string;
  /** The argument of `get` that takes the id. */
  readonly id: string;
  /** The parts of the text, from the answer of `get`. */
  readonly record: string;
  /** With `{field}` places. */
  readonly title: string;
  /** The first URL whose places are all filled is the link. `{web}` is the web app. */
  readonly urls: readonly string[];
  /** Other lists that belong to the text, each with the argument for the id and the fields of an item. */
  readonly more: readonly {
    readonly title: string;
    readonly list: string;
    readonly id: string;
    readonly item: string;
  }[];
}

/** The data of the two tools for ChatGPT's deep research and company knowledge. */
export interface Knowledge {
  /** `search` and `fetch`, as they are listed. */
  readonly tools: readonly ListedTool[];
  /** URLs of the web app, by the names of the API's servers. */
  readonly web: Readonly<Record<string, string>>;
  readonly kinds: readonly KnowledgeKind[];
}

/** What calls of tools do to people, by the tools' names. */
export interface Effects {
  /** Tools that can wake or notify responders. */
  readonly pages_people?: readonly string[];
  /** Tools whose results customers can see. */
  readonly customer_facing?: readonly string[];
}

/** A usual choice of tools for a new server URL. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** `read`, `write` (without deletes) or `all`, by group. `*` is every other group. */
  readonly groups: Readonly<Record<string, "read" | "write" | "all">>;
  /** Days until it expires, if they are not the usual ones. */
  readonly days?: number;
}

/** `catalog.json`: everything that a server shows. */
export interface Catalogue {
  readonly api: {
    readonly name: string;
    readonly title: string;
    /** Base URLs by region or name. The first one is the default. */
    readonly servers: Readonly<Record<string, string>>;
    /** Absent where the API needs no credentials. */
    readonly auth?: Auth;
    /** Other origins that some operations are sent to, by name, each with credentials of its own. */
    readonly origins?: Readonly<Record<string, Origin>>;
    /** Path of a GET that succeeds with a valid key and changes nothing. */
    readonly ping?: string;
    /** The alternative security requirements of most operations: schemes with their scopes. */
    readonly security?: readonly string[];
    /** Fields of answers whose names look secret and that a person accepted. */
    readonly openFields?: readonly string[];
    /** The API's rate limit for one account, if it is known. Calls are paced within it. */
    readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  };
  readonly instructions: string;
  /** All tools by name, in a fixed order. */
  readonly tools: readonly ListedTool[];
  /** By tool name. */
  readonly index: Readonly<Record<string, IndexEntry>>;
  /** Programs over the tools, by name. */
  readonly workflows?: readonly CatalogueWorkflow[];
  /** Tokens (o200k) of Standpipe's own listed tools, by name. `index` has those of the API's tools. */
  readonly ownTokens?: Readonly<Record<string, number>>;
  /** Names of the curated surface, without discover's own tools. */
  readonly curated: readonly string[];
  /** Absent if there are no searchable records. */
  readonly knowledge?: Knowledge;
  readonly prompts: readonly PromptTemplate[];
  readonly records?: readonly RecordCollection[];
  /** Only people see effects and presets. Absent if they are not known. */
  readonly effects?: Effects;
  readonly presets?: readonly Preset[];
}

/** A generated API for the runtime: the catalogue, modules that load at their first call, and the search index. */
export interface GeneratedApi {
  readonly catalogue: Catalogue;
  load(name: string): Promise<ToolModule>;
  /** Sources of arguments' values, loaded at the first call. Absent if none are known. */
  lookups?(): Promise<Lookups>;
  /** The types of all answers, loaded when a client first wants one. Absent if the API was generated without them. */
  answers?(): Promise<Answers>;
  /** Loads a workflow of the catalogue. Absent if there are none. */
  workflow?(name: string): Promise<WorkflowModule>;
  /** The manifest of the release, if it is signed. */
  signed?(): Promise<SignedManifest | undefined>;
  /** `search.json`, loaded at the first search. */
  searchIndex(): Promise<StoredIndex>;
  /** The API's contract, for a sandbox. Serving never reads it. Absent if it was not generated. */
  contract?(): Promise<Readonly<Record<string, unknown>>>;
}
