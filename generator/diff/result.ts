import type { Change, ChangeClass, Verdict } from "./change.js";
import type { Misfit, ToolState } from "./state.js";
import type { Unseen } from "./unseen.js";

/** One changed tool. */
export interface Item {
  /** `METHOD /path` in the head; for a removed tool, in the base. */
  readonly operation: string;
  readonly tool: string;
  /** Its most important class of changes. */
  readonly class: ChangeClass;
  readonly verdict: Verdict;
  /** Its former names, if they changed. */
  readonly before?: { readonly operation?: string; readonly tool?: string; readonly operationId?: string };
  /** False if the tool has no description yet. It is not served until it has one. */
  readonly described: boolean;
  /** The access class in the head; for a removed tool, in the base. */
  readonly access: ToolState["access"];
  /** 0 on the side that does not have the tool. */
  readonly tokens: { readonly before: number; readonly after: number };
  readonly changes: readonly Change[];
}

/** A description, relation or repair that fitted the base and does not fit the head. */
export interface Broken extends Misfit {
  readonly class: ChangeClass;
  readonly verdict: Verdict;
}

/** The differences between two states of the tools. */
export interface Diff {
  readonly base: string;
  readonly head: string;
  readonly verdict: Verdict;
  /** The most important class of changes; absent if nothing changed. */
  readonly class?: ChangeClass;
  readonly summary: Summary;
  /** What an agent can newly do, in sentences. */
  readonly abilities: readonly string[];
  /** Where calls go and how the key is sent. */
  readonly destination: readonly Change[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Tools that moved or have another name, with all their other changes. */
  readonly renamed: readonly Item[];
  readonly changed: readonly Item[];
  /** Instructions, prompts and the curated set. */
  readonly surface: readonly Change[];
  readonly broken: readonly Broken[];
  /** Upstream differences that no model sees. */
  readonly unseen: readonly Unseen[];
}

interface Summary {
  readonly tools: { readonly before: number; readonly after: number };
  readonly tokens: { readonly before: number; readonly after: number };
  /** Counts changes of tools, of the surface, and broken descriptions. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Changes of each class. */
  readonly classes: Readonly<Record<ChangeClass, number>>;
  /** New operations without a description. */
  readonly undescribed: number;
  readonly warnings: number;
}
