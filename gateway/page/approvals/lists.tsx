/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../runtime/index.js";
import type { Approval } from "../../consent/shown-approvals.js";
import { visible } from "../../consent/words.js";
import { Countdown } from "../countdown.js";
import { Time } from "../parts.js";
import { headlineOf } from "./headline.js";

interface ApprovalListsProps {
  /** Calls that the person may approve. */
  readonly theirs: readonly Approval[];
  readonly others: readonly Approval[];
  /** Approvals for an hour. */
  readonly standing: readonly Approval[];
  /** By the name of an API. */
  readonly catalogueOf: (api: string) => Catalogue | undefined;
}

/** What waits for a person, what waits for others, and what is approved for an hour. */
export function ApprovalLists({ theirs, others, standing, catalogueOf }: ApprovalListsProps) {
  return (
    <>
      <div class="head">
        <div>
          <h1>Approvals</h1>
          <p>
            {theirs.length === 0
              ? "Calls that need a person appear here before they are sent."
              : "An assistant waits for your decision on each of these calls. Nothing was sent yet."}
          </p>
        </div>
      </div>
      {theirs.length === 0 ? (
        <p class="card empty">
          {others.length === 0 ? "No call waits for approval." : "No call waits for your approval."}
        </p>
      ) : (
        <CallTable approvals={theirs} catalogueOf={catalogueOf} />
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">Waiting for other people</h2>
          <CallTable approvals={others} catalogueOf={catalogueOf} />
        </section>
      )}
      {standing.length > 0 && (
        <section aria-labelledby="standing">
          <h2 id="standing">Approved for an hour</h2>
          <CallTable approvals={standing} catalogueOf={catalogueOf} />
        </section>
      )}
    </>
  );
}

type CallTableProps = Pick<ApprovalListsProps, "catalogueOf"> & { readonly approvals: readonly Approval[] };

function CallTable({ approvals, catalogueOf }: CallTableProps) {
  return (
    <div class="card tablecard">
      <table>
        <thead>
          <tr>
            <th scope="col" class="main">
              Call
            </th>
            <th scope="col">Server</th>
            <th scope="col">Account</th>
            <th scope="col">Asked by</th>
            <th scope="col">Asked</th>
            <th scope="col">Time left</th>
          </tr>
        </thead>
        <tbody>
          {approvals.map((approval) => (
            <tr>
              <td data-label="Call" class="free">
                <a href={`/approvals/${approval.id}`}>{headlineOf(approval, catalogueOf(approval.api))}</a>{" "}
                <span class="soft mono">{approval.tool}</span>
              </td>
              <td data-label="Server" class="free">
                {approval.serverName}
              </td>
              <td data-label="Account" class="free">
                {approval.accountName}
              </td>
              <td data-label="Asked by" class="free">
                {approval.subject === null
                  ? "The URL alone"
                  : visible(approval.subject.replace(/^oauth:/, ""))}
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
  );
}
