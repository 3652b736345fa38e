/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../runtime/index.js";
import { servedApi } from "../../apis.js";
import { approvalState, decideApproval } from "../../consent/approvals.js";
import { isOwnCall } from "../../consent/own-call.js";
import { getApproval, listWaiting, type Approval } from "../../consent/shown-approvals.js";
import { faultOf } from "../faults.js";
import { Countdown } from "../countdown.js";
import { Time } from "../parts.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { ApprovalPage } from "./approval.js";
import { headlineOf } from "./headline.js";

/** Waiting calls: the list, and each call with all its details. */
export function mountApprovalPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;

  page.get(
    "/approvals",
    visited(parts, async ({ show }) =>
      show(
        { title: "Approvals", room: "approvals" },
        <Waiting
          approvals={await listWaiting(core)}
          catalogueOf={(api) => servedApi(core, api)?.catalogue}
        />,
      ),
    ),
  );

  const showOne = async ({ c, session, act, show }: Visit, faults: readonly string[] = []) => {
    const approval = await getApproval(core, c.req.param("id")!);
    const state = approvalState(approval, core.now());
    return show(
      { title: "Approve a call", room: "approvals" },
      <ApprovalPage
        {...{ approval, state, session, faults }}
        isOwn={isOwnCall(approval, act)}
        catalogue={servedApi(core, approval.api)?.catalogue}
      />,
      faults.length > 0 ? 409 : undefined,
    );
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
        // Everything except an explicit approval is a refusal.
        await decideApproval(core, id, first(fields, "decision") === "approve" ? "approved" : "refused", act);
      } catch (error) {
        return showOne(visit, faultOf(error));
      }
      return c.redirect(`/approvals/${id}`, 303);
    }),
  );
}

interface WaitingProps {
  readonly approvals: readonly Approval[];
  /** By the name of an API. */
  readonly catalogueOf: (api: string) => Catalogue | undefined;
}

function Waiting({ approvals, catalogueOf }: WaitingProps) {
  return (
    <>
      <div class="head">
        <div>
          <h1>Approvals</h1>
          <p>An assistant waits for your decision on each of these calls. Nothing was sent yet.</p>
        </div>
      </div>
      {approvals.length === 0 ? (
        <p class="card empty">No call waits for approval.</p>
      ) : (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Call</th>
                <th scope="col">Server</th>
                <th scope="col">Account</th>
                <th scope="col">Asked</th>
                <th scope="col">Time left</th>
              </tr>
            </thead>
            <tbody>
              {approvals.map((approval) => (
                <tr>
                  <td data-label="Call" class="free">
                    <a href={`/approvals/${approval.id}`}>
                      {headlineOf(approval, catalogueOf(approval.api))}
                    </a>{" "}
                    <span class="soft mono">{approval.tool}</span>
                  </td>
                  <td data-label="Server" class="free">
                    {approval.serverName}
                  </td>
                  <td data-label="Account" class="free">
                    {approval.accountName}
                  </td>
                  <td data-label="Asked">
                    <Time at={approval.created_at} />
                  </td>
                  <td data-label="Time left">
                    <Countdown until={approval.expires_at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
