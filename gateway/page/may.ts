import type { Right } from "../identity/roles.js";
import type { Session } from "../sessions.js";

/** What a person can do or see on the page. */
export type Deed =
  | "see usage"
  | "see servers"
  | "change servers"
  | "see approvals"
  | "decide approvals"
  | "see activity"
  | "see tools"
  | "call tools"
  | "see accounts"
  | "change accounts"
  | "see tokens"
  | "change tokens"
  | "see roles";

const needs: Readonly<Record<Deed, Right>> = {
  "see usage": "usage.read",
  "see servers": "account.read",
  "change servers": "server.write",
  "see approvals": "approval.read",
  "decide approvals": "approval.decide",
  "see activity": "log.read",
  "see tools": "account.read",
  "call tools": "tool.try",
  "see accounts": "account.read",
  "change accounts": "account.write",
  "see tokens": "token.read",
  "change tokens": "token.write",
  "see roles": "role.read",
};

/** Where: on one account by its id, on all accounts, or by default on at least one. */
export type On = { readonly account: string } | "all";

/** Whether the page offers something to a person. The routes check it again. */
export function may({ rights }: Session, deed: Deed, on?: On): boolean {
  return on === "all" ? rights.where(needs[deed]) === "all" : rights.may(needs[deed], on?.account);
}
