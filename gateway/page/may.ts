import type { Session } from "../sessions.js";

/** What a person can do or see on the page. */
export type Deed =
  | "see usage"
  | "see servers"
  | "change servers"
  | "see approvals"
  | "see activity"
  | "see tools"
  | "call tools"
  | "see accounts"
  | "see tokens";

/** Whether the page offers something to a person. Today everybody who signs in may do everything. */
export function may(_session: Session, _deed: Deed): boolean {
  return true;
}
