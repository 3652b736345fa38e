/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../runtime/index.js";
import type { Caller } from "../../consent/own-call.js";
import { approvalsFor, approvedBy, type approvalState } from "../../consent/approvals.js";
import type { Approval } from "../../consent/shown-approvals.js";
import { shownArguments, shownNames, visible } from "../../consent/words.js";
import type { Session } from "../../sessions.js";
import { marksOf } from "../../tool-groups.js";
import type { RecordChanges } from "./current-record.js";
import { WhatChanges } from "./what-changes.js";
import { Countdown } from "../countdown.js";
import { IfMay } from "../if-may.js";
import { Marks } from "../marks.js";
import { Csrf, Faults, State, Time } from "../parts.js";
import { headlineOf } from "./headline.js";

const endings: Readonly<Record<ReturnType<typeof approvalState>, string>> = {
  pending: "",
  approved: "Approved. The client can make this call once, within 5 minutes.",
  refused: "Refused. The call was not sent.",
  used: "Approved, and sent.",
  expired: "Expired. The client can ask again.",
};

export interface ApprovalPageProps {
  readonly approval: Approval;
  readonly state: ReturnType<typeof approvalState>;
  /** Absent if the gateway does not serve the account's API now. */
  readonly catalogue: Catalogue | undefined;
  readonly session: Session;
  /** Whether the person made the call. */
  readonly caller: Caller;
  /** Whether a tool can read the record that the call changes. */
  readonly hasRecord: boolean;
  /** What the call changes in it, if the person asked. */
  readonly changes: RecordChanges | undefined;
  readonly faults: readonly string[];
}

/** A call with all its details, and the buttons to decide. */
export function ApprovalPage(props: ApprovalPageProps) {
  const { approval, state, catalogue, session, caller, faults, hasRecord, changes } = props;
  const tool = catalogue?.tools.find(({ name }) => name === approval.tool);
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/approvals">Approvals</a>
          </p>
          <h1>{headlineOf(approval, catalogue)}</h1>
          <p>
            {`${visible(approval.serverName)} asks`}
            {approval.subject && `, used by ${visible(approval.subject.replace(/^oauth:/, ""))}`}.{" "}
            <State name={state} /> {state === "pending" && <Countdown until={approval.expires_at} />}
          </p>
        </div>
        {tool && catalogue && <Marks marks={marksOf(catalogue, tool)} />}
      </div>
      <Faults faults={faults} />
      {state !== "pending" && <p class="note">{endingOf(approval, state)}</p>}
      {state === "approved" && approval.repeats === 1 && <Withdrawal session={session} />}
      <About
        approval={approval}
        description={tool?.description}
        access={catalogue?.index[approval.tool]?.access}
      />
      <CallArguments approval={approval} />
      {state === "pending" && (
        <IfMay
          deed="decide approvals"
          on={{ account: approval.account_id }}
          otherwise={<p class="soft">Your role does not let you decide. An approver or an owner can.</p>}
        >
          {hasRecord && <WhatChanges session={session} found={changes} />}
          <Decision session={session} {...{ caller }} mayRepeat={approval.may_repeat === 1} />
        </IfMay>
      )}
    </>
  );
}

function endingOf({ repeats, expires_at, reason }: Approval, state: ApprovalPageProps["state"]): string {
  if (state === "approved" && repeats === 1)
    return `Approved for an hour: the client can repeat exactly this call until ${expires_at.slice(11, 16)} UTC.`;
  const why =
    state === "refused" && reason !== null ? ` The client gets this reason: “${visible(reason)}”` : "";
  return endings[state] + why;
}

interface AboutProps {
  readonly approval: Approval;
  readonly description: string | undefined;
  readonly access: string | undefined;
}

/** Who asks for what. */
function About({ approval, description, access }: AboutProps) {
  const before = approvedBy(approval);
  return (
    <div class="card">
      <dl>
        <dt>Server</dt>
        <dd>{visible(approval.serverName)}</dd>
        <dt>Account</dt>
        <dd>{visible(approval.accountName)}</dd>
        <dt>Tool</dt>
        <dd>
          <code>{approval.tool}</code> {access && <span class="soft">({access})</span>}
        </dd>
        <dt>What it does</dt>
        <dd>{description}</dd>
        <dt>Asked</dt>
        <dd>
          <Time at={approval.created_at} />
          {approval.subject && ` by ${visible(approval.subject)}`}
        </dd>
        {approvalsFor(approval) > 1 && (
          <>
            <dt>Approvals</dt>
            <dd>
              {before.length} of {approvalsFor(approval)}
              {before.length > 0 && `: ${visible(before.join(", "))}`}
            </dd>
          </>
        )}
        {approval.decided_by && (
          <>
            <dt>Decided by</dt>
            <dd>{visible(approval.decided_by)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function CallArguments({ approval }: { readonly approval: Approval }) {
  const args = shownArguments(approval.args);
  const names = shownNames(approval.resolved);
  return (
    <section class="card" aria-labelledby="args">
      <h2 id="args">Arguments</h2>
      {names.length > 0 && (
        <dl>
          {names.map(({ name, value }) => (
            <>
              <dt class="mono">{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
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
  );
}

interface DecisionProps {
  readonly session: Session;
  readonly caller: Caller;
  readonly mayRepeat: boolean;
}

function Decision({ session, caller, mayRepeat }: DecisionProps) {
  const isOwn = caller === "same";
  return (
    <form method="post">
      <Csrf session={session} />
      <div class="field">
        <label for="reason">Reason, if you refuse</label>
        <input id="reason" name="reason" maxlength={300} autocomplete="off" />
        <span class="soft">The assistant gets it with the refusal.</span>
      </div>
      {caller === "unknown" && (
        <p class="note warn">
          The gateway cannot tell whether you made this call, because the provider gives each application
          another id of a person. So one more person must approve it.
        </p>
      )}
      <div class="row">
        {/* The Enter key presses the first one. */}
        <button name="decision" value="refuse">
          Refuse
        </button>
        {isOwn ? (
          <span class="soft">You made this call, so somebody else must approve it.</span>
        ) : (
          <button name="decision" value="approve">
            Approve this call, once
          </button>
        )}
        {mayRepeat && !isOwn && (
          <button name="decision" value="approve_hour">
            Approve exactly this call for an hour
          </button>
        )}
      </div>
    </form>
  );
}

function Withdrawal({ session }: { readonly session: Session }) {
  return (
    <form class="row" method="post">
      <Csrf session={session} />
      <button name="decision" value="refuse" class="danger">
        Withdraw this approval
      </button>
    </form>
  );
}
