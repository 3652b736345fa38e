import { failed, type Failed, Fault, type ReadyCall, type Reply } from "../../runtime/index.js";
import type { Act, Core } from "../core.js";
import { GatewayError } from "../error.js";
import { sameHash } from "../secrets/keys.js";
import { callDigest } from "../serve/call-digest.js";
import { actorOf, type CallScope } from "../serve/call-scope.js";
import type { Consent, ConsentRequest, Question } from "../serve/consent.js";
import type { ApprovalRow } from "../store/schema.js";
import {
  approvalState,
  findApproval,
  moveToPage,
  openApproval,
  useApproval,
  type Asked,
} from "./approvals.js";
import { decideApproval } from "./decisions.js";
import { needsConsent } from "./needs.js";
import { questionText, visible } from "./words.js";

/** How often a waiting call checks the store for its answer, in milliseconds. */
const lookEveryMs = 250;

/**
 * Asks a person to approve the calls that a server's config names: on the gateway's page by a link, or in a form of the
 * client. An approval is for one caller, one tool and one set of arguments, is valid for minutes, and works for one
 * call. Its whole state is in the store, so any replica can do the next step.
 */
export function createConsent(core: Core): Consent {
  return {
    async check(request) {
      const { ready } = request;
      if (!needs(request)) return undefined;
      if (ready.purpose !== "call") throw sideCallFault(ready);
      return askAbout(core, request);
    },
    needs,
    ask: (request) => askAbout(core, request),
    callerKey: (serverId, scope) => callerKey(core, serverId, scope),
    async answered(state, reply, scope) {
      const row = await findRow(core, state.split(".", 1)[0]!);
      if (row && isState(core, row, state, callerKey(core, row.server_id, scope as CallScope)))
        await take(core, row, reply, scope as CallScope);
    },
  };
}

function needs({ catalogue, confirm, ready }: ConsentRequest): boolean {
  return needsConsent(catalogue, confirm, ready.tool);
}

/** The answer instead of the call; undefined once it is approved. @throws Fault for a refused call */
async function askAbout(core: Core, request: ConsentRequest<Question>): Promise<Failed | undefined> {
  const { ready, scope, serverName } = request;
  const { asking } = ready.context;
  const message = asking && request.confirmBy !== "page" && questionText(ready, serverName);
  const asked = askedOf(core, request, message === undefined || message === false ? "page" : "client");
  if (asking?.way === "outcome" && asking.answered) await takeAnswer(core, asked, asking.answered, scope);
  const known = await findApproval(core, asked);
  // An approval for an hour counts only while the server URL allows it.
  const counts = known?.state === "approved" && (known.repeats === 0 || request.mayRepeat);
  if (counts && (await useApproval(core, known))) return undefined;
  if (known?.state === "refused") throw refusedFault(known);
  if (known?.state === "pending") {
    // The client's user saw no form, or did not answer it. The page can still decide.
    if (known.way === "client") await moveToPage(core, known, scope.publicUrl);
    return linkOutcome(request, known);
  }
  const waiting = await openApproval(core, asked);
  if (!waiting) throw tooManyFault();
  const link = linkOutcome(request, waiting);
  if (!message) return link;
  const question = { message, label: "Approve this call, once", state: stateOf(core, waiting) };
  if (asking.way === "outcome") return { ...link, question };
  asking.send(question);
  return answeredMeanwhile(core, waiting, request, link);
}

function askedOf(core: Core, request: ConsentRequest<Question>, way: Asked["way"]): Asked {
  const { accountId, serverId, approvers, accountApprovers, scope, ready } = request;
  const { approvalsNeeded, waitMinutes, mayRepeat } = request;
  const { tool, args, resolved = {} } = ready;
  const { tokenId, subject, person, personId, personIds, requestId } = scope;
  return {
    accountId,
    serverId,
    tokenId,
    caller: callerKey(core, serverId, scope),
    subject: person ?? (subject && actorOf(subject)),
    requester: personId ?? subject?.id,
    requesterIds: personIds ?? subject?.personIds,
    tool: tool.name,
    args,
    resolved,
    way,
    approvers,
    accountApprovers,
    needed: approvalsNeeded,
    waitMinutes,
    mayRepeat,
    // The approval covers the resolved ids. If a name later means something else, the call is a different one.
    digest: callDigest(core.keys, tool.name, args),
    requestId,
    publicUrl: scope.publicUrl,
  };
}

/** Identifies the caller by all its credentials. */
function callerKey({ keys }: Core, serverId: string, { tokenId, subject, person }: CallScope): string {
  const { issuer, id, clientId } = subject ?? {};
  return keys.digest(
    `caller ${JSON.stringify([serverId, tokenId, issuer, id, clientId, ...(person === undefined ? [] : [person])])}`,
  );
}

