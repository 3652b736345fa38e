import type { Change, ChangeClass, Verdict } from "./change.js";
import type { Misfit, ToolState } from "./state.js";
import type { Unseen } from "./unseen.js";

/** One tool that is not as it was. */
export interface Item {
  /** `METHOD /path` on the head side, on the base side of a removed tool. */
  readonly operation: string;
  readonly tool: string;
  /** The class of its changes that a reviewer reads first. */
  readonly class: ChangeClass;
  readonly verdict: Verdict;
  /** What it was called before, where that is something else. */
  readonly before?: { readonly operation?: string; readonly tool?: string; readonly operationId?: string };
  /** False for a tool that needs words before it is served. */
  readonly described: boolean;
  /** What it does: the head's, the base's of a removed tool. */
  readonly access: ToolState["access"];
  /** Before and after; 0 where there is none. */
  readonly tokens: { readonly before: number; readonly after: number };
  readonly changes: readonly Change[];
}

/** Words, relations or repairs that fitted the base and don't fit the head. */
export interface Broken extends Misfit {
  readonly class: ChangeClass;
  readonly verdict: Verdict;
}

/** What is different between two states of the tools. */
export interface Diff {
  readonly base: string;
  readonly head: string;
  readonly verdict: Verdict;
  /** The class of its changes that a reviewer reads first; absent where nothing is different. */
  readonly class?: ChangeClass;
  readonly summary: Summary;
  /** What an agent can newly do, in sentences. */
  readonly abilities: readonly string[];
  /** Where calls go and how the key is sent. */
  readonly destination: readonly Change[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Matched, and called otherwise; whatever else changed stands in the item. */
  readonly renamed: readonly Item[];
  readonly changed: readonly Item[];
  /** Instructions, prompts and the curated set. */
  readonly surface: readonly Change[];
  readonly broken: readonly Broken[];
  /** Differences upstream that no model sees. */
  readonly unseen: readonly Unseen[];
}

interface Summary {
  readonly tools: { readonly before: number; readonly after: number };
  readonly tokens: { readonly before: number; readonly after: number };
  /** Of tools, of the surface, and of what no longer fits. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Changes of each class. */
  readonly classes: Readonly<Record<ChangeClass, number>>;
  /** New operations that wait for words. */
  readonly undescribed: number;
  readonly warnings: number;
}
