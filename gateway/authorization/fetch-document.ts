import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, buildConnector, fetch } from "undici";
import { isPublicAddress } from "./public-address.js";

/** A document of the internet, and how many seconds it may be kept. */
interface FetchedDocument {
  readonly value: unknown;
  readonly keepSeconds: number;
}

/** @throws DocumentError */
export type FetchDocument = (url: string) => Promise<FetchedDocument>;

/** A document cannot be fetched. The message says why, and contains nothing of an answer. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** How a name becomes addresses, and how a connection is opened. Tests have no internet, so they replace both. */
interface Network {
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly connect: buildConnector.connector;
}

const mostBytes = 65_536;
const patienceMs = 5_000;

const internet: Network = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  connect: buildConnector({ timeout: patienceMs }),
};

/**
 * Fetches a JSON document that a stranger named. Only https and public addresses are asked, at the address that was
 * checked, so that a name cannot mean another address a moment later. Redirects are not followed.
 */
export function createFetchDocument({ resolve, connect }: Network = internet): FetchDocument {
  async function addressOf(hostname: string): Promise<string> {
    const host = hostname.replace(/^\[|\]$/g, "");
    const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
    if (addresses.length === 0) throw new DocumentError("its host is unknown");
    // One address inside is enough to refuse: the next connection could use it.
    if (!addresses.every(isPublicAddress)) throw new DocumentError("its host is not on the internet");
    return addresses[0]!;
  }

  const dispatcher = new Agent({
    connect: (options, callback) => {
      addressOf(options.hostname).then(
        (address) => connect({ ...options, hostname: address, servername: options.hostname }, callback),
        (error: Error) => callback(error, null),
      );
    },
    maxResponseSize: mostBytes,
    pipelining: 0,
  });

  return async (url) => {
    const { protocol } = new URL(url);
    if (protocol !== "https:") throw new DocumentError("it is not an https URL");
    try {
      const response = await fetch(url, {
        dispatcher,
        redirect: "error",
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) throw new DocumentError(`its host answers ${response.status}`);
      const text = await response.text();
      return { value: parsed(text), keepSeconds: keepSeconds(response.headers.get("cache-control")) };
    } catch (error) {
      throw asDocumentError(error);
    }
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError("it is not JSON");
  }
}

const [leastSeconds, usualSeconds, mostSeconds] = [60, 600, 86_400];

function keepSeconds(cacheControl: string | null): number {
  const given = /(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,])/i.exec(cacheControl ?? "")?.[1];
  return Math.min(mostSeconds, Math.max(leastSeconds, given === undefined ? usualSeconds : Number(given)));
}

/** undici hides the reason in a chain of causes. */
function asDocumentError(error: unknown): DocumentError {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DocumentError) return at;
  return new DocumentError("its host does not answer with a small document", { cause: error });
}
