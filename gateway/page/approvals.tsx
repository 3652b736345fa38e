/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../runtime/catalogue.js";
import {
  approvalState,
  decideApproval,
  getApproval,
  listWaiting,
  type Approval,
} from "../consent/approvals.js";
import { shownArguments, visible } from "../consent/words.js";
import type { Session } from "../sessions.js";
import { faultOf } from "./accounts.js";
import { Csrf, Faults, State, Time } from "./layout.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "./room.js";

/** Calls that wait for a person: the list, and each with everything that it would do. */
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
      <ApprovalPage {...{ approval, state, session, faults }} catalogue={core.api.catalogue} />,
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
        // Whatever is not plainly an approval is a refusal.
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
                  <td data-label="Server">{serverName}</td>
                  <td data-label="Account">{accountName}</td>
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

const endings: Readonly<Record<ReturnType<typeof approvalState>, string>> = {
  pending: "",
  approved: "Approved. The client can make this very call once, within minutes.",
  refused: "Refused. The call is not made.",
  used: "Approved, and made.",
  expired: "Nobody decided or used it in time. The client can ask anew.",
};

interface ApprovalPageProps {
  readonly approval: Approval;
  readonly state: ReturnType<typeof approvalState>;
  readonly catalogue: Catalogue;
  readonly session: Session;
  readonly faults: readonly string[];
}

function ApprovalPage({ approval, state, catalogue, session, faults }: ApprovalPageProps) {
  const tool = catalogue.tools.find(({ name }) => name === approval.tool);
  const entry = catalogue.index[approval.tool];
  const args = shownArguments(approval.args);
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/approvals">Approvals</a>
          </p>
          <h1>
            {tool?.title ?? approval.tool} <State name={state} />
          </h1>
        </div>
      </div>
      <Faults faults={faults} />
      {state !== "pending" && <p class="note">{endings[state]}</p>}
      <div class="card">
        <dl>
          <dt>Server</dt>
          <dd>{visible(approval.serverName)}</dd>
          <dt>Account</dt>
          <dd>{visible(approval.accountName)}</dd>
          <dt>Tool</dt>
          <dd>
            <code>{approval.tool}</code> {entry && <span class="soft">({entry.access})</span>}
          </dd>
          <dt>What it does</dt>
          <dd>{tool?.description}</dd>
          <dt>Asked</dt>
          <dd>
            <Time at={approval.created_at} />
          </dd>
          {approval.decided_by && (
            <>
              <dt>Decided by</dt>
              <dd>{visible(approval.decided_by)}</dd>
            </>
          )}
        </dl>
      </div>
      <section class="card" aria-labelledby="args">
        <h2 id="args">Its arguments</h2>
        {args.length === 0 ? (
          <p class="soft">None.</p>
        ) : (
          <dl>
            {args.map(({ name, value }) => (
              <>
                <dt class="mono">{name}</dt>
                <dd>
                  <pre>{value}</pre>
                </dd>
              </>
            ))}
          </dl>
        )}
      </section>
      {state === "pending" && (
        <form class="row" method="post">
          <Csrf session={session} />
          <button class="primary" name="decision" value="approve">
            Approve this call, once
          </button>
          <button class="danger" name="decision" value="refuse">
            Refuse
          </button>
        </form>
      )}
    </>
  );
}
