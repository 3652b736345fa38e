import type { ClientCapabilities, InputRequiredResult } from "@modelcontextprotocol/server";
import type { Question, Reply } from "../contract/question.js";

/** The key of the only question that a result may ask. */
export const questionKey = "approval";

/** Whether a client can show its user a form. Its capability is `{}` if it knows no other kind. */
export function canShowForms(capabilities: unknown): boolean {
  const elicitation = (capabilities as ClientCapabilities | undefined)?.elicitation as
    ClientCapabilities["elicitation"] | null;
  if (typeof elicitation !== "object" || elicitation === null) return false;
  return elicitation.form !== undefined || elicitation.url === undefined;
}

/** A question as the result of a call, as in revision 2026-07-28. */
export function askingResult(question: Question): InputRequiredResult {
  const params = { ...formOf(question), mode: "form" as const };
  return {
    resultType: "input_required",
    inputRequests: { [questionKey]: { method: "elicitation/create", params } },
    requestState: question.state,
  };
}

/** A question as a request to the client, as in earlier revisions. */
export function askingRequest(question: Question): object {
  return { jsonrpc: "2.0", id: question.state, method: "elicitation/create", params: formOf(question) };
}

/** The person's answer. Only a ticked checkbox is a yes, and only an explicit refusal is a no. */
export function answerOf(result: unknown): Reply {
  const { action, content } = (result ?? {}) as { action?: unknown; content?: { approve?: unknown } };
  if (action === "accept" && content?.approve === true) return "yes";
  return action === "decline" ? "no" : "unanswered";
}

/** A message that answers a request of ours. An error counts as an answer without a result. */
export function replyIn(message: unknown): { readonly id: string; readonly result: unknown } | undefined {
  const { id, method, result, error } = (message ?? {}) as Record<string, unknown>;
  const isReply =
    method === undefined && typeof id === "string" && (result !== undefined || error !== undefined);
  return isReply ? { id, result } : undefined;
}

function formOf({ message, label }: Question) {
  return {
    message,
    requestedSchema: {
      type: "object" as const,
      properties: { approve: { type: "boolean" as const, title: label } },
      required: ["approve"],
    },
  };
}
