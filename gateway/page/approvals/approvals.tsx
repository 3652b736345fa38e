/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { servedApi } from "../../apis.js";
import { approvalState, decideApproval } from "../../consent/approvals.js";
import { getApproval, listWaiting, type Approval } from "../../consent/shown-approvals.js";
import { faultOf } from "../faults.js";
import { Time } from "../parts.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { ApprovalPage } from "./approval.js";

/** Waiting calls: the list, and each call with all its details. */
export function mountApprovalPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;

  page.get(
    "/approvals",
    visited(parts, async ({ show }) =>
      show({ title: "Approvals", room: "approvals" }, <Waiting approvals={await listWaiting(core)} />),
    ),
  );

  const showOne = async ({ c, session, show }: Visit, faults: readonly string[] = []) => {
    const approval = await getApproval(core, c.req.param("id")!);
    const state = approvalState(approval, core.now());
    return show(
      { title: "Approve a call", room: "approvals" },
      <ApprovalPage
        {...{ approval, state, session, faults }}
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

function Waiting({ approvals }: { readonly approvals: readonly Approval[] }) {
  return (
    <>
      <div class="head">
        <h1>Approvals</h1>
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
              </tr>
            </thead>
            <tbody>
              {approvals.map(({ id, tool, serverName, accountName, created_at }) => (
                <tr>
                  <td data-label="Call">
                    <a class="mono" href={`/approvals/${id}`}>
                      {tool}
                    </a>
                  </td>
                  <td data-label="Server" class="free">
                    {serverName}
                  </td>
                  <td data-label="Account" class="free">
                    {accountName}
                  </td>
                  <td data-label="Asked">
                    <Time at={created_at} />
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
