import type { IncomingMessage } from "node:http";
import { admitBatch, type AdmittedBatch, admitText, batchRevision, noBatches } from "../../runtime/index.js";
import { badRequest } from "../error.js";
import { readText } from "../request-body.js";

/**
 * Reads what a client posts to its stream.
 * @param revision that the client began its stream with
 * @throws GatewayError with the fault of the body, or of its only message
 */
export async function readPosted(
  request: IncomingMessage,
  revision: unknown,
  hold: (bytes: number) => boolean,
): Promise<AdmittedBatch> {
  const admitted = admitText(await readText(request, { hold }));
  if ("message" in admitted) return { messages: [admitted.message], refusals: [] };
  if ("refusals" in admitted) throw refused(admitted.refusals);
  if (revision !== batchRevision) throw badRequest(`body: ${noBatches}`);
  const batch = admitBatch(admitted.batch);
  if (batch.messages.length === 0) throw refused(batch.refusals);
  return batch;
}

/** The revision that a client asks for when it begins. */
export function revisionIn(messages: AdmittedBatch["messages"]): unknown {
  const first = messages.find(({ method }) => method === "initialize");
  return (first?.["params"] as { readonly protocolVersion?: unknown } | undefined)?.protocolVersion;
}

function refused([first]: readonly object[]) {
  const { error } = first as { readonly error: { readonly message: string } };
  return badRequest(`body: ${error.message}`);
}
