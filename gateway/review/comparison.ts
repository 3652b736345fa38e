import type { Catalogue, GeneratedApi } from "../../runtime/index.js";

/** What a change means. `breaking`: saved prompts and agents may fail. `widening`: it permits something new. */
export const verdicts = ["breaking", "widening", "harmless"] as const;
export type Verdict = (typeof verdicts)[number];

/** Consecutive words of a text that stayed, or were added or removed. */
export interface ReviewedWords {
  readonly change: "same" | "added" | "removed";
  readonly text: string;
}

/** One change. */
export interface ReviewedChange {
  /** The argument, `description`, `hints.readOnlyHint`, …; absent if the tool itself changed. */
  readonly at?: string;
  readonly says: string;
  readonly verdict: Verdict;
  readonly words?: readonly ReviewedWords[];
  /** Why a reviewer should look twice. */
  readonly warnings?: readonly string[];
}

/** A tool with its changes of one section. */
export interface ReviewedTool {
  readonly tool: string;
  /** `METHOD /path`. */
  readonly operation: string;
  /** What happened to it: `is new (create)`, `is gone`, `was list_teams`, `changed`. */
  readonly says: string;
  readonly tokens: { readonly before: number; readonly after: number };
  readonly changes: readonly ReviewedChange[];
}

/** The same change of several tools. */
export interface SharedChange {
  readonly at: string;
  readonly says: string;
  readonly verdict: Verdict;
  readonly tools: readonly string[];
}

/** Changes of one kind. The gravest section comes first. */
export interface ReviewSection {
  readonly name: string;
  readonly title: string;
  /** Changes outside the tools: servers, key, instructions and prompts. */
  readonly beside: readonly ReviewedChange[];
  readonly shared: readonly SharedChange[];
  readonly tools: readonly ReviewedTool[];
}

/** What differs between the served catalogue (`before`) and the one on disk (`after`). */
export interface SurfaceDiff {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly tools: { readonly before: number; readonly after: number };
  readonly tokens: { readonly before: number; readonly after: number };
  /** What an agent can newly do, in sentences. */
  readonly abilities: readonly string[];
  readonly sections: readonly ReviewSection[];
}

/** The served surface, compared with the hashes of the reviewed one. */
export interface LockCheck {
  readonly file: string;
  /** The number of compared parts. */
  readonly compared: number;
  /** One sentence for each difference. */
  readonly differences: readonly string[];
}

/** What this process serves of an API, compared with the files on disk. */
export interface Comparison {
  /** `unknown` if nothing can be compared. */
  readonly state: "same" | "changed" | "unknown";
  /** The file that was compared with; null if there is none. */
  readonly file: string | null;
  /** When the file was written. */
  readonly written_at: string | null;
  /** Why nothing was compared, or only hashes. */
  readonly reason: string | null;
  /** Null if nothing was compared, or only hashes. */
  readonly diff: SurfaceDiff | null;
  /** Null if there is no lock. */
  readonly lock: LockCheck | null;
}

/** A comparison, with the catalogue on disk if there is one. */
export interface Compared {
  readonly comparison: Comparison;
  readonly committed?: Catalogue;
}

/** Compares what this process serves with the files on disk. The command that starts the gateway knows where they are. */
export type CompareApi = (api: GeneratedApi) => Promise<Compared>;
