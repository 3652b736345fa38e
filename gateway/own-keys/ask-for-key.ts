import { randomUUID } from "node:crypto";
import {
  type CallContext,
  type McpService,
  type Opening,
  pagePrefix,
  type PageToOpen,
} from "../../runtime/index.js";
import type { CallKey } from "../accounts/account-key.js";
import type { Core } from "../core.js";
import { scopeOf, type CallScope } from "../serve/call-scope.js";
import type { Grant } from "../tokens/grants.js";
import { callKey } from "./call-key.js";

/** How long a call waits for the person's key, and how often it looks, in milliseconds. */
const waitMs = 5 * 60_000;
const lookEveryMs = 400;

export interface AskedFor {
  readonly core: Core;
  /** The person's access, without a key. */
  readonly grant: Grant;
  readonly key: CallKey;
  /** The title of the API, for the person. */
  readonly title: string;
  /** Uses the service of a grant, once there is a key. */
  readonly use: <Result>(grant: Grant, run: (service: McpService) => Promise<Result>) => Promise<Result>;
}

/**
 * A service for a person without an own key. Their client is asked to open the page where they deposit it, and the call
 * continues with that key. Nothing of a call was sent before, because there was no key.
 */
export function withKeyAskedFor(service: McpService, asked: AskedFor): McpService {
  const { page } = asked.key.fault ? asked.key : {};
  if (!page) return service;
  const callTool: McpService["callTool"] = async (name, args, context) => {
    const outcome = await service.callTool(name, args, context);
    const { opening } = context;
    if (outcome.fault?.kind !== "credentials" || !opening) return outcome;
    const toOpen = pageToOpen(asked.title, page(scopeOf(context).publicUrl));
    if (opening.way === "outcome" && !opening.answered) return { ...outcome, page: toOpen };
    const waited = await waitForKey(opening, toOpen, context, asked);
    if (waited === "refused") return outcome;
    if (waited === "late") return opening.way === "message" ? { ...outcome, page: toOpen } : outcome;
    return asked.use(waited, (withKey) => withKey.callTool(name, args, { ...context, opening: undefined }));
  };
  return { ...service, callTool };
}

function pageToOpen(title: string, url: string): PageToOpen {
  const message = `This server calls ${title} with your own key. Deposit your key on this page. The call then continues.`;
  return { message, url, id: `${pagePrefix}${randomUUID()}` };
}

/** Waits while the person is at the page. Returns their access once there is a key. */
async function waitForKey(
  opening: Opening,
  page: PageToOpen,
  context: CallContext,
  asked: AskedFor,
): Promise<Grant | "refused" | "late"> {
  if (opening.way === "outcome") return opening.answered?.opened ? lookForKey(context, asked) : "refused";
  let isRefused = false;
  const shown = opening.show(page, () => (isRefused = true));
  const found = await lookForKey(context, asked, () => isRefused).catch((error: unknown) => {
    shown.end(false);
    throw error;
  });
  shown.end(typeof found === "object");
  return found;
}

async function lookForKey(
  { scope, signal, progress }: CallContext,
  { core, grant: { person } }: AskedFor,
  isRefused = () => false,
): Promise<Grant | "refused" | "late"> {
  const { standing } = scope as CallScope;
  const until = core.now().getTime() + waitMs;
  for (let look = 1; core.now().getTime() < until && !signal.aborted; look += 1) {
    if (isRefused()) return "refused";
    const { grant } = await standing();
    // Without access, the call itself answers with the reason.
    if (!grant) return "refused";
    const now = { ...grant, person };
    if (!(await callKey(core, now)).fault) return now;
    progress?.({ progress: look, message: "Waiting for the person's own key" });
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return "late";
}
