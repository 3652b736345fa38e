/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { servedApi } from "../../apis.js";
import { approvalState } from "../../consent/approvals.js";
import { decideApproval, mayApprove, type Verdict } from "../../consent/decisions.js";
import { callerIs } from "../../consent/own-call.js";
import { getApproval, listStanding, listWaiting, type Approval } from "../../consent/shown-approvals.js";
import { hideTokens } from "../../secrets/token.js";
import { faultOf } from "../faults.js";
import { first, visited, type Fields, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { ApprovalPage } from "./approval.js";
import { readerOf, recordChanges, type RecordChanges } from "./current-record.js";
import { ApprovalLists } from "./lists.js";

/** Waiting calls: the list, and each call with all its details. */
export function mountApprovalPages(page: PageApp, parts: PageParts): void {
  const { core, playground } = parts;

  mountList(page, parts);

  const showOne = async (
    { c, session, act, show }: Visit,
    { faults = [], changes }: { readonly faults?: readonly string[]; readonly changes?: RecordChanges } = {},
  ) => {
    const approval = await getApproval(core, c.req.param("id")!);
    const state = approvalState(approval, core.now());
    const catalogue = servedApi(core, approval.api)?.catalogue;
    return show(
      { title: "Approve a call", room: "approvals" },
      <ApprovalPage
        {...{ approval, state, session, faults, catalogue, changes }}
        caller={callerIs(approval, act)}
        hasRecord={catalogue !== undefined && readerOf(approval, catalogue) !== undefined}
      />,
      faults.length > 0 ? 409 : undefined,
    );
  };
  /** Reads the record that a waiting call changes, as the client of its server URL would. */
  const look = async (visit: Visit) => {
    const { c, act, session } = visit;
    const approval = await getApproval(core, c.req.param("id")!);
    const catalogue = servedApi(core, approval.api)?.catalogue;
    const reader = catalogue && readerOf(approval, catalogue);
    if (!reader || approvalState(approval, core.now()) !== "pending") return showOne(visit);
    const { publicUrl } = c.env.context;
    const read = await playground.call({
      ...{ serverId: approval.server_id, tool: reader.tool, args: reader.args },
      ...{ act, session, right: "approval.decide", publicUrl },
    });
    return showOne(visit, { changes: recordChanges(approval, reader, read) });
  };
  page.get(
    "/approvals/:id",
    visited(parts, (visit) => showOne(visit)),
  );
  page.post(
    "/approvals/:id",
    visited(parts, async (visit) => {
      const { c, act, fields } = visit;
      const id = c.req.param("id")!;
      try {
        if (first(fields, "look") !== undefined) return await look(visit);
        await decideApproval(core, id, verdictOf(fields), act);
      } catch (error) {
        return showOne(visit, { faults: faultOf(error) });
      }
      return c.redirect(`/approvals/${id}`, 303);
    }),
  );
}

function mountList(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/approvals",
    visited(parts, async ({ session, act, show }) => {
      const waiting = await listWaiting(core);
      const isTheirs = (approval: Approval) =>
        session.rights.may("approval.decide", approval.account_id) &&
        mayApprove(approval, act, core.signInIssuer);
      return show(
        { title: "Approvals", room: "approvals" },
        <ApprovalLists
          theirs={waiting.filter(isTheirs)}
          others={waiting.filter((approval) => !isTheirs(approval))}
          standing={await listStanding(core)}
          catalogueOf={(api) => servedApi(core, api)?.catalogue}
        />,
      );
    }),
  );
}

/** Everything except an explicit approval is a refusal. */
function verdictOf(fields: Fields): Verdict {
  const decision = first(fields, "decision");
  if (decision === "approve" || decision === "approve_hour")
    return { state: "approved", repeats: decision === "approve_hour" };
  const reason = first(fields, "reason")?.slice(0, longestReason);
  return { state: "refused", reason: reason && hideTokens(reason) };
}

const longestReason = 300;
