import { createClient } from "../../runtime/upstream/client.js";
import { SendFailure } from "../../runtime/upstream/send-failure.js";
import type { Core } from "../core.js";
import { badRequest, GatewayError } from "../error.js";

/**
 * Asks the API whether it takes a key; the time at which it did.
 * @throws GatewayError 400 where it refuses the key, 502 where it can't be asked
 */
export async function checkKey({ api, now }: Core, baseUrl: string, key: string): Promise<string> {
  const { title, key: placement } = api.catalogue.api;
  if (!placement) return now().toISOString();
  const client = clientFor(placement, key);
  try {
    const request = { method: "GET" as const, url: `${baseUrl}/v1/ping`, headers: {} };
    const { status } = await client.send(request, AbortSignal.timeout(15_000), { firstByteMs: 10_000 });
    if (status === 401 || status === 403)
      throw badRequest(`api_key: ${title} at ${baseUrl} refuses it (${status})`);
    if (status >= 200 && status < 300) return now().toISOString();
    throw unchecked(`${title} at ${baseUrl} answered ${status} when it was asked about the key.`);
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    const why = error instanceof SendFailure ? error.reason : "timeout";
    throw unchecked(`${title} at ${baseUrl} could not be asked about the key (${why}).`);
  } finally {
    await client.close();
  }
}

function unchecked(message: string): GatewayError {
  return new GatewayError(502, message, {}, 'Set "verify": false to keep the key unchecked.');
}

function clientFor(placement: NonNullable<Core["api"]["catalogue"]["api"]["key"]>, value: string) {
  try {
    return createClient({ key: { placement, value } });
  } catch {
    throw badRequest("api_key: holds a character that can't be in a key");
  }
}
