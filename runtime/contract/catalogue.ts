import type { Auth } from "./auth.js";
import type { Lookups } from "./lookups.js";
import type { SignedManifest } from "./signed-manifest.js";
import type { StoredIndex } from "./search.js";
import type { Access, FormerArguments, Hints, ToolModule } from "./tool.js";

/** One tool exactly as tools/list answers it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObjectSchema;
  /** What its answer holds as structured content, beside the text. */
  readonly outputSchema?: JsonObjectSchema;
  readonly annotations: Hints;
}

/** The root of an input schema: always a flat object. */
export interface JsonObjectSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** What filters, search and aliases need to know of a tool beside what is listed. */
export interface IndexEntry {
  /** `METHOD /path`. */
  readonly operation: string;
  readonly group: string;
  /** The group first, then further tags. */
  readonly tags: readonly string[];
  readonly access: Access;
  /** The ways to be let in, where they are not those of the API. */
  readonly security?: readonly string[];
  /** Other names under which a call works, former and upstream's. */
  readonly aliases: readonly string[];
  readonly formerArguments?: FormerArguments;
  /** Tokens (o200k) of the tool in a list. For people who choose tools; models never see it. */
  readonly tokens?: number;
  /** Its name in the grammar of hosted platforms. */
  readonly managed?: string;
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

/** A prompt: its text with `{argument}` places; `{#argument}…{/argument}` stands only when the argument is given. */
export interface PromptTemplate {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  readonly text: string;
  /** Tools that the text names: the prompt is served only where all of them are visible. */
  readonly tools: readonly string[];
}

/** A kind of record that `search` finds and `fetch` reads; tools by name, expressions in JMESPath. */
export interface KnowledgeKind {
  readonly kind: string;
  /** What people call it, in lower case. */
  readonly names: readonly string[];
  readonly list: string;
  /** The list's argument that narrows it to records with some words. */
  readonly words?: string;
  /**
   * What is taken of a record in the list: `id`, the fields that `title` and `urls` name, `number` where it has one,
   * `at` for its time, and `words`, any further texts that it is found by.
   */
  readonly item: string;
  readonly get: string;
  /** The argument of `get` that takes the id. */
  readonly id: string;
  /** What makes the text, of what `get` answers. */
  readonly record: string;
  /** With `{field}` places. */
  readonly title: string;
  /** The first whose places are all filled is the link; `{web}` is where the web app is. */
  readonly urls: readonly string[];
  /** Further lists that belong to the text, each with the argument that takes the id and what is taken of an item. */
  readonly more: readonly {
    readonly title: string;
    readonly list: string;
    readonly id: string;
    readonly item: string;
  }[];
}

/** What the two tools that ChatGPT's deep research and company knowledge want are made of. */
export interface Knowledge {
  /** `search` and `fetch`, as they are listed. */
  readonly tools: readonly ListedTool[];
  /** Where the web app is, by the names of the API's servers. */
  readonly web: Readonly<Record<string, string>>;
  readonly kinds: readonly KnowledgeKind[];
}

/** `catalog.json`: everything that a server says of itself, ready-made. */
export interface Catalogue {
  readonly api: {
    readonly name: string;
    readonly title: string;
    /** Base URLs by region or place, the first one the default. */
    readonly servers: Readonly<Record<string, string>>;
    /** Absent where the API needs no credentials. */
    readonly auth?: Auth;
    /** Other origins that some operations are sent to, by name, each with credentials of its own. */
    readonly origins?: Readonly<Record<string, Origin>>;
    /** Path of a GET that succeeds with a good key and changes nothing. */
    readonly ping?: string;
    /** The ways in which most operations let a caller in, one of which is enough: schemes with their scopes. */
    readonly security?: readonly string[];
    /** Fields of answers that look secret by their name and that a person accepted. */
    readonly openFields?: readonly string[];
    /** What the API lets one account send, where it says; calls are paced within it. */
    readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  };
  readonly instructions: string;
  /** All tools by name, in the one fixed order. */
  readonly tools: readonly ListedTool[];
  /** By tool name. */
  readonly index: Readonly<Record<string, IndexEntry>>;
  /** Tokens (o200k) of Standpipe's own tools in a list, by name; `index` has those of the API's tools. */
  readonly ownTokens?: Readonly<Record<string, number>>;
  /** Names of the curated surface, discover's own tools apart. */
  readonly curated: readonly string[];
  /** Absent where nothing can be searched across kinds. */
  readonly knowledge?: Knowledge;
  readonly prompts: readonly PromptTemplate[];
  readonly records?: readonly RecordCollection[];
}

/** A generated API as the runtime takes it: the catalogue, modules by name at their first call, and the search index. */
export interface GeneratedApi {
  readonly catalogue: Catalogue;
  load(name: string): Promise<ToolModule>;
  /** Where the values of arguments come from; read at the first call. Absent where nothing is known of it. */
  lookups?(): Promise<Lookups>;
  /** What the release states of itself, where it is signed. */
  signed?(): Promise<SignedManifest | undefined>;
  /** What search reads, `search.json`; loaded at the first search. */
  searchIndex(): Promise<StoredIndex>;
  /** The API's contract, of which a sandbox is made. Serving never reads it. Absent where it was not generated. */
  contract?(): Promise<Readonly<Record<string, unknown>>>;
}
