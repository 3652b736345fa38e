import type { Right } from "../identity/roles.js";
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
  | "see tokens"
  | "see roles";

const needs: Readonly<Record<Deed, Right>> = {
  "see usage": "usage.read",
  "see servers": "account.read",
  "change servers": "server.write",
  "see approvals": "approval.read",
  "see activity": "log.read",
  "see tools": "account.read",
  "call tools": "tool.try",
  "see accounts": "account.read",
  "see tokens": "token.read",
  "see roles": "role.read",
};

/** Whether the page offers something to a person. The routes check it again. */
export function may({ rights }: Session, deed: Deed): boolean {
  return rights.may(needs[deed]);
}
