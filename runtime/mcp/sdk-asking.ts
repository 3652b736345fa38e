import { inputResponse, type ServerContext } from "@modelcontextprotocol/server";
import { pagePrefix, type Opening } from "../contract/page-to-open.js";
import type { Asking } from "../contract/question.js";
import { answerOf, canShowForms, questionKey } from "./asking.js";
import { canOpenPages, hasOpened, pageKey } from "./pages.js";

/** How a call through the SDK asks its user, for clients of all revisions. */
export function askingOf(capabilities: unknown, { mcpReq }: ServerContext): Asking | undefined {
  if (!canShowForms(capabilities)) return undefined;
  const state = mcpReq.requestState();
  if (typeof state !== "string" || state.startsWith(pagePrefix)) return { way: "outcome" };
  const { inputResponses } = mcpReq;
  const view = inputResponse(inputResponses, questionKey);
  return {
    way: "outcome",
    answered: { state, answer: view.kind === "elicit" ? answerOf(view) : "unanswered" },
  };
}

/** How a call through the SDK asks its user to open a page. */
export function openingOf(capabilities: unknown, { mcpReq }: ServerContext): Opening | undefined {
  if (!canOpenPages(capabilities)) return undefined;
  const state = mcpReq.requestState();
  if (typeof state !== "string" || !state.startsWith(pagePrefix)) return { way: "outcome" };
  const view = inputResponse(mcpReq.inputResponses, pageKey);
  return { way: "outcome", answered: { opened: view.kind === "elicit" && hasOpened(view) } };
}
