import type { InputRequiredResult } from "@modelcontextprotocol/server";
import type { PageToOpen } from "../contract/page-to-open.js";
import { errorCodes, ProtocolError } from "./protocol.js";

/** The key of the only page that a result may ask for. */
export const pageKey = "page";

/** Whether a client can show its user a page, and asks them first. */
export function canOpenPages(capabilities: unknown): boolean {
  const elicitation = (
    capabilities as { readonly elicitation?: { readonly url?: unknown } | null } | undefined
  )?.elicitation;
  return typeof elicitation?.url === "object" && elicitation.url !== null;
}

/** A page as the result of a call, as in revision 2026-07-28. */
export function pageResult({ message, url, id }: PageToOpen): InputRequiredResult {
  // The types of the SDK demand an id, which this revision no longer has.
  const params = { mode: "url", message, url } as PageParams;
  return {
    resultType: "input_required",
    inputRequests: { [pageKey]: { method: "elicitation/create", params } },
    requestState: id,
  };
}

/** A page as a request to the client, as in revision 2025-11-25. */
export function pageRequest(page: PageToOpen): object {
  return { jsonrpc: "2.0", id: page.id, method: "elicitation/create", params: paramsOf(page) };
}

/** Informs a client of revision 2025-11-25 that the person has done what a page asks for. */
export function pageDone({ id }: PageToOpen): object {
  const params = { elicitationId: id };
  return { jsonrpc: "2.0", method: "notifications/elicitation/complete", params };
}

/** A page as an error, for a client of revision 2025-11-25 that cannot be asked during its call. */
export function pageError(page: PageToOpen): ProtocolError {
  return new ProtocolError(errorCodes.pageRequired, page.message, { elicitations: [paramsOf(page)] });
}

/** Whether the person agreed to open the page. It does not say that they did what it asks for. */
export function hasOpened(result: unknown): boolean {
  return (result as { action?: unknown } | undefined)?.action === "accept";
}

type PageParams = Extract<
  NonNullable<InputRequiredResult["inputRequests"]>[string],
  { method: "elicitation/create" }
>["params"];

function paramsOf({ message, url, id }: PageToOpen) {
  return { mode: "url" as const, elicitationId: id, url, message };
}
