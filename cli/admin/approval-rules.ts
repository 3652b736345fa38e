import { ruleWords, type ApprovalRules } from "../../gateway/accounts/approval-rules.js";
import { serverOptions } from "../../gateway/options/options.js";
import { UsageError } from "../command/errors.js";
import { list, number, toggle, type Values } from "../command/flags.js";

const { approvals_needed: needed, approval_minutes: minutes } = serverOptions;

/** Flags for the rules that an account has for the approvals of its server URLs. */
export const ruleFlags = {
  approvers: list(ruleWords.approvers),
  "approvals-needed": number(ruleWords.approvals_needed, { least: needed.least, most: needed.most }),
  "approval-minutes": number(ruleWords.approval_minutes, { least: minutes.least, most: minutes.most }),
  approvals: toggle("--no-approvals: remove the account's rules for approvals", { default: true }),
};

/**
 * The account's rules after the flags: null to remove them, undefined if no flag changes them.
 * @throws UsageError for flags that exclude each other
 */
export function rulesFrom(
  { approvers, approvalsNeeded, approvalMinutes, approvals }: Values<typeof ruleFlags>,
  before: ApprovalRules | null,
): ApprovalRules | null | undefined {
  const given = {
    ...(approvers === undefined ? {} : { approvers: [...approvers] }),
    ...(approvalsNeeded === undefined ? {} : { approvals_needed: approvalsNeeded }),
    ...(approvalMinutes === undefined ? {} : { approval_minutes: approvalMinutes }),
  };
  const isGiven = Object.keys(given).length > 0;
  if (!approvals && isGiven)
    throw new UsageError("--no-approvals removes all rules. Pass it without other flags of approvals.");
  if (!approvals) return null;
  return isGiven ? { ...before, ...given } : undefined;
}
