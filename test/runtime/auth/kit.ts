import type { IncomingMessage, ServerResponse } from "node:http";
import { createCaller } from "../../../runtime/pipeline/call.js";
import type { Auth, Credentials } from "../../../runtime/contract/auth.js";
import { createUpstream } from "../../../runtime/upstream/upstream.js";
import { listen, readTool, resultOf, type Listening } from "../kit/stub.js";

export const opened: { close(): Promise<void> }[] = [];

/** Calls as an account of a provider would, and what came of it. */
export function account(url: string, auth: Auth, credentials: Credentials) {
  const upstream = createUpstream({
    title: "Acme",
    credentials: [{ url, auth, credentials }],
    pacing: false,
  });
  const caller = createCaller({ baseUrl: url, upstream });
  opened.push(caller);
  return {
    upstream,
    call: async (tool = readTool(), args = {}) =>
      resultOf(await caller.call(tool, args, { signal: new AbortController().signal })),
  };
}

export async function provider(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const listening = await listen(answer);
  opened.push(listening);
  return listening;
}
