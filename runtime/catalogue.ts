import type { Lookups } from "./resolve/lookups.js";
import type { Access, Hints, ToolModule } from "./tool.js";

/** One tool exactly as tools/list answers it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObjectSchema;
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
  /** Other names under which a call works, former and upstream's. */
  readonly aliases: readonly string[];
  /** Its name in the grammar of hosted platforms. */
  readonly managed?: string;
}

/** How the API wants its key: the header and what stands before the key in it. */
export interface KeyPlacement {
  readonly in: "header" | "query";
  readonly name: string;
  readonly prefix: string;
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

/** `catalog.json`: everything that a server says of itself, ready-made. */
export interface Catalogue {
  readonly api: {
    readonly name: string;
    readonly title: string;
    /** Base URLs by region or place, the first one the default. */
    readonly servers: Readonly<Record<string, string>>;
    readonly key?: KeyPlacement;
    /** What the API lets one account send, where it says; calls are paced within it. */
    readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  };
  /** sha256 of all that a model sees, in hexadecimal: the one of `surface.lock`. */
  readonly surface: string;
  readonly instructions: string;
  /** All tools by name, in the one fixed order. */
  readonly tools: readonly ListedTool[];
  /** By tool name. */
  readonly index: Readonly<Record<string, IndexEntry>>;
  /** Tokens (o200k) of each tool in a list, the finders among them. For people who choose; models never see it. */
  readonly costs?: Readonly<Record<string, number>>;
  /** Names of the curated surface, discover's own tools apart. */
  readonly curated: readonly string[];
  readonly prompts: readonly PromptTemplate[];
}

/** A generated API as the runtime takes it: the catalogue, modules by name at their first call, and the search index. */
export interface GeneratedApi {
  readonly catalogue: Catalogue;
  load(name: string): Promise<ToolModule>;
  /** Where the values of arguments come from; read at the first call. Absent where nothing is known of it. */
  lookups?(): Promise<Lookups>;
  /** MiniSearch's serialised index, as text; read at the first search. */
  searchIndex(): Promise<string>;
}