/** Takes the answer in a repeated call. It must belong to this call. */
async function takeAnswer(
  core: Core,
  asked: Asked,
  { state, answer }: { state: string; answer: Reply },
  scope: CallScope,
): Promise<void> {
  const known = await findApproval(core, asked);
  if (!known || !isState(core, known, state, asked.caller)) throw otherCallFault();
  if (known.state === "pending") await take(core, known, answer, scope);
}

/** Takes a reply of the client's user. A form without a reply leaves the decision to the page. */
async function take(core: Core, row: ApprovalRow, reply: Reply, scope: CallScope): Promise<void> {
  const { requestId, address, publicUrl } = scope;
  if (reply === "unanswered") return moveToPage(core, row, publicUrl);
  const act: Act = { actor: "client", requestId, address };
  try {
    await decideApproval(core, row.id, reply === "yes" ? "approved" : "refused", act);
  } catch (error) {
    // Another person decided first, the time is over, or the client's user may not approve. The store decides.
    if (!(error instanceof GatewayError)) throw error;
    if (error.statusCode === 403) await moveToPage(core, row, publicUrl);
  }
}

async function findRow({ store }: Core, id: string): Promise<ApprovalRow | undefined> {
  return store.db.selectFrom("approvals").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Waits for the answer. It comes in another request, perhaps at another replica. */
async function answeredMeanwhile(
  core: Core,
  { id }: ApprovalRow,
  { ready }: ConsentRequest<Question>,
  link: Failed,
): Promise<Failed | undefined> {
  const { signal } = ready.context;
  ready.tell("Waiting for approval");
  for (;;) {
    const row = await findRow(core, id);
    const state = row ? approvalState(row, core.now()) : "expired";
    if (state === "approved" && (await useApproval(core, row!))) return undefined;
    if (state === "refused") throw refusedFault(row!);
    if (state === "expired" || state === "used") throw lateFault();
    if (row!.way === "page") return link;
    if (signal.aborted) throw signal.reason instanceof Fault ? signal.reason : goneFault();
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** The secret name of a question at the client, so that others cannot answer it, or one that is only on the page. */
function stateOf({ keys }: Core, { id, caller, digest }: ApprovalRow): string {
  return `${id}.${keys.digest(`question ${id} ${caller} ${digest}`)}`;
}

function isState(core: Core, row: ApprovalRow, state: string, caller: string): boolean {
  return row.caller === caller && sameHash(stateOf(core, row), state);
}

function linkOutcome({ ready, scope }: ConsentRequest<Question>, { id }: ApprovalRow): Failed {
  const { tool, next = "make the same call with the same arguments, within 5 minutes" } = ready;
  const url = `${scope.publicUrl}/approvals/${id}`;
  return failed(
    new Fault({
      kind: "approval_needed",
      message: `A person must approve this call of ${tool.name} first; it was not made.`,
      next:
        `Give the user this link, where they see the call and approve or refuse it: ${url} . ` +
        `Once they have approved it, ${next}. Calling before that changes nothing.`,
    }),
  );
}

function refusedFault({ reason }: Pick<ApprovalRow, "reason">): Fault {
  const why = reason === null ? "" : ` The person's reason: ${JSON.stringify(visible(reason))}.`;
  return new Fault({
    kind: "not_approved",
    message: `A person refused this call; it was not made.${why}`,
    next: "Ask the user how to continue. The same approval can be requested again in 2 minutes.",
  });
}

/** A list for name look-ups, or a poll, needs approval like any call. */
function sideCallFault({ purpose, tool }: ReadyCall): Fault {
  return new Fault({
    kind: "approval_needed",
    message: `A person must approve calls of ${tool.name}.`,
    next:
      purpose === "lookup"
        ? `Pass the id itself, or call ${tool.name} and have it approved.`
        : `Make the call without wait_seconds, then call ${tool.name} and have it approved.`,
  });
}

function lateFault(): Fault {
  return new Fault({
    kind: "not_approved",
    message: "Nobody approved this call in time. It was not made.",
    next: "Make the call again to request a new approval.",
  });
}

function otherCallFault(): Fault {
  return new Fault({
    kind: "unknown_answer",
    message:
      "The answer is for another call, for a call that was already made, or for one that waited too long. This call was not made.",
    next: "Make the call again with the arguments that you want. A new approval is then requested.",
  });
}

function goneFault(): Fault {
  return new Fault({ kind: "cancelled", message: "The call ended before it was approved. It was not made." });
}

function tooManyFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "Too many calls of this server wait for approval. This one was not made.",
    next: "Ask the user to decide the waiting calls, or wait some minutes.",
  });
}
