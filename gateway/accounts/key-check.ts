import {
  type Client,
  createAuthoriser,
  CredentialError,
  needsOf,
  originCredentials,
  SendFailure,
  wayFor,
  writtenCredentials,
} from "../../runtime/index.js";
import { createClient } from "../../runtime/serving.js";
import type { ServedApi } from "../apis.js";
import { badRequest, GatewayError } from "../error.js";

/**
 * Checks a key at the API. Returns the time, or null if the API has no check.
 * @throws GatewayError 400 if it refuses the key, 502 if it cannot be reached
 */
export async function checkKey(
  { title, catalogue }: ServedApi,
  baseUrl: string,
  key: string,
  now: () => Date,
): Promise<string | null> {
  const { ping } = catalogue.api;
  if (!catalogue.api.auth) return now().toISOString();
  const credentials = writtenCredentials(key, catalogue.api);
  const client = createClient({
    title,
    credentials: originCredentials(catalogue.api, { baseUrl, credentials }),
  });
  try {
    if (ping === undefined) return null;
    const status = await statusOf(client, baseUrl + ping);
    if (status === 401 || status === 403)
      throw badRequest(`api_key: ${title} at ${baseUrl} refuses the key (${status})`);
    if (status >= 200 && status < 300) return now().toISOString();
    throw unchecked(`${title} at ${baseUrl} answered ${status} when the gateway checked the key.`);
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    const why = error instanceof SendFailure ? error.reason : "timeout";
    throw unchecked(`The gateway could not reach ${title} at ${baseUrl} to check the key (${why}).`);
  } finally {
    await client.close();
  }
}

async function statusOf(client: Client, url: string): Promise<number> {
  const request = { method: "GET" as const, url, headers: {} };
  const { status } = await client.send(request, AbortSignal.timeout(15_000), { firstByteMs: 10_000 });
  return status;
}

/** The page and the CLI replace this advice by their own. */
function unchecked(message: string): GatewayError {
  return new GatewayError(502, message, {}, 'Set "verify": false to save the key without a check.');
}

/**
 * Refuses credentials that could never be used: one of several is missing, or can't be sent.
 * @throws GatewayError 400
 */
export function requireUsable({ catalogue: { api } }: ServedApi, baseUrl: string, key: string): void {
  const { auth, title } = api;
  const credentials = writtenCredentials(key, api);
  if (auth && !wayFor(auth, auth.ways, credentials))
    throw badRequest(
      `api_key: ${title} needs ${needsOf(auth.schemes, auth.ways)}. Write NAME=value for each, on lines of their own`,
    );
  try {
    for (const one of originCredentials(api, { baseUrl, credentials })) createAuthoriser(one, title);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw badRequest(`api_key: ${error.message.replace(/\.$/, "")}`);
  }
}
