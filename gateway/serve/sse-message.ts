import type { IncomingMessage } from "node:http";
import { parseJSONRPCMessage, type JSONRPCMessage } from "@modelcontextprotocol/server";
import { admitBatch, admitText, batchRevision, noBatches } from "../../runtime/index.js";
import { badRequest } from "../error.js";
import { readText } from "../request-body.js";

/** A client's message to its stream. */
export interface Posted {
  readonly messages: readonly JSONRPCMessage[];
  /** Errors for parts of a batch. */
  readonly refusals: readonly object[];
}

/**
 * Reads a client's message.
 * @param revision of the client's stream
 * @throws GatewayError with the fault of the body, or of its only message
 */
export async function readPosted(
  request: IncomingMessage,
  revision: unknown,
  hold: (bytes: number) => boolean,
): Promise<Posted> {
  const admitted = admitText(await readText(request, { hold }));
  if ("message" in admitted) return { messages: [asMessage(admitted.message)], refusals: [] };
  if ("refusals" in admitted) throw refused(admitted.refusals);
  if (revision !== batchRevision) throw badRequest(`body: ${noBatches}`);
  const { messages, refusals } = admitBatch(admitted.batch);
  if (messages.length === 0) throw refused(refusals);
  return { messages: messages.map(asMessage), refusals };
}

function refused([first]: readonly object[]) {
  const { error } = first as { readonly error: { readonly message: string } };
  return badRequest(`body: ${error.message}`);
}

function asMessage(message: object): JSONRPCMessage {
  try {
    return parseJSONRPCMessage(message);
  } catch {
    throw badRequest("body: is not a JSON-RPC message");
  }
}
