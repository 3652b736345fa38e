import { failed, type Failed } from "../../runtime/contract/outcome.js";
import type { Reply } from "../../runtime/contract/question.js";
import { Fault } from "../../runtime/contract/fault.js";
import type { Act, Core } from "../core.js";
import { GatewayError } from "../error.js";
import { sameHash } from "../secrets/keys.js";
import { callDigest } from "../serve/call-digest.js";
import { actorOf, callScope, type CallScope } from "../serve/call-scope.js";
import type { Consent, ConsentRequest } from "../serve/consent.js";
import type { ApprovalRow } from "../store/schema.js";
import {
  approvalState,
  decideApproval,
  findApproval,
  openApproval,
  useApproval,
  type Asked,
} from "./approvals.js";
import { needsConsent } from "./needs.js";
import { questionText } from "./words.js";

/** How often a call that waits for its answer looks for it in the store, in milliseconds. */
const lookEveryMs = 250;

/**
 * Has a person agree to the calls that a server's config names: at the client where it can ask its user, else on the
 * page that a link leads to. An approval holds for one token and one set of arguments, for minutes, and for one call.
 * What is known of it stands in the store alone, so any replica may take the next step.
 */
export function createConsent(core: Core): Consent {
  return {
    async check(request) {
      const { confirm, ready } = request;
      const { tool, args } = ready.client;
      if (!needsConsent(core.api.catalogue, confirm, tool)) return undefined;
      const asked = askedOf(core, request);
      const { asking } = ready.context;
      if (asking?.way === "outcome" && asking.answered) await takeAnswer(core, asked, asking.answered);
      const known = await findApproval(core, asked);
      if (known?.state === "approved" && (await useApproval(core, known.id))) return undefined;
      if (known?.state === "refused") throw refusedFault();
      const waiting = known?.state === "pending" ? known : await openApproval(core, asked);
      if (!waiting) throw tooManyFault();
      const link = linkOutcome(request, waiting);
      const message = asking && questionText(tool, request.serverName, args);
      if (message === undefined) return link;
      const question = { message, label: "Approve this call, once", state: stateOf(core, waiting) };
      if (asking!.way === "outcome") return { ...link, question };
      asking!.send(question);
      return answeredMeanwhile(core, waiting, request);
    },
    async answered(state, answer) {
      const id = state.split(".", 1)[0]!;
      const row = await core.store.db
        .selectFrom("approvals")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      if (row && isState(core, row, state, callerKey(core, row.server_id, callScope())))
        await decide(core, row.id, answer);
    },
  };
}

function askedOf(core: Core, { accountId, serverId, scope, ready }: ConsentRequest): Asked {
  const { tool, args } = ready.client;
  const { tokenId, subject, requestId } = scope;
  return {
    accountId,
    serverId,
    tokenId,
    caller: callerKey(core, serverId, scope),
    subject: subject && actorOf(subject),
    tool: tool.name,
    args,
    digest: callDigest(core.keys, tool.name, args),
    requestId,
  };
}

/** Names who calls by all that they showed. */
function callerKey({ keys }: Core, serverId: string, { tokenId, subject }: CallScope): string {
  const { issuer, id, clientId } = subject ?? {};
  return keys.digest(`caller ${JSON.stringify([serverId, tokenId, issuer, id, clientId])}`);
}

/** Takes the answer that came with the call made anew; it must be this call's. */
async function takeAnswer(
  core: Core,
  asked: Asked,
  { state, answer }: { state: string; answer: Reply },
): Promise<void> {
  const known = await findApproval(core, asked);
  if (!known || !isState(core, known, state, asked.caller)) throw otherCallFault();
  if (known.state === "pending") await decide(core, known.id, answer);
}

async function decide(core: Core, id: string, answer: Reply): Promise<void> {
  const { requestId, address } = callScope();
  const act: Act = { actor: "client", requestId, address };
  try {
    await decideApproval(core, id, answer === "yes" ? "approved" : "refused", act);
  } catch (error) {
    // Somebody else was faster, or it is too late: what the store says then counts.
    if (!(error instanceof GatewayError)) throw error;
  }
}

/** Waits for the answer, which comes with another request and perhaps to another replica. */
async function answeredMeanwhile(
  core: Core,
  { id }: ApprovalRow,
  { ready, scope }: ConsentRequest,
): Promise<undefined> {
  const { signal } = ready.context;
  ready.tell("Waiting for approval");
  for (;;) {
    const row = await core.store.db
      .selectFrom("approvals")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    const state = row ? approvalState(row, core.now()) : "expired";
    if (state === "approved" && (await useApproval(core, id))) return undefined;
    if (state === "refused") throw refusedFault();
    if (state === "expired" || state === "used") throw lateFault();
    if (signal.aborted || !(await scope.stillHolds())) throw goneFault();
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** The name of a question while it is with the client: nobody can name another one's, or one shown on the page alone. */
function stateOf({ keys }: Core, { id, caller, digest }: ApprovalRow): string {
  return `${id}.${keys.digest(`question ${id} ${caller} ${digest}`)}`;
}

function isState(core: Core, row: ApprovalRow, state: string, caller: string): boolean {
  return row.caller === caller && sameHash(stateOf(core, row), state);
}

function linkOutcome({ ready: { tool }, scope }: ConsentRequest, { id }: ApprovalRow): Failed {
  const url = `${scope.publicUrl}/approvals/${id}`;
  return failed(
    new Fault({
      kind: "approval_needed",
      message: `A person must approve this call of ${tool.name} first; it was not made.`,
      next:
        `Give the user this link, where they see the call and approve or refuse it: ${url} . ` +
        "Once they have approved it, make the same call with the same arguments, within 5 minutes. Calling before that changes nothing.",
    }),
  );
}

function refusedFault(): Fault {
  return new Fault({
    kind: "not_approved",
    message: "A person refused this call; it was not made.",
    next: "Ask the user how to go on. The same call can be put to them again in 2 minutes.",
  });
}

function lateFault(): Fault {
  return new Fault({
    kind: "not_approved",
    message: "Nobody approved this call in time; it was not made.",
    next: "Make the call again to ask anew.",
  });
}

function otherCallFault(): Fault {
  return new Fault({
    kind: "unknown_answer",
    message:
      "The answer belongs to another call, one already made, or one that waited too long; this call was not made.",
    next: "Make the call again, as it is meant, to ask anew.",
  });
}

function goneFault(): Fault {
  return new Fault({ kind: "cancelled", message: "The call ended before it was approved; it was not made." });
}

function tooManyFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "Too many calls of this server wait for approval; this one was not made.",
    next: "Have the user decide about those that wait, or let some minutes pass.",
  });
}
