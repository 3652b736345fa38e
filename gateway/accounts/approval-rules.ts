import type { Kysely } from "kysely";
import { z } from "@hono/zod-openapi";
import { serverOptions } from "../options/options.js";
import type { AccountRow } from "../store/schema.js";

const { approvers, approvals_needed, approval_minutes } = serverOptions;

/** The words of each rule, for people. */
export const ruleWords = {
  approvers: approvers.label,
  approvals_needed: approvals_needed.label,
  approval_minutes: "Longest wait for approval, in minutes",
} as const;

/**
 * What an account demands of every approval of its server URLs. A server URL can only be stricter, because operators
 * change server URLs, and only owners change the account.
 */
export const approvalRules = z
  .strictObject({
    approvers: approvers.schema.min(1, "must not be empty"),
    approvals_needed: approvals_needed.schema,
    approval_minutes: approval_minutes.schema,
  })
  .partial()
  .openapi("ApprovalRules", {
    description:
      "Rules for the approvals of all server URLs of the account. A server URL's own options count only where they are " +
      "stricter: an approver must be in both lists, the larger number of people must approve, and the shorter time counts.",
  });

export type ApprovalRules = z.infer<typeof approvalRules>;

/** The rules of an account; empty if it has none. */
export function rulesOf({ approvals }: Pick<AccountRow, "approvals">): ApprovalRules {
  return approvals === null ? {} : (JSON.parse(approvals) as ApprovalRules);
}

/** The rules in one line, such as "Approvals needed: 2". */
export function rulesInWords(rules: ApprovalRules): string {
  const names = Object.keys(ruleWords) as (keyof ApprovalRules)[];
  const demanded = names.filter((name) => rules[name] !== undefined);
  return demanded.map((name) => `${ruleWords[name]}: ${[rules[name]].flat().join(", ")}`).join("; ");
}

/** The rules in the store; null if there are none. */
export function storedRules(rules: ApprovalRules | null | undefined): string | null {
  const sorted = Object.entries(rules ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(sorted));
  return text === "{}" ? null : text;
}

/** What a change of the rules newly permits. */
export function ruleWidenings(before: ApprovalRules, after: ApprovalRules): string[] {
  const added = (after.approvers ?? []).filter((one) => !before.approvers?.includes(one));
  return [
    ...(before.approvers && !after.approvers ? ["more people may approve"] : []),
    ...(before.approvers && added.length > 0 ? [`${added.join(", ")} may approve`] : []),
    ...((after.approvals_needed ?? 1) < (before.approvals_needed ?? 1) ? ["fewer approvals are needed"] : []),
  ];
}

/** A replica of the release before still writes without them. */
export async function addApprovalRules({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("accounts").addColumn("approvals", "text").execute();
  await schema.alterTable("approvals").addColumn("account_approvers", "text").execute();
}
