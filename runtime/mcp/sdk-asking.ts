import { inputResponse, type ServerContext } from "@modelcontextprotocol/server";
import type { Asking } from "../contract/question.js";
import { answerOf, canShowForms, questionKey } from "./asking.js";

/** How a call through the SDK asks its user, for clients of all revisions. */
export function askingOf(capabilities: unknown, { mcpReq }: ServerContext): Asking | undefined {
  if (!canShowForms(capabilities)) return undefined;
  const state = mcpReq.requestState();
  if (typeof state !== "string") return { way: "outcome" };
  const { inputResponses } = mcpReq;
  const view = inputResponse(inputResponses, questionKey);
  return {
    way: "outcome",
    answered: { state, answer: view.kind === "elicit" ? answerOf(view) : "unanswered" },
  };
}
