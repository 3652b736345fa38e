import { servedApi } from "../../apis.js";
import type { Core } from "../../core.js";
import { approvalsFor, approvalState, approvedBy } from "../approvals.js";
import type { Approval } from "../shown-approvals.js";
import { visible } from "../words.js";
import type { Notice, NoticeEvent } from "./notice.js";

/** The notice of a call as it is now. */
export function noticeOf(
  core: Core,
  approval: Approval,
  { id, url, event }: Pick<Notice, "id" | "url" | "event">,
): Notice {
  const { tool, subject, decided_by, reason } = approval;
  const tools = servedApi(core, approval.api)?.catalogue.tools;
  return {
    id,
    event,
    approval_id: approval.id,
    url,
    tool,
    title: tools?.find(({ name }) => name === tool)?.title ?? tool,
    server: visible(approval.serverName),
    account: visible(approval.accountName),
    requested_by: subject === null ? null : visible(subject.replace(/^oauth:/, "")),
    asked_at: approval.created_at,
    expires_at: approval.expires_at,
    needed: approvalsFor(approval),
    approved_by: approvedBy(approval).map(visible),
    decided_by: decided_by === null ? null : visible(decided_by),
    reason: reason === null ? null : visible(reason),
  };
}

/** How a call ended; undefined while it waits. */
export function outcomeOf(approval: Approval, now: Date): NoticeEvent | undefined {
  const state = approvalState(approval, now);
  if (state === "pending") return undefined;
  // An approval that was not used in time was given anyway.
  return state === "refused" ? "refused" : approval.decided_at === null ? "expired" : "approved";
}
